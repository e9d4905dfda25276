export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The code of the problem, when it is one. */
  readonly code: string | undefined;
}

/** A browser as a server sees it: it keeps the cookies that it is handed, and says which page asks. */
export class Browser {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#send(path, { headers });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const posting = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers };
    return this.#send(path, { method: 'POST', headers: posting, body: JSON.stringify(body) });
  }

  async #send(path: string, asking: RequestInit): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { origin: this.#url, ...(cookie && { cookie }), ...asking.headers };
    const response = await fetch(`${this.#url}/api/v1${path}`, { ...asking, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const body = (await response.json()) as { code?: string }; // data by its contract, or a problem with its code
    return { status: response.status, body, code: response.ok ? undefined : body.code };
  }
}
