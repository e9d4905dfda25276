import { Socket } from 'node:net';

/** After each Sync `pg` waits for an answer, so they are the round trips. `pg` writes each message as one chunk. */
export class CountedSocket extends Socket {
  static syncs = 0;

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    count(chunk);
    super._write(chunk, encoding, done);
  }

  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: (error?: Error | null) => void): void {
    for (const { chunk } of chunks) count(chunk);
    super._writev?.(chunks, done);
  }
}

const SYNC = 'S'.charCodeAt(0);
const SYNC_LENGTH = 5;

function count(message: Buffer): void {
  if (message[0] === SYNC && message.length === SYNC_LENGTH) CountedSocket.syncs++;
}
