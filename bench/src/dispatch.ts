import { newId } from '@front-office/values';
import { clerk, openParcelDesk, type ParcelDesk, parcels } from './desk-of-parcels.ts';
import { commandsASecond } from './load.ts';
import { findPgbench, runPgbench } from './pgbench.ts';
import { median, ratio, two } from './statistics.ts';

const ROUNDS = 5;
const SECONDS = 4;
const PARCELS = 800;
/** Until the engine has compiled what runs often. */
const WARM_UP_SECONDS = 6;

/**
 * `dispatch` against pgbench with the statements that it sends: two pipelines, each with one Sync, prepared, as the same
 * role under row level security. pgbench reads nothing of the answers and judges nothing; that is the difference.
 */
export async function benchDispatch(): Promise<string[]> {
  const program = findPgbench();
  if (program === undefined)
    return ['dispatch against pgbench: left out, there is no pgbench here (Debian: postgresql-15)'];
  const lines = [];
  for (const clients of [1, 8]) {
    const desk = await openParcelDesk(clients, PARCELS);
    const rounds: { a: number; b: number }[] = [];
    await dispatchFor(desk, clients, WARM_UP_SECONDS);
    for (let round = 0; round < ROUNDS; round++) {
      const a = await dispatchFor(desk, clients, SECONDS);
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
      `dispatch / pgbench, ${clients} connection(s): ${two(ratio(rounds))}  (${ours.toFixed(0)} / ${theirs.toFixed(0)} commands/s)`,
    );
  }
  return lines;
}

const dispatchFor = ({ kernel, office, cases }: ParcelDesk, people: number, seconds: number): Promise<number> =>
  commandsASecond({
    people,
    seconds,
    cases,
    async command(parcel, turn) {
      const asked = { office, actor: clerk, request: newId(), case: parcel };
      const answer = await kernel.dispatch(parcels, 'move', { shelf: `B${turn % 10}` }, asked);
      if (answer.refused) throw new Error(answer.refused.code);
    },
  });

/** Each run counts versions from a height of its own, above all that went before. */
const VERSIONS_A_RUN = 20_000_000;
let runs = 0;

/** The statements of one `move`, as `statements.ts` of store-postgres has them, with the same values. */
function scriptOf(office: string) {
  const script = `
\\set n :n + 1
\\set case 1 + :client_id * 100 + :n % 100
\\set request random(1, 9000000000000000)
\\startpipeline
select set_config('app.office', :office, true), set_config('role', 'front_office_app', true);
select office_id as office, id, workflow, machine_version as "machineVersion", version, state, tags,
  snapshot, timers, opened_at as "openedAt", changed_at as "changedAt"
  from kernel.cases where office_id = :office and id = ('00000000-0000-7000-8000-' || lpad(:case::text, 12, '0'))::uuid and workflow = :workflow;
select office_id as office, case_id as "case", version, workflow, machine_version as "machineVersion",
  command, at, by, request, input, known, facts, state, tags, personal, salt, leaf
  from kernel.log where office_id = :office and request = :request::text;
\\endpipeline
\\startpipeline
select set_config('app.office', :office, true), set_config('role', 'front_office_app', true);
insert into kernel.log (office_id, case_id, version, workflow, machine_version, command, at, by, request, input,
  known, facts, state, tags, personal, salt, leaf)
  values (:office, ('00000000-0000-7000-8000-' || lpad(:case::text, 12, '0'))::uuid, :n, :workflow, 1, :command, :at, :by, :request::text, :input,
    :known, :facts, :state, :tags, :personal, :salt, :leaf);
update kernel.cases set version = :n, workflow = :workflow, machine_version = 1, state = :state, tags = :tags,
  snapshot = :snapshot, timers = :timers, due = null, changed_at = :at
  where office_id = :office and id = ('00000000-0000-7000-8000-' || lpad(:case::text, 12, '0'))::uuid;
\\endpipeline
`;
  const values = {
    n: String(++runs * VERSIONS_A_RUN),
    office,
    workflow: 'parcel',
    command: 'move',
    at: '2026-06-30T07:00:00.000Z',
    by: '{"kind":"staff","id":"clerk"}',
    input: '{"shelf":"B1"}',
    known: '{}',
    facts: '[]',
    state: 'kept',
    tags: '{"open"}',
    personal: '{}',
    salt: '\\x000102030405060708090a0b0c0d0e0f',
    leaf: '\\x000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f',
    snapshot: '{"value":"kept","context":{"shelf":"B1"},"status":"active"}',
    timers: '{}',
  };
  return { script, values };
}
