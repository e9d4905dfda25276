import type { Server, ServerResponse } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';

/** The open connections of a server, each with the answers that it still owes. Node takes one that never spoke for a busy one. */
export class Connections {
  readonly #server: Server | SecureServer;
  readonly #owed = new Map<Socket, Set<ServerResponse>>();
  #closed: Promise<void> | undefined;

  constructor(server: Server | SecureServer) {
    this.#server = server;
    // With TLS it is the decrypted socket that requests come from; the raw one below it ends with it.
    server.on(server instanceof SecureServer ? 'secureConnection' : 'connection', (socket: Socket) => {
      this.#owed.set(socket, new Set());
      socket.once('close', () => this.#owed.delete(socket));
    });
    server.on('request', ({ socket }, response) => this.#begin(socket, response));
  }

  /** Whether a part of an answer is already on its way, so that nothing else may be written. */
  isAnswering(socket: Socket): boolean {
    return [...(this.#owed.get(socket) ?? [])].some(({ headersSent }) => headersSent);
  }

  /** Takes no more, closes what owes nothing, and the rest as soon as it has answered, or after `graceMs`. */
  close(graceMs: number): Promise<void> {
    this.#closed ??= this.#close(graceMs);
    return this.#closed;
  }

  #begin(socket: Socket, response: ServerResponse): void {
    const owed = this.#owed.get(socket);
    owed?.add(response);
    response.once('close', () => {
      owed?.delete(response);
      if (this.#closed && owed?.size === 0) socket.destroySoon();
    });
  }

  async #close(graceMs: number): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const [socket, owed] of this.#owed) if (owed.size === 0) socket.destroy();
    const timer = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
  }
}
