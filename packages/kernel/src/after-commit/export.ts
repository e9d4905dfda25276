import { checkpointLine, headerLine, rowLine } from '@front-office/sealed-log';
import type { Store } from '../store.ts';

const PAGE = 500;

/**
 * The sealed log of an office, line by line, as `verifyExport` of sealed-log takes it: every row with its personal
 * fields, and the signed checkpoint after each batch. Rows that are not sealed yet are not in it.
 */
export async function* exportLog({ seals }: Pick<Store, 'seals'>, office: string): AsyncGenerator<string> {
  yield headerLine(office);
  for (let from = 0; ; ) {
    let next = from;
    for (const line of await seals.read(office, from, PAGE)) {
      yield 'row' in line ? rowLine(line.index, line.row) : checkpointLine(line.checkpoint);
      if ('row' in line) next = line.index + 1;
    }
    if (next === from) return;
    from = next;
  }
}
