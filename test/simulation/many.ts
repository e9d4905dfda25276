import type { Kernel, ManyProgress, One } from '../../packages/kernel/src/index.ts';
import { anna, definitionOf } from './office/office.ts';
import type { People, Wish } from './people.ts';
import type { Server } from './server.ts';
import { Violation } from './violation.ts';
import type { World } from './world.ts';

/** An import: many wishes of one kind, sent together. One that is broken off is begun again from its first item. */
export async function sendTogether(
  world: World,
  people: People,
  wishes: readonly Wish[],
  batch: number,
): Promise<void> {
  const inDoubt = () => {
    for (const wish of wishes) wish.inDoubt = true;
  };
  await people.untilAnswered((server) => runOnce(server, { world, people, wishes, batch }), inDoubt);
}

interface Import {
  readonly world: World;
  readonly people: People;
  readonly wishes: readonly Wish[];
  readonly batch: number;
}

async function runOnce(server: Server, { world, people, wishes, batch }: Import): Promise<void> {
  const [first] = wishes;
  if (first === undefined) return;
  const isWritten = ({ office, logged }: Wish) => world.book.rowOf(office.id, logged) !== undefined;
  const before = new Set(wishes.filter(isWritten));
  const items = wishes.map(({ request, input, case: id }): One => ({ request, input, case: id }));
  const run = many(server.kernel, server.version, first, items, batch);
  const refusals = new Map<string, ManyProgress['refusals'][number]['refusal']>();
  let last: ManyProgress | undefined;
  for await (const progress of run) {
    last = progress;
    for (const { request, refusal } of progress.refusals) refusals.set(request, refusal);
  }
  people.checks.push(() => {
    const { accepted = 0, repeated = 0, refused = 0 } = last ?? {};
    if (accepted + repeated + refused !== wishes.length)
      throw new Violation('many are counted', `${accepted} + ${repeated} + ${refused} of ${wishes.length}`);
    if (repeated < before.size)
      throw new Violation('what was accepted is left out', `${repeated} of ${before.size} were left out`);
    for (const wish of wishes) {
      const refusal = refusals.get(wish.request);
      if (refusal) people.judgeRefusal(wish, { refused: refusal }, before.has(wish));
      else if (!isWritten(wish)) throw new Violation('acknowledged is written', `${wish.logged} is not in the log`);
    }
  });
}

function many(
  { dispatchMany }: Kernel,
  version: 1 | 2,
  { office, workflow, command }: Wish,
  items: readonly One[],
  batch: number,
) {
  // The deeds make inputs that fit their commands.
  const all = { office: office.id, actor: anna, items: items as readonly One<never>[], batch };
  return dispatchMany(definitionOf(version, workflow), command as never, all);
}
