import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 0x0a;

/** Lets text of `COPY` pass, hashes it and counts its rows: each is one line, line ends inside of values are written as `\n`. */
export class Tally extends Transform {
  rows = 0;
  readonly #hash = createHash('sha256');
  readonly #onRows: (rows: number) => void;

  /** @param onRows is told the number of rows so far, after each chunk. */
  constructor(onRows: (rows: number) => void = () => {}) {
    super();
    this.#onRows = onRows;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) this.rows++;
    this.#onRows(this.rows);
    done(null, chunk);
  }

  /** SHA-256 of all that has passed, in hexadecimal; asked once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
