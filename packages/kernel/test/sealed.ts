import type { KeyObject } from 'node:crypto';
import { checkpointLine, headerLine, rowLine, type Verdict, verifyExport } from '@front-office/sealed-log';
import type { PostRoom } from './letter.ts';

/** The sealed log of a scene's office as an auditor gets it, read a page of `limit` rows at a time. */
export async function exportOf({ store, office }: Pick<PostRoom, 'store' | 'office'>, limit = 3): Promise<string[]> {
  const lines = [headerLine(office)];
  for (let from = 0; ; ) {
    const page = await store.seals.read(office, from, limit);
    for (const line of page) {
      if ('row' in line) {
        from = line.index + 1;
        lines.push(rowLine(line.index, line.row));
      } else lines.push(checkpointLine(line.checkpoint));
    }
    if (!page.some((line) => 'row' in line)) return lines;
  }
}

/** What an auditor finds who has nothing but the export, the public key and checkpoints of earlier. */
export function verdictOn(
  lines: readonly string[],
  publicKey: KeyObject,
  keptCheckpoints: readonly string[] = [],
): Promise<Verdict> {
  return verifyExport(each(lines), { publicKey, keptCheckpoints });
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
