/** 128 random bits. `crypto.randomUUID` would do, but exists over HTTPS and on localhost only. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
