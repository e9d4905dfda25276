import type { KeyObject } from 'node:crypto';
import { append, leafHash, originOf, rootOfFrontier, signCheckpoint } from '@front-office/sealed-log';
import type { LogRow } from '../store.ts';
import type { Company } from './company.ts';
import type { Consumer } from './relay.ts';
import type { SealedBatch } from './seal-port.ts';

const BATCH = 2_000;

/**
 * Seals the log: every row takes the next place in the Merkle tree of its office (RFC 6962), and each batch ends with a
 * signed checkpoint. Whoever keeps a checkpoint elsewhere can tell later whether the log before it is still the same.
 */
export const sealingConsumer = ({ store, now }: Company, key: KeyObject): Consumer => ({
  name: 'seal',
  batch: BATCH,
  async handle(rows, cursor, to) {
    const byOffice = Map.groupBy(rows, ({ office }) => office);
    const batches = await Promise.all(
      [...byOffice].map(async ([office, own]): Promise<SealedBatch> => {
        const { size, frontier } = await store.seals.head(office);
        const after = append(
          { size, roots: frontier },
          own.map(({ leaf }) => leafHash(leaf)),
        );
        const checkpoint = { origin: originOf(office), size: after.size, root: rootOfFrontier(after) };
        return {
          office,
          from: size,
          rows: own.map(placeOf),
          head: { size: after.size, frontier: after.roots },
          checkpoint: signCheckpoint(key, checkpoint),
          sealedAt: now(),
        };
      }),
    );
    return store.seals.append(batches, cursor, to);
  },
});

const placeOf = ({ case: id, version }: LogRow) => ({ case: id, version });
