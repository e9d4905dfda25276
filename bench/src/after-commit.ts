import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '@front-office/values';
import { type BusyDesk, busyParcels, clerk, openBusyDesk } from './busy-desk.ts';
import { commandsASecond } from './load.ts';
import { findPgbench, runPgbench } from './pgbench.ts';
import { median, ratio, two } from './statistics.ts';

const ROUNDS = 5;
const SECONDS = 4;
const PARCELS = 800;
const WARM_UP_SECONDS = 6;

/** `dispatch` with an effect, a timer and a projection, against pgbench with the statements that it sends. */
export async function benchBusyDispatch(): Promise<string[]> {
  const program = findPgbench();
  if (program === undefined) return ['busy dispatch against pgbench: left out, there is no pgbench here'];
  const lines = [];
  for (const clients of [1, 8]) {
    const desk = await openBusyDesk(clients);
    const cases = await desk.keep(PARCELS);
    const rounds: { a: number; b: number }[] = [];
    await dispatchFor(desk, cases, clients, WARM_UP_SECONDS);
    for (let round = 0; round < ROUNDS; round++) {
      const a = await dispatchFor(desk, cases, clients, SECONDS);
      const b = await runPgbench(program, {
        ...scriptOf(desk.office),
        connection: desk.server.connection,
        clients,
        seconds: SECONDS,
      });
      rounds.push({ a, b });
    }
    await desk.end();
    const [ours, theirs] = [median(rounds.map(({ a }) => a)), median(rounds.map(({ b }) => b))];
    lines.push(
      `dispatch with effect, timer, projection / pgbench, ${clients} connection(s): ${two(ratio(rounds))}  (${ours.toFixed(0)} / ${theirs.toFixed(0)} commands/s)`,
    );
  }
  return lines;
}

const dispatchFor = (
  { kernel, office }: BusyDesk,
  cases: readonly string[],
  people: number,
  seconds: number,
): Promise<number> =>
  commandsASecond({
    people,
    seconds,
    cases,
    async command(parcel, turn) {
      const asked = { office, actor: clerk, request: newId(), case: parcel };
      const answer = await kernel.dispatch(busyParcels, 'move', { shelf: `B${turn % 10}` }, asked);
      if (answer.refused) throw new Error(answer.refused.code);
    },
  });

/** How long after its command an effect begins, when there is nothing else to do. */
export async function benchIdleEffect(): Promise<string[]> {
  let printed = (_key: string) => {};
  const desk = await openBusyDesk(4, (key) => printed(key));
  const background = desk.kernel.afterCommit.start();
  const [parcel] = await desk.keep(1);
  const waits: number[] = [];
  for (let turn = 0; turn < 60; turn++) {
    const { promise, resolve } = Promise.withResolvers<number>();
    printed = () => resolve(performance.now());
    const asked = { office: desk.office, actor: clerk, request: newId(), case: parcel };
    await desk.kernel.dispatch(busyParcels, 'move', { shelf: 'B' }, asked);
    const answered = performance.now();
    const ms = (await promise) - answered;
    if (turn >= 10) waits.push(ms);
    await wait(60);
  }
  await background.stop();
  await desk.end();
  const sorted = [...waits].sort((one, other) => one - other);
  return [
    `an effect begins after its command, idle: median ${two(median(waits))} ms, slowest of 50 ${two(sorted.at(-1) ?? Number.NaN)} ms`,
  ];
}

const MANY = 100_000;

/** A hundred thousand cases by `dispatchMany`, broken off in the middle and begun again. */
export async function benchMany(): Promise<string[]> {
  const desk = await openBusyDesk(4);
  const items = Array.from({ length: MANY }, (_, index) => ({ request: `many-${index}`, input: { shelf: 'A' } }));
  const many = { office: desk.office, actor: clerk, items };
  const start = performance.now();
  let half = 0;
  for await (const { accepted } of desk.kernel.dispatchMany(busyParcels, 'keep', many)) {
    half = accepted;
    if (accepted >= MANY / 2) break;
  }
  const broken = performance.now();
  let last = { accepted: 0, repeated: 0, refused: 0 };
  for await (const progress of desk.kernel.dispatchMany(busyParcels, 'keep', many)) last = progress;
  const end = performance.now();
  await desk.end();
  if (half + last.accepted !== MANY || last.repeated !== half) throw new Error(JSON.stringify({ half, last }));
  return [
    `dispatchMany, ${MANY} cases: ${two((end - start) / 1_000)} s, broken off after ${half} (${two((broken - start) / 1_000)} s) and begun again`,
  ];
}

const VERSIONS_A_RUN = 20_000_000;
let runs = 0;

/** The statements of one `move`, as `statements.ts` of store-postgres has them, with the same values. */
function scriptOf(office: string) {
  const parcel = "('00000000-0000-7000-8000-' || lpad(:case::text, 12, '0'))::uuid";
  const script = `
\\set n :n + 1
\\set case 1 + :client_id * 100 + :n % 100
\\set request random(1, 9000000000000000)
\\startpipeline
select set_config('app.office', :office, true), set_config('role', 'front_office_app', true);
select office_id as office, id, workflow, machine_version as "machineVersion", version, state, tags,
  snapshot, timers, opened_at as "openedAt", changed_at as "changedAt"
  from kernel.cases where office_id = :office and id = ${parcel} and workflow = :workflow;
select office_id as office, case_id as "case", version, workflow, machine_version as "machineVersion",
  command, at, by, request, input, known, facts, state, tags, personal, salt, leaf
  from kernel.log where office_id = :office and request = :request::text;
\\endpipeline
\\startpipeline
select set_config('app.office', :office, true), set_config('role', 'front_office_app', true);
insert into kernel.log (office_id, case_id, version, workflow, machine_version, command, at, by, request, input,
  known, facts, state, tags, personal, salt, leaf)
  values (:office, ${parcel}, :n, :workflow, 1, :command, :at, :by, :request::text, :input,
    :known, :facts, :state, :tags, :personal, :salt, :leaf);
update kernel.cases set version = :n, workflow = :workflow, machine_version = 1, state = :state, tags = :tags,
  snapshot = :snapshot, timers = :timers, due = :due, changed_at = :at
  where office_id = :office and id = ${parcel};
insert into bench.parcel (office_id, parcel_id, shelf, moved_at) values (:office, ${parcel}, :shelf, :at)
  on conflict (office_id, parcel_id) do update set shelf = excluded.shelf, moved_at = excluded.moved_at;
insert into kernel.jobs (office_id, key, case_id, effect, params, run_at)
  values (:office, ${parcel}::text || ':' || :n::text || ':0', ${parcel}, :effect, :params, :at);
\\endpipeline
`;
  const values = {
    n: String(++runs * VERSIONS_A_RUN),
    office,
    workflow: 'parcel',
    command: 'move',
    at: '2026-06-30T07:00:00.000Z',
    due: '2026-07-01T07:00:00.000Z',
    by: '{"kind":"staff","id":"clerk"}',
    input: '{"shelf":"B1"}',
    known: '{}',
    facts: '[{"type":"parcelMoved","shelf":"B1"}]',
    state: 'kept',
    tags: '{"open"}',
    personal: '{}',
    salt: '\\x000102030405060708090a0b0c0d0e0f',
    leaf: '\\x000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f',
    snapshot: '{"value":"kept","context":{"shelf":"B1"},"status":"active"}',
    timers: '{"xstate.after.reminder.parcel.kept":{"token":2,"due":"2026-07-01T07:00:00.000Z"}}',
    shelf: 'B1',
    effect: 'parcel.printLabel',
    params: '{}',
  };
  return { script, values };
}
