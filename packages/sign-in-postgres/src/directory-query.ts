import pg from 'pg';

/** Its statement's name on each connection; prepared once, so that entering costs no parsing. */
const enter = {
  name: 'directory_enter',
  text: "select set_config('role', 'front_office_directory', true)",
} as const;

const prepared = new WeakSet<pg.ClientBase>();

/** Makes a connection ready for `DirectoryQuery`. Run alone it changes nothing: the role lasts for its transaction only. */
export async function prepareEntering(client: pg.ClientBase): Promise<void> {
  if (prepared.has(client)) return;
  await client.query(enter);
  prepared.add(client);
}

/** What `pg.Query` has inside as of version 8.23: its published types are silent about it. */
interface QueryInside {
  submit(connection: pg.Connection): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
}
type Callback = (error: Error | null, result: { readonly rows: readonly unknown[] }) => void;
const Query = pg.Query as unknown as new (config: pg.QueryConfig, callback: Callback) => QueryInside;

/** The part of `pg`'s connection that is used here, again unknown to its types. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  bind(message: { readonly statement: string }): void;
  execute(message: object): void;
}

/**
 * A prepared query that takes the directory's role first. Both go out in one write with a single Sync, so PostgreSQL runs
 * them as one transaction, and the role is gone when it ends. What entering answers is swallowed here.
 */
export class DirectoryQuery extends Query {
  #entered = false;

  override submit(connection: pg.Connection): Error | null {
    const wire = connection as unknown as Wire; // see there
    wire.stream.cork();
    try {
      wire.bind({ statement: enter.name });
      wire.execute({});
      return super.submit(connection);
    } finally {
      wire.stream.uncork();
    }
  }

  override handleDataRow(message: unknown): void {
    if (this.#entered) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#entered) super.handleCommandComplete(message, connection);
    this.#entered = true;
  }
}
