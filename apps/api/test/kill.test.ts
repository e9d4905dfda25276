import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '../../../test/support/server.ts';
import { type Books, booksAtRest } from './kill/books.ts';
import { type MailSink, mailSink } from './kill/mail-sink.ts';
import { type Outside, officeUnderFire } from './kill/office-under-fire.ts';

const CYCLES = Number(process.env.KILL_CYCLES ?? 10);

describe(`an office that is killed ${CYCLES} times under load`, () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let mail: MailSink;
  let outside: Outside;
  let books: Books;
  beforeAll(
    async () => {
      folder = await dataFolder();
      mail = await mailSink();
      outside = await officeUnderFire({ dataDir: folder.path, mail, cycles: CYCLES }, async (database) => {
        books = await booksAtRest(database);
      });
    },
    60_000 + CYCLES * 10_000,
  );
  afterAll(async () => {
    await mail?.close();
    await folder?.remove();
  });

  it('has every confirmed command in its log exactly once, under the case that was confirmed', () => {
    const rows = Map.groupBy(books.log, ({ request }) => request);
    const kept = [...outside.confirmed.keys()].map((request) => rows.get(request)?.map((row) => row.case));
    expect(kept).toEqual([...outside.confirmed.values()].map((visit) => [visit]));
    expect(outside.confirmed.size).toBeGreaterThan(CYCLES * 5);
  });

  it('has every case whole: versions without a gap, the last one as it stands and as the visitor log shows it', () => {
    for (const [id, rows] of Map.groupBy(books.log, (row) => row.case)) {
      expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
      const last = rows.at(-1);
      expect(books.cases.get(id)).toEqual({ version: last?.version, state: last?.state });
      if (last?.workflow === 'visit') expect(books.visitorLog.get(id)).toBe(last.state);
    }
    expect(books.cases.size).toBe(new Set(books.log.map((row) => row.case)).size);
  });

  it('has fired each timer once', () => {
    const fired = books.log.filter(({ command }) => command.includes('hostReminder'));
    expect(fired.length).toBeGreaterThan(0);
    expect(new Set(fired.map((row) => row.case)).size).toBe(fired.length);
  });

  it('has told each host once of each visitor, and every mail went out under one name', () => {
    const arrivals = books.log.filter(({ command }) => command === 'walkIn' || command === 'checkIn');
    const queued = books.log.filter(({ command, template }) => command === 'queue' && template === 'visitorArrived');
    expect(queued.map(({ about }) => about).sort()).toEqual(arrivals.map((row) => row.case).sort());
    // A message that was sent has left under the id of its one turn, perhaps more than once.
    const sent = books.log.filter(({ command }) => command === 'confirmSent').map((row) => row.case);
    expect(new Set(sent).size).toBe(sent.length);
    const ids = [...mail.counts.keys()].map((id) => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(id)?.[0]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const message of sent) expect(ids).toContain(message);
    expect(sent.length).toBeGreaterThan(0);
  });

  it('has told whoever followed every row once, in the order of commit, since it was last told to load anew', () => {
    const readable = new Set(outside.heard.flat().map(({ workflow }) => workflow));
    const committed = books.log.filter(({ workflow }) => readable.has(workflow)).map(placeOf);
    const inBooks = new Set(committed); // the clock goes on: what it fires after the books were read is not in them
    const told = outside.heard.map((rows) => rows.map(placeOf).filter((place) => inBooks.has(place)));
    for (const rows of told.filter(({ length }) => length > 0)) {
      const first = committed.indexOf(rows[0] ?? '');
      expect(rows).toEqual(committed.slice(first, first + rows.length));
    }
    expect(told.flat().at(-1)).toBe(committed.at(-1));
    // Nobody is told to load anew without need: only who was away for thousands of rows.
    expect(told.length).toBeLessThanOrEqual(1 + CYCLES / 20);
  });
});

const placeOf = (row: { readonly case: string; readonly version: number }) => `${row.case} ${row.version}`;
