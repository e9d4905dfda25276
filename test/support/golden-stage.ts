import {
  type Actor,
  type AnswerOf,
  asSaid,
  type CaseRow,
  type CommandName,
  createKernel,
  type Decidable,
  type InputOf,
  MemoryStore,
  type Said,
} from '../../packages/kernel/src/index.ts';
import { ManualClock } from '../../packages/kernel/src/testing/manual-clock.ts';
import { derivedId } from '../../packages/values/src/index.ts';

/** Where a golden scene is played: the real kernel over the memory store, with a clock and ids that are always the same. */
export interface GoldenStage {
  /** Someone asks for a command; throws when it is refused. Answers the case id. */
  does<D extends Decidable, K extends CommandName<D>>(
    who: Actor,
    definition: D,
    command: K,
    input: InputOf<D, K>,
    caseId?: string,
  ): Promise<string>;
  /** The clock is set to this moment, and what is due by then happens. */
  clockStrikes(at: string): Promise<void>;
  /** The clock is set to this moment while the server is down: what is due waits. */
  clockPasses(at: string): void;
}

/** Plays one story and answers the case it is about. */
export type GoldenScene = (stage: GoldenStage) => Promise<string>;

/** A package's scenes: for each workflow and record, by name, stories that end in every state that a case can be in. */
export interface GoldenScenes {
  readonly definitions: readonly Decidable[];
  readonly ports: unknown;
  /** When each scene begins: ISO 8601 with offset. */
  readonly at: string;
  readonly scenes: Readonly<Record<string, Readonly<Record<string, GoldenScene>>>>;
  /**
   * By name of a workflow: the state in which each of its cases ends when nothing happens but time; by the state of a case
   * where they differ, since one that waits for an effect waits for ever.
   */
  readonly ends: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** A case as some version stored it, and its log as it was said. */
export interface Golden {
  readonly row: CaseRow;
  readonly log: readonly Said[];
}

const IDS = '0b6f0a52-7c1e-5a39-9d51-3f2a8c4e6b70';
const OFFICE = derivedId(IDS, 'office');

/** Plays a scene with the program of today. The same scene and the same program give the same answer, to the last byte. */
export async function play(
  { definitions, ports, at }: GoldenScenes,
  name: string,
  scene: GoldenScene,
): Promise<Golden> {
  const clock = new ManualClock(at);
  const store = new MemoryStore();
  let cases = 0;
  let requests = 0;
  const newId = () => derivedId(IDS, `case ${cases++}`);
  const kernel = createKernel({ store, now: clock.now, definitions, ports, newId });

  const id = await scene({
    async does(actor, definition, command, input, caseId) {
      const request = `request-${requests++}`;
      const answer: AnswerOf<Decidable, string> = await kernel.dispatch(definition, command, input, {
        office: OFFICE,
        actor,
        request,
        case: caseId,
      });
      if (answer.refused)
        throw new Error(`${definition.name}.${command} was refused: ${JSON.stringify(answer.refused)}`);
      return answer.case;
    },
    async clockStrikes(to) {
      clock.set(to);
      await kernel.afterCommit.settle();
    },
    clockPasses: (to) => clock.set(to),
  });
  const { case: row } = await store.load({ office: OFFICE, workflow: name, case: id, lookups: [] });
  if (row === undefined) throw new Error(`The scene ends without a ${name}`);
  return { row, log: (await store.log(OFFICE, id)).map(asSaid) };
}
