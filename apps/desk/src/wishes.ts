/**
 * Request ids for what a person wants. The same wish keeps its id until it is accepted: after a lost answer it is sent
 * again under that id, and the server does it once. Another text is another wish.
 */
export interface Wishes {
  requestFor(wish: string): string;
  accepted(wish: string): void;
}

export function createWishes(newRequest: () => string = randomRequest): Wishes {
  const open = new Map<string, string>();
  return {
    requestFor(wish) {
      const request = open.get(wish) ?? newRequest();
      open.set(wish, request);
      return request;
    },
    accepted: (wish) => void open.delete(wish),
  };
}

/** Not `crypto.randomUUID`, which a browser only has over HTTPS or on localhost. */
function randomRequest(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
