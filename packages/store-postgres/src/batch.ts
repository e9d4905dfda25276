import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type Decode, decoderOf, type Encoded, encode, type WireValue } from './wire-values.ts';

export interface Statement {
  readonly text: string;
  readonly values: readonly WireValue[];
}

export type Row = Readonly<Record<string, unknown>>;

/** What each statement answered, in order. */
export type Answers = readonly (readonly Row[])[];

/** The server ends what takes longer than 10 s by itself, so one that is silent for this long does not hear us. */
const SILENCE_MS = 15_000;

/**
 * Sends statements as one transaction in one round trip: all of them and a single Sync in one write, which PostgreSQL
 * commits together or not at all. Each text is parsed once a connection, so texts must be constant.
 *
 * Rejects with the server's error (`pg.DatabaseError`), with what `pg` says when the connection breaks, or when there is
 * no answer for `silenceMs`; whether the transaction happened is then unknown. The last two leave a connection that
 * must be closed.
 */
export async function runBatch(
  client: pg.ClientBase,
  statements: readonly Statement[],
  silenceMs = SILENCE_MS,
): Promise<Answers> {
  try {
    return await submitBatch(client, statements, silenceMs);
  } catch (error) {
    // Somebody else forgot our statements (`deallocate all`, a proxy), or a migration changed what one answers. The
    // server has undone everything and the batch has forgotten them too, so that this time they are parsed again.
    if (!isStalePlan(error)) throw error;
    return await submitBatch(client, statements, silenceMs);
  }
}

function submitBatch(client: pg.ClientBase, statements: readonly Statement[], silenceMs: number): Promise<Answers> {
  return new Promise((resolve, reject) => {
    const batch = new Batch(statements, (error, answers) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(answers);
    });
    const timer = setTimeout(() => batch.handleError(new Error(`no answer within ${silenceMs / 1_000} s`)), silenceMs);
    client.query(batch);
  });
}

const isStalePlan = (error: unknown): boolean => stalePlanCodes.has((error as { code?: string }).code ?? '');
/** invalid_sql_statement_name · feature_not_supported, which "cached plan must not change result type" goes by. */
const stalePlanCodes: ReadonlySet<string> = new Set(['26000', '0A000']);

interface Column {
  readonly name: string;
  readonly decode: Decode;
}

/** The part of `pg`'s connection that is used here, as version 8.23 has it: its published types are older. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  close(message: { type: 'S'; name: string }): void;
  parse(message: { name: string; text: string }): void;
  describe(message: { type: 'S'; name: string }): void;
  bind(message: { statement: string; values: readonly Encoded[] }): void;
  execute(): void;
  sync(): void;
  sendCopyFail(message: string): void;
}

/** By connection: the columns of every statement it has prepared. */
const preparedOn = new WeakMap<Wire, Map<string, readonly Column[]>>();
const names = new Map<string, string>();

/** Named by its text, so that two stores on one connection never take one name for two texts. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `front_office_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
    names.set(text, name);
  }
  return name;
}

class Batch implements pg.Submittable {
  /** Called once by whoever comes first. `pg` puts its own function around it when the pool has a `query_timeout`. */
  callback: (error: unknown, answers: Answers) => void;
  readonly #statements: readonly { readonly name: string; readonly text: string; readonly values: Encoded[] }[];
  readonly #answers: Row[][];
  #prepared = new Map<string, readonly Column[]>();
  /** Columns of statements that this batch prepares, by name. */
  readonly #described = new Map<string, readonly Column[]>();
  #at = 0;
  /** Of the statement whose rows are coming in. */
  #columns: readonly Column[] | undefined;
  #settled = false;
  #unreadable: unknown;

  constructor(statements: readonly Statement[], callback: Batch['callback']) {
    this.callback = callback;
    this.#statements = statements.map(({ text, values }) => ({ name: nameOf(text), text, values: values.map(encode) }));
    this.#answers = statements.map(() => []);
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire; // see there
    this.#prepared = preparedOn.get(wire) ?? new Map();
    preparedOn.set(wire, this.#prepared);
    const sent = new Set<string>();
    wire.stream.cork();
    for (const { name, text, values } of this.#statements) {
      if (!this.#prepared.has(name) && !sent.has(name)) {
        // A batch that failed may have left it behind; closing what is not there is no error.
        wire.close({ type: 'S', name });
        wire.parse({ name, text });
        wire.describe({ type: 'S', name });
        sent.add(name);
        this.#described.set(name, []);
      }
      wire.bind({ statement: name, values });
      wire.execute();
    }
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, decode: decoderOf(dataTypeID) }));
    this.#described.set(this.#name(), columns);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#columns ??= this.#described.get(this.#name()) ?? this.#prepared.get(this.#name()) ?? [];
    try {
      const row: Record<string, unknown> = {};
      let index = 0;
      for (const { name, decode } of this.#columns) {
        const text = fields[index++] ?? null;
        row[name] = text === null ? null : decode(text);
      }
      this.#answers[this.#at]?.push(row);
    } catch (error) {
      this.#unreadable ??= error; // `pg` calls this inside a socket event, where nobody would catch it
    }
  }

  handleCommandComplete(): void {
    this.#keep();
    this.#columns = undefined;
    this.#at++;
  }

  handleEmptyQuery(): void {
    this.#at++;
  }

  handleCopyInResponse(connection: pg.Connection): void {
    (connection as unknown as Wire).sendCopyFail('A batch copies nothing in.');
  }

  handleError(error: unknown): void {
    if (isStalePlan(error)) this.#prepared.clear();
    // A constraint says no while the statement runs, so it is parsed: clashes are common and should stay cheap.
    else if (/^23/.test((error as { code?: string }).code ?? '')) this.#keep();
    this.#settle(error, []);
  }

  /** Only now is it committed. `pg` no longer asks us after an error, which is why `handleError` settles by itself. */
  handleReadyForQuery(): void {
    this.#settle(this.#unreadable, this.#answers);
  }

  #keep(): void {
    const columns = this.#described.get(this.#name());
    if (columns !== undefined) this.#prepared.set(this.#name(), columns);
  }

  #name(): string {
    return this.#statements[this.#at]?.name ?? '';
  }

  #settle(error: unknown, answers: Answers): void {
    if (this.#settled) return;
    this.#settled = true;
    this.callback(error, answers);
  }
}
