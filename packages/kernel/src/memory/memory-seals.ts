import type { SealedLine, SealHead, SealStore } from '../after-commit/seal-port.ts';
import type { MemoryFeed } from './memory-feed.ts';
import { type Offices, officeOf } from './office-rows.ts';

/** The sealed order of a memory store's logs. */
export function memorySeals(offices: Offices, feed: MemoryFeed): SealStore {
  return {
    async head(office): Promise<SealHead> {
      return structuredClone(officeOf(offices, office).head);
    },
    async append(batches, cursor, to) {
      if (batches.some(({ office, from }) => officeOf(offices, office).head.size !== from)) return undefined;
      const moved = feed.move(cursor, to);
      if (moved === undefined) return undefined;
      for (const batch of structuredClone(batches)) {
        const own = officeOf(offices, batch.office);
        own.sealed.push(batch);
        own.head = batch.head;
      }
      return moved;
    },
    async read(office, from, limit) {
      const { log, sealed } = officeOf(offices, office);
      const lines: SealedLine[] = [];
      let rows = 0;
      for (const batch of sealed) {
        for (const [offset, { case: id, version }] of batch.rows.entries()) {
          const index = batch.from + offset;
          const row = log.find((each) => each.case === id && each.version === version);
          if (index < from || row === undefined) continue;
          if (++rows > limit) return structuredClone(lines);
          lines.push({ index, row });
        }
        if (batch.head.size > from) lines.push({ size: batch.head.size, checkpoint: batch.checkpoint });
      }
      return structuredClone(lines);
    },
  };
}
