import { newId } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../src/index.ts';
import { actor, scene } from '../src/testing/index.ts';
import { errands, strikes } from './errand.ts';

const planner = actor('planner', 'errands.plan', 'errands.see');

async function asked(store = new MemoryStore()) {
  const at = scene({ at: '2026-06-30T09:00:00+02:00', definitions: [errands, strikes], store });
  const id = await at.begins(planner, errands, 'ask', { who: 'Anna', day: 'tue' });
  const view = async (who = planner) => {
    const seen = await at.kernel.view(errands, { office: at.office, actor: who, case: id });
    if (seen.refused) throw new Error(seen.refused.code);
    return seen;
  };
  const offered = async () =>
    (await view()).actions.map(({ command, refusal }) => [command, refusal?.code ?? 'offered']);
  return { at, id, view, offered };
}

describe('a case as a person sees it', () => {
  it('is shown only to those who may read it', async () => {
    const { view } = await asked();
    await expect(view(actor('stranger', 'errands.plan'))).rejects.toThrow('not_permitted');
    expect(await view()).toMatchObject({ state: 'open.planned', log: [{ command: 'ask', input: { who: 'Anna' } }] });
  });

  it('offers what person, state and rules allow, and says why not the rest', async () => {
    const { at, id, offered } = await asked();
    const calm = [
      ['setOut', 'offered'],
      ['comeBack', 'not_now'],
      ['note', 'offered'],
      ['finish', 'not_permitted'],
    ];
    expect(await offered()).toEqual(calm);
    for (const lines of [1, 2]) await at.begins(planner, strikes, 'create', { day: 'tue', lines });
    expect(await offered()).toEqual(calm);
    await at.begins(planner, strikes, 'create', { day: 'tue', lines: 3 });
    expect((await offered())[0]).toEqual(['setOut', 'on_strike']);
    expect((await at.does(planner, errands, 'setOut', {}, id)).refused?.code).toBe('on_strike');
  });

  it('is whole although somebody changes it meanwhile: its log ends with its version', async () => {
    class BusyStore extends MemoryStore {
      meanwhile: (() => Promise<unknown>) | undefined;
      override async log(office: string, id: string) {
        const { meanwhile } = this;
        this.meanwhile = undefined;
        await meanwhile?.();
        return super.log(office, id);
      }
    }
    const store = new BusyStore();
    const { at, id, view } = await asked(store);
    store.meanwhile = () => at.does(planner, errands, 'note', { text: 'x' }, id);
    expect(await view()).toMatchObject({ version: 1, log: [{ version: 1 }] });
    expect(await view()).toMatchObject({ version: 2, log: [{ version: 1 }, { version: 2 }] });
  });

  it('is not found under an id of nothing', async () => {
    const { at } = await asked();
    const seen = await at.kernel.view(errands, { office: at.office, actor: planner, case: newId() });
    expect(seen.refused?.code).toBe('not_found');
  });
});
