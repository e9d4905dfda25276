import { checkpointLine, headerLine, rowLine } from '@front-office/sealed-log';
import type { Store } from '../store.ts';

const PAGE = 500;

/**
 * The sealed log of an office, line by line, as `verifyExport` of sealed-log takes it: every row with its personal
 * fields, and the signed checkpoint after each batch. Rows that are not sealed yet are not in it, except those that tell of
 * an erasure: without them a row that was erased a moment ago would look like a forgery.
 */
export async function* exportLog(store: Pick<Store, 'seals' | 'log'>, office: string): AsyncGenerator<string> {
  yield headerLine(office);
  /** Cases with erased rows, of which no row has said so yet: the last version told. */
  const unexplained = new Map<string, number>();
  let from = 0;
  for (;;) {
    let next = from;
    for (const line of await store.seals.read(office, from, PAGE)) {
      yield 'row' in line ? rowLine(line.index, line.row) : checkpointLine(line.checkpoint);
      if (!('row' in line)) continue;
      next = line.index + 1;
      if (line.row.salt === null) unexplained.set(line.row.case, line.row.version);
      else unexplained.delete(line.row.case);
    }
    if (next === from) break;
    from = next;
  }
  for (const [id, told] of unexplained) {
    for (const row of await store.log(office, id)) if (row.version > told) yield rowLine(from++, row);
  }
}
