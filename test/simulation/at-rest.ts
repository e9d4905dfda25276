import type { Fact, LogRow } from '../../packages/kernel/src/index.ts';
import { checkpointLine, headerLine, publicKeyOf, rowLine, verifyExport } from '../../packages/sealed-log/src/index.ts';
import type { CaseRead } from './book.ts';
import { countedFacts, definitionOf, filedFacts, type Office, offices } from './office/office.ts';
import type { Run } from './run.ts';
import { Violation } from './violation.ts';

/** What must hold when everything has come to its end. */
export async function judgeWhole(run: Run): Promise<void> {
  for (const office of offices) {
    const positions = await run.world.store.feed.read({
      after: undefined,
      office: office.id,
      limit: Number.MAX_SAFE_INTEGER,
    });
    const rows = await run.world.store.feed.rows(positions);
    if (rows.length !== run.world.book.rowsIn(office.id))
      throw new Violation('the feed tells all, in order', `${rows.length} rows of ${run.world.book.rowsIn(office.id)}`);
    for (const follower of run.followers)
      if (follower.office === office) follower.judge(rows.map(({ request }) => request));
    judgeEffects(run, office);
    judgeReactions(run, office, rows);
    await judgeSeals(run, office, rows.length);
    await judgeItems(run, office);
    await judgeSecrets(run, office);
  }
  judgeWishes(run);
}

const casesOf = (run: Run, office: Office, workflow: string) =>
  run.world.book.cases.filter((read) => read.office === office.id && read.workflow === workflow);

/** A fact of the simulated office: numbered within its ticket. */
const factsOf = (read: CaseRead) =>
  read.log.flatMap(({ facts }) => facts as readonly (Fact & { readonly n: number })[]);

function judgeWishes({ world, people }: Run): void {
  for (const { office, logged, refused, inDoubt } of people.wishes)
    if (refused && !inDoubt && world.book.rowOf(office.id, logged))
      throw new Violation('refused is absent', `${logged} was refused, and is in the log`);
}

/** What a committed step asked for was done outside; of an erased case nothing has to be. */
function judgeEffects(run: Run, office: Office): void {
  const effects = { noted: 'print', begun: 'ring' } as const;
  for (const read of casesOf(run, office, 'ticket').filter(({ erased }) => !erased)) {
    for (const { type, n } of factsOf(read)) {
      const effect = effects[type as keyof typeof effects]; // others have none
      if (effect && !run.world.outside.wasDone(office.id, read.id, effect, n))
        throw new Violation('every effect is carried out', `${effect} ${n} of ${read.id} never was`);
    }
  }
}

/** Each fact led to its commands once, in the order of the facts of its ticket. */
function judgeReactions(run: Run, office: Office, rows: readonly LogRow[]): void {
  for (const [command, wanted] of [
    ['file', filedFacts],
    ['count', countedFacts],
  ] as const) {
    const led = rows
      .filter((row) => row.command === command)
      .map(({ input }) => input as { ticket: string; n: number }); // its schema
    const byTicket = Map.groupBy(led, ({ ticket }) => ticket);
    for (const read of casesOf(run, office, 'ticket')) {
      const expected = factsOf(read)
        .filter(({ type }) => wanted.has(type))
        .map(({ n }) => n);
      const actual = (byTicket.get(read.id) ?? []).map(({ n }) => n);
      if (String(actual) !== String(expected))
        throw new Violation(
          'each fact is handled once, in order',
          `${command} for ${read.id}: ${actual} instead of ${expected}`,
        );
      byTicket.delete(read.id);
    }
    if (byTicket.size > 0) throw new Violation('no row of another office', `${command} for ${[...byTicket.keys()]}`);
  }
}

/** The sealed log holds every row and verifies, also against checkpoints that were kept when more was in it. */
async function judgeSeals(run: Run, office: Office, rows: number): Promise<void> {
  const lines = await run.world.store.seals.read(office.id, 0, Number.MAX_SAFE_INTEGER);
  const text = [
    headerLine(office.id),
    ...lines.map((line) => ('row' in line ? rowLine(line.index, line.row) : checkpointLine(line.checkpoint))),
  ];
  const verdict = await verifyExport(eachOf(text), {
    publicKey: publicKeyOf(run.signingKey),
    keptCheckpoints: run.checkpoints.get(office.id) ?? [],
  });
  if (!verdict.ok) throw new Violation('the sealed log verifies', JSON.stringify(verdict.problems.slice(0, 3)));
  if (verdict.rows !== rows || verdict.unsealed > 0)
    throw new Violation('the sealed log verifies', `${verdict.rows} of ${rows} rows are sealed`);
}

async function* eachOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** The work list says of every case what the case says of itself. */
async function judgeItems({ world }: Run, office: Office): Promise<void> {
  const items = await world.store.workItems(office.id);
  for (const { row } of world.book.cases.filter((read) => read.office === office.id)) {
    if (!row) continue;
    const own = items.filter((item) => item.case === row.id).map(({ kind }) => kind);
    const { id, version, changedAt: at, state, snapshot } = row;
    const due = definitionOf(2, row.workflow).workItems({
      office: office.id,
      case: id,
      version,
      at,
      state,
      context: snapshot.context,
    });
    if (String(own) !== String(due.map(({ kind }) => kind)))
      throw new Violation('the work list is right', `${id} has ${own} and should have ${due.map(({ kind }) => kind)}`);
  }
  const gone = items.find((item) => !world.book.caseOf(office.id, item.case)?.row);
  if (gone) throw new Violation('the work list is right', `${gone.kind} of ${gone.case}, which is not there`);
}

/** A secret is nowhere but in the office and the case that were told it, as long as that is not erased. */
async function judgeSecrets({ world, people }: Run, office: Office): Promise<void> {
  const { store, book } = world;
  const lookups = [{ record: 'guest', by: 'prefix', value: '', limit: 9_999 }] as const;
  const everything = JSON.stringify([
    book.cases.filter((read) => read.office === office.id).map(({ log, row }) => [log, row]),
    await store.list({ office: office.id, workflow: 'guest', limit: 9_999 }),
    await store.list({ office: office.id, workflow: 'ticket', limit: 9_999 }),
    (await store.load({ office: office.id, workflow: '', lookups })).found,
    await store.workItems(office.id),
    store.waiting(office.id),
    store.history(office.id),
  ]);
  const secrets = new Set([...everything.matchAll(/secret-(\d+)-/g)].map(([, number]) => Number(number)));
  for (const number of secrets) {
    const wish = people.wishes[number - 1];
    const row = wish && book.rowOf(wish.office.id, wish.logged);
    const told = row && wish.office === office && !book.caseOf(office.id, row.case)?.erased;
    if (!told) throw new Violation('erased is gone', `secret ${number} is still in office ${office.id}`);
  }
}
