import { Socket } from 'node:net';

const SYNC = 'S'.charCodeAt(0);
const SYNC_LENGTH = 5;

/** A socket that counts what `pg` sends: writes to the system, and Syncs, after each of which `pg` waits for an answer. */
export class CountedSocket extends Socket {
  static writes = 0;
  static syncs = 0;

  static reset(): void {
    CountedSocket.writes = 0;
    CountedSocket.syncs = 0;
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    count([chunk]);
    super._write(chunk, encoding, done);
  }

  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: (error?: Error | null) => void): void {
    count(chunks.map(({ chunk }) => chunk));
    super._writev?.(chunks, done);
  }
}

/** `pg` writes each message of the protocol as one chunk. */
function count(messages: readonly Buffer[]): void {
  CountedSocket.writes++;
  CountedSocket.syncs += messages.filter((message) => message[0] === SYNC && message.length === SYNC_LENGTH).length;
}
