import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** What the office has written down, as the owner of the database reads it. */
export interface Books {
  /** The log in order of commit. */
  readonly log: readonly Row[];
  /** Stored cases: their version and state. */
  readonly cases: ReadonlyMap<string, { readonly version: number; readonly state: string }>;
  /** State of each visit in the visitor log. */
  readonly visitorLog: ReadonlyMap<string, string>;
}

interface Row {
  readonly case: string;
  readonly version: number;
  readonly workflow: string;
  readonly command: string;
  readonly request: string;
  readonly state: string;
  readonly about: string | null;
  readonly template: string | null;
}

/** Waits until no job and no due timer is left and the reactions have read everything, then reads the books. */
export async function booksAtRest(connection: pg.ClientConfig): Promise<Books> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    for (let tries = 0; !(await isAtRest(client)); tries++) {
      if (tries > 900) throw new Error(`The office does not come to rest: ${JSON.stringify(await leftOver(client))}`);
      await wait(100);
    }
    return await read(client);
  } finally {
    await client.end();
  }
}

async function isAtRest(client: pg.Client): Promise<boolean> {
  const { jobs, unread } = await leftOver(client);
  return jobs === 0 && unread === 0;
}

async function leftOver(client: pg.Client): Promise<{ readonly jobs: number; readonly unread: number }> {
  const { rows } = await client.query(`
    select (select count(*)::int from kernel.jobs) as jobs,
      (select count(*)::int from kernel.log l join kernel.cursors c on c.consumer = 'reactions'
       where (l.tx, l.office_id, l.case_id, l.version) > (c.tx, c.office_id, c.case_id, c.version)) as unread`);
  return rows[0];
}

async function read(client: pg.Client): Promise<Books> {
  const log = await client.query<Row>(`
    select case_id as "case", version, workflow, command, request, state, input #>> '{about,id}' as about,
      input ->> 'template' as template
    from kernel.log order by tx, office_id, case_id, version`);
  const cases = await client.query('select id, version, state from kernel.cases');
  const visits = await client.query('select visit_id, state from visits.visitor_log');
  return {
    log: log.rows,
    cases: new Map(cases.rows.map(({ id, version, state }) => [id, { version, state }])),
    visitorLog: new Map(visits.rows.map(({ visit_id, state }) => [visit_id, state])),
  };
}
