import { describe, expect, it, vi } from 'vitest';
import { defineWorkflow, type EffectHere, MemoryStore, type Migrations } from '../src/index.ts';
import { scene } from '../src/testing/index.ts';
import { clerk, letters, nineOClock, type Post, postRoom } from './letter.ts';

/** A courier who remembers what he was given. */
function watchedCourier(answer?: Awaited<ReturnType<Post['courier']>>) {
  const rounds: EffectHere<Post>[] = [];
  const courier: Post['courier'] = async (_, here) => {
    rounds.push(here);
    return answer;
  };
  return { courier, rounds };
}

describe('an effect', () => {
  it('waits in the store after the commit, and is carried out once, with what it was told', async () => {
    const { courier, rounds } = watchedCourier();
    const at = postRoom({ courier });
    const id = await at.write('Anna', 3);
    expect(rounds).toEqual([]);
    expect(at.store.waiting(at.office)).toEqual([{ key: `${id}:1:0`, effect: 'letter.send', params: { copies: 3 } }]);

    expect(await at.kernel.afterCommit.runEffects()).toBe(1);
    expect(rounds).toMatchObject([
      {
        office: at.office,
        case: id,
        key: `${id}:1:0`,
        attempt: 1,
        at: at.clock.now(),
        context: { to: 'Anna', copies: 3 },
      },
    ]);
    expect(rounds[0]?.signal.aborted).toBe(false);
    expect(at.store.waiting(at.office)).toEqual([]);
    expect(await at.kernel.afterCommit.runEffects()).toBe(0);
  });

  it('of a command that is refused, or repeated, does not come about', async () => {
    const at = postRoom();
    await at.does(clerk, letters, 'write', { to: 'Anna', copies: 0 });
    const first = await at.does(clerk, letters, 'write', { to: 'Anna', copies: 1 }, undefined, 'one wish');
    await at.does(clerk, letters, 'write', { to: 'Anna', copies: 1 }, undefined, 'one wish');
    expect(at.store.waiting(at.office)).toMatchObject([{ key: first.refused ? '' : `${first.case}:1:0` }]);
  });

  it('that names something which its parameters do not allow is a bug, and nothing is committed', async () => {
    const at = postRoom();
    await expect(at.write('Anna', 10)).rejects.toThrow('copies');
    expect(at.store.history(at.office)).toEqual([]);
  });

  it('sees the case as it is now, and reads what else it needs', async () => {
    const seen: unknown[] = [];
    const at = postRoom({
      courier: async (_, here) => {
        seen.push(here.context, await here.read({ lookups: [], from: () => 'read' }));
        return undefined;
      },
    });
    await at.write('Anna', 2);
    await at.kernel.afterCommit.runEffects();
    expect(seen).toEqual([{ to: 'Anna', copies: 2 }, 'read']);
  });

  it('sees a case of an older machine as the machine of today does', async () => {
    const { courier, rounds } = watchedCourier();
    const store = new MemoryStore();
    const { office, write } = postRoom({ store });
    await write();
    const { machine, facts, read, start, commands, effects } = letters;
    const migrate: Migrations = {
      1: (stored) => ({ ...stored, snapshot: { ...stored.snapshot, context: { to: 'Anna the Elder', copies: 2 } } }),
    };
    const next = defineWorkflow({
      name: 'letter',
      version: 2,
      machine,
      facts,
      read,
      start,
      commands,
      effects,
      migrate,
    });
    const today = scene({ at: nineOClock, definitions: [next], ports: { courier }, store, office });
    await today.kernel.afterCommit.runEffects();
    expect(rounds).toMatchObject([{ context: { to: 'Anna the Elder' } }]);
  });

  it('of a case that is erased meanwhile is not carried out', async () => {
    const { courier, rounds } = watchedCourier();
    const at = postRoom({ courier });
    await at.shred(await at.write());
    await at.kernel.afterCommit.runEffects();
    expect(rounds).toEqual([]);
    expect(at.problems).toEqual([]);
  });

  it('that was taken from the queue just before its case was erased is let go', async () => {
    const { courier, rounds } = watchedCourier();
    class LateStore extends MemoryStore {
      leased: (() => Promise<unknown>) | undefined;
      override async load(wanted: Parameters<MemoryStore['load']>[0]) {
        const { leased } = this;
        this.leased = undefined;
        await leased?.();
        return super.load(wanted);
      }
    }
    const store = new LateStore();
    const at = postRoom({ courier, store });
    const id = await at.write();
    store.leased = () => at.shred(id);
    expect(await at.kernel.afterCommit.runEffects()).toBe(1);
    expect([rounds, at.problems, at.store.waiting(at.office)]).toEqual([[], [], []]);
  });

  it('goes with fifteen others at once, and the rest follow as there is room', async () => {
    let underWay = 0;
    let most = 0;
    const at = postRoom({
      async courier() {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        return undefined;
      },
    });
    for (let n = 0; n < 40; n++) await at.write();
    const begun: number[] = [];
    for (let round = 0; round < 4; round++) begun.push(await at.kernel.afterCommit.runEffects());
    expect([begun, most]).toEqual([[16, 16, 8, 0], 16]);
  });

  it('is taken from the queue only when there is room for it', async () => {
    const ends: (() => void)[] = [];
    const at = postRoom({ courier: () => new Promise((resolve) => ends.push(() => resolve(undefined))) });
    for (let n = 0; n < 20; n++) await at.write();
    const lease = vi.spyOn(at.store.jobs, 'lease');
    const { runEffects } = at.kernel.afterCommit;
    const rounds = [runEffects()];
    await expect.poll(() => ends.length).toBe(16);
    rounds.push(runEffects());
    for (const end of ends.slice(0, 3)) end();
    await new Promise((resolve) => setImmediate(resolve));
    rounds.push(runEffects());
    await expect.poll(() => ends.length).toBe(19);
    expect(lease.mock.calls.map(([{ limit }]) => limit)).toEqual([16, 3]);
    for (const end of ends) end();
    expect(await Promise.all(rounds)).toEqual([16, 0, 3]);
  });
});

describe('the answer of an effect', () => {
  const receipt = { command: 'taken', input: { receipt: 'R1' } };

  it('is a command on its case: it has the right to it, and its request id is the key of the effect', async () => {
    const at = postRoom(watchedCourier(receipt));
    const id = await at.write();
    await at.kernel.afterCommit.settle();
    expect(await at.facts(id)).toEqual(['letterWritten', 'letterTaken']);
    const [, taken] = await at.store.log(at.office, id);
    expect(taken).toMatchObject({
      command: 'taken',
      by: { kind: 'system', id: 'effects' },
      request: `effect:${id}:1:0`,
    });
  });

  it('that is told twice, since the server died before it was noted, is one command', async () => {
    let tries = 0;
    const at = postRoom({
      courier: async () => {
        tries += 1;
        return { command: 'taken', input: { receipt: `R${tries}` } };
      },
    });
    const id = await at.write();
    const { finish } = at.store.jobs;
    at.store.jobs.finish = async () => false; // the lease runs out with the server
    await at.kernel.afterCommit.runEffects();
    at.store.jobs.finish = finish;
    await at.minutesPass(2);
    expect(tries).toBe(2);
    expect(await at.facts(id)).toEqual(['letterWritten', 'letterTaken']);
    expect([at.problems, at.store.waiting(at.office)]).toEqual([[], []]);
  });

  it.each([
    ['has gone on', 'not_now'],
    ['is erased', 'not_found'],
  ])('that comes when the case %s is dropped', async (how) => {
    const at = postRoom({
      async courier(_, here) {
        if (how === 'is erased') await at.shred(here.case);
        else await at.does(clerk, letters, 'taken', { receipt: 'by hand' }, here.case);
        return receipt;
      },
    });
    const id = await at.write();
    await at.kernel.afterCommit.runEffects();
    expect(at.store.history(at.office).filter((row) => row.case === id)).toHaveLength(2);
    expect([at.problems, at.store.waiting(at.office)]).toEqual([[], []]);
  });

  it('that the rules refuse is a failure, and tried again', async () => {
    const at = postRoom(watchedCourier({ command: 'complain', input: { reason: 'poison' } }));
    await at.write();
    await at.kernel.afterCommit.runEffects();
    expect(at.problems).toMatchObject([{ where: 'letter.send', error: { code: 'answer_reason_silly' } }]);
    expect(at.store.waiting(at.office)).toHaveLength(1);
  });

  it('with a command that there is not is a failure', async () => {
    const at = postRoom(watchedCourier({ command: 'burn', input: {} }));
    await at.write();
    await at.kernel.afterCommit.runEffects();
    expect(String(at.problems[0]?.error)).toContain('letter has no command "burn"');
  });
});
