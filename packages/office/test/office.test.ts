import { type Actor, MemoryStore } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import { Instant, newId } from '@front-office/values';
import { verticals } from '@front-office/verticals';
import { visits } from '@front-office/visits';
import { describe, expect, it } from 'vitest';
import { createOffice, fillDemoDay, setUpOffice } from '../src/index.ts';

const everyVertical = Object.values(verticals);

function officeOf(vertical = verticals.medical, at = '2026-06-30T09:00:00+02:00') {
  const store = new MemoryStore();
  const clock = new ManualClock(at);
  const id = newId();
  const office = createOffice({ store, vertical, now: clock.now });
  const desk: Actor = { kind: 'staff', id: 'desk', capabilities: new Set(vertical.roles.receptionist.capabilities) };
  const kiosk: Actor = { kind: 'device', id: 'kiosk', capabilities: new Set(vertical.kiosk.capabilities) };
  return { store, clock, id, office, desk, kiosk, vertical };
}

describe.each(everyVertical.map((vertical) => [vertical.name, vertical] as const))('a %s office', (_, vertical) => {
  it('is set up from its vertical, and setting it up again changes nothing', async () => {
    const { office, store, id } = officeOf(vertical);
    const staff = await setUpOffice(office, id);
    const rows = store.history(id).length;
    expect(rows).toBeGreaterThan(5);
    expect(await setUpOffice(office, id)).toEqual(staff);
    expect(store.history(id)).toHaveLength(rows);
  });

  it.each(['2026-06-30T09:00:00+02:00', '2026-06-28T23:50:00+02:00', '2026-12-25T00:05:00+01:00'])(
    'shows a lively day in the demo, opened at %s, once',
    async (at) => {
      const { store, clock, id } = officeOf(vertical, at);
      await fillDemoDay({ store, vertical, office: id, now: clock.now });
      const rows = await store.list({ office: id, workflow: visits.name, limit: 100 });
      const states = rows.map((row) => row.state);
      expect(new Set(states)).toEqual(new Set(['expected', 'waiting', 'withHost', 'left']));
      const before = store.history(id).length;
      clock.advanceMinutes(3);
      if (at.includes('T09')) await fillDemoDay({ store, vertical, office: id, now: clock.now });
      expect(store.history(id)).toHaveLength(before);
    },
  );

  it('closes a forgotten visit when its own hours end', async () => {
    const { office, clock, id, kiosk } = officeOf(vertical);
    const staff = await setUpOffice(office, id);
    const [name] = Object.entries(vertical.organisation.staff).find(([, { receivesVisitors }]) => receivesVisitors) ?? [
      '',
    ];
    const purpose = vertical.policy.visits.purposes[0]?.id;
    const answer = await office.dispatch(
      visits,
      'walkIn',
      { visitor: { family: 'Musterfrau' }, host: staff[name] ?? '', ...(purpose && { purpose }) },
      { office: id, actor: kiosk, request: 'a' },
    );
    if (answer.refused) throw new Error(answer.refused.code);
    clock.set('2026-06-30T23:59:59+02:00');
    await office.fireDueTimers();
    const [row] = await office.list({ office: id, workflow: visits.name, limit: 1 });
    expect(row?.state).toBe('left');
    expect(row?.snapshot.context).toMatchObject({ forgotten: true });
  });
});

describe('createOffice', () => {
  it('takes a staff directory of your own instead of organisation', async () => {
    const { store, clock, id, vertical, kiosk } = officeOf();
    const host = { id: newId(), name: { given: 'Ada', family: 'Beispiel' } };
    const directory = {
      byId: (wanted: string) => ({ lookups: [], from: () => (wanted === host.id ? host : undefined) }),
      search: () => ({ lookups: [], from: () => [host] }),
    };
    const closingTime = () => ({ lookups: [], from: () => Instant.parse('2026-06-30T18:00:00+02:00') });
    const office = createOffice({
      store,
      vertical,
      now: clock.now,
      ports: { visits: { hosts: directory, hours: { closingTime } } },
    });
    const asked = { office: id, actor: kiosk, request: 'a' };
    const answer = await office.dispatch(visits, 'walkIn', { visitor: { family: 'Musterfrau' }, host: host.id }, asked);
    expect(answer).toMatchObject({ state: 'waiting' });
  });

  it('says every refusal in German and English', () => {
    const { office } = officeOf();
    const refusal = { code: 'host_unknown', figures: { host: 'x' } };
    expect(office.say(refusal, 'de')).toMatch(/nicht verloren/);
    expect(office.say(refusal, 'en')).toMatch(/not lost/);
  });
});
