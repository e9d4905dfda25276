import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Before, type Decidable, decideTimer } from '../../packages/kernel/src/decide.ts';
import { type CaseRow, replay, upgraded } from '../../packages/kernel/src/index.ts';
import { type Golden, type GoldenScenes, play } from './golden-stage.ts';

/** Where a case that was upgraded differs, for a reason, from its log replayed with the machine of today. */
interface Difference {
  readonly why: string;
  /** What the replay must be turned into to be the upgraded case. */
  because(replayed: Whole): Whole;
}

/** By name of a workflow and released version. */
export type Differences = Readonly<Record<string, Readonly<Record<number, Difference>>>>;

/** What a case is: all of it that a machine knows. */
type Whole = Pick<CaseRow, 'state' | 'snapshot' | 'timers'>;

/**
 * The promise to those who have cases in their database: what any released version stored, the program of today takes
 * over, and any log of it, the program of today understands.
 *
 * @param folder the package's `test/golden`, with its `scenes.ts` and what `pnpm golden` has recorded of it.
 */
export function describeGolden(folder: string, golden: GoldenScenes, differences: Differences = {}): void {
  describe.each(golden.definitions.map((definition) => [definition.name, definition] as const))('%s', (name, now) => {
    const versions = recordedIn(join(folder, name));
    const current = versions.get(now.version) ?? new Map<string, Golden>();

    test(`version ${now.version} is recorded: every scene, every state, and every version before it (pnpm golden)`, () => {
      expect([...current.keys()].sort()).toEqual(Object.keys(golden.scenes[name] ?? {}).sort());
      const recorded = new Set([...current.values()].map(({ row }) => row.state));
      expect(statesOf(now).filter((state) => !recorded.has(state))).toEqual([]);
      expect([...versions.keys()].sort()).toEqual(Array.from({ length: now.version }, (_, index) => index + 1));
    });

    test.each([...current])('%s is still stored as it was: what differs is a new version', async (scene, kept) => {
      const story = golden.scenes[name]?.[scene];
      if (story === undefined) throw new Error(`There is no scene "${scene}" any more`);
      expect(whole((await play(golden, name, story)).row)).toEqual(whole(kept.row));
    });

    describe.each([...versions])('of version %i', (version, scenes) => {
      const difference = differences[name]?.[version];
      const but = difference ? `, but for one thing: ${difference.why}` : '';
      test.each([...scenes])(`%s is, when upgraded, what its log comes to now${but}`, (_scene, { row, log }) => {
        const { before, facts } = replay(now, log);
        const replayed = whole({ ...before });
        expect(whole(upgraded(now, row))).toEqual(difference?.because(replayed) ?? replayed);
        expect(facts).toEqual(log.map((said) => said.facts));
      });

      test.each([...scenes])(
        '%s comes to its end by its timers alone, upgraded or replayed',
        (_scene, { row, log }) => {
          for (const before of [upgraded(now, row), replay(now, log).before])
            expect(timePasses(now, before)).toBe(endOf(golden.ends[name], before.state));
        },
      );
    });
  });
}

/** Where nothing is said of a state, it is the end already. */
const endOf = (ends: GoldenScenes['ends'][string] | undefined, state: string): string =>
  typeof ends === 'string' ? ends : (ends?.[state] ?? state);

type StateNode = NonNullable<Decidable['machine']>['root'];

const whole = ({ state, snapshot, timers }: Whole): Whole => ({ state, snapshot, timers });

/** By version, by scene: what was recorded. */
function recordedIn(folder: string): Map<number, Map<string, Golden>> {
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    versions.map((version) => {
      const scenes = readdirSync(join(folder, version)).map((file): [string, Golden] => [
        file.replace(/\.json$/, ''),
        JSON.parse(readFileSync(join(folder, version, file), 'utf8')),
      ]);
      return [Number(version.slice('v'.length)), new Map(scenes)];
    }),
  );
}

/** The states that a stored case can be in: not those that are passed through, nor the one that leaves nothing behind. */
function statesOf({ machine }: Decidable): string[] {
  if (machine === undefined) return [];
  const leaves = (node: StateNode): StateNode[] => {
    const within = Object.values(node.states);
    return within.length === 0 ? [node] : within.flatMap(leaves);
  };
  return leaves(machine.root)
    .filter((node) => (node.always ?? []).length === 0 && !node.tags.includes('erased'))
    .map((node) => node.path.join('.'));
}

const MOST_STEPS = 100;

/** Fires what is pending, each timer when it is due, until nothing is; answers the last state. */
function timePasses(definition: Decidable, before: Before): string {
  let now = before;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [next] = Object.entries(now.timers).sort(([, one], [, other]) => (one.due < other.due ? -1 : 1));
    if (next === undefined) return now.state;
    const [id, { token, due }] = next;
    const decision = decideTimer(definition, now, { id, token }, due);
    if (!decision?.next) throw new Error(`${definition.name}: the timer ${id} does nothing in ${now.state}`);
    now = { ...decision.next, version: now.version + 1 };
  }
  throw new Error(`${definition.name}: its timers never come to an end`);
}
