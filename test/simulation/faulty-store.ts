import { type MemoryStore, type Store, StoreAway } from '../../packages/kernel/src/index.ts';
import type { Faults } from './faults.ts';
import type { Owner, Scheduler } from './scheduler.ts';

/** A case that something was written about. */
export type Touched = (office: string, caseId: string) => void;

/**
 * The store as one server reaches it: over a line on which a question waits its turn, may not arrive, and its answer may
 * be lost. What has arrived is done, whether the server that asked still lives or not.
 */
export function overTheLine(
  inner: MemoryStore,
  { server, scheduler, faults, touched }: { server: Owner; scheduler: Scheduler; faults: Faults; touched: Touched },
): Store {
  const through =
    <Asked extends unknown[], Answer>(label: string, ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      await scheduler.point(server, `asks ${label}`);
      if (faults.happens('storeAway')) throw new StoreAway(`${label}: not reached`);
      const answer = await ask(...asked);
      if (faults.happens('answerLost')) throw new StoreAway(`${label}: answer lost`);
      await scheduler.point(server, `hears ${label}`);
      return answer;
    };
  const { jobs, feed, seals } = inner;
  return {
    load: through('load', (wanted) => inner.load(wanted)),
    loadAll: through('loadAll', (wanted) => inner.loadAll(wanted)),
    commit: through('commit', async (commit) => {
      const outcome = await inner.commit(commit);
      touched(commit.case.office, commit.case.id);
      return outcome;
    }),
    commitAll: through('commitAll', async (commits) => {
      const done = await inner.commitAll(commits);
      for (const { case: row } of commits) touched(row.office, row.id);
      return done;
    }),
    upgrade: through('upgrade', async (row) => {
      const done = await inner.upgrade(row);
      touched(row.office, row.id);
      return done;
    }),
    log: through('log', (office, id) => inner.log(office, id)),
    list: through('list', (page) => inner.list(page)),
    workItems: through('workItems', (office, labels) => inner.workItems(office, labels)),
    requests: through('requests', (office, requests) => inner.requests(office, requests)),
    due: through('due', (now, limit) => inner.due(now, limit)),
    outdated: through('outdated', (workflow, version, limit) => inner.outdated(workflow, version, limit)),
    jobs: {
      lease: through('jobs.lease', jobs.lease),
      finish: through('jobs.finish', jobs.finish),
      postpone: through('jobs.postpone', jobs.postpone),
      bury: through('jobs.bury', jobs.bury),
      add: through('jobs.add', jobs.add),
      parked: through('jobs.parked', jobs.parked),
      dead: through('jobs.dead', jobs.dead),
      revive: through('jobs.revive', jobs.revive),
    },
    feed: {
      epoch: through('feed.epoch', () => feed.epoch()),
      end: through('feed.end', () => feed.end()),
      read: through('feed.read', (ask) => feed.read(ask)),
      rows: through('feed.rows', (positions) => feed.rows(positions)),
      labels: through('feed.labels', (positions) => feed.labels(positions)),
      hold: through('feed.hold', (ask) => feed.hold(ask)),
      advance: through('feed.advance', (cursor, to) => feed.advance(cursor, to)),
      release: through('feed.release', (cursor) => feed.release(cursor)),
    },
    seals: {
      head: through('seals.head', seals.head),
      append: through('seals.append', seals.append),
      read: through('seals.read', seals.read),
    },
  };
}
