import { type Actor, type Commit, known, MemoryStore } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import { dayExceptions, staffMembers } from '@front-office/organisation';
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
    await office.afterCommit.fireDueTimers();
    const [row] = await office.list({ office: id, workflow: visits.name, limit: 1 });
    expect(row?.state).toBe('left');
    expect(row?.snapshot.context).toMatchObject({ forgotten: true });
  });
});

/** A store whose power fails after so many commits. */
class FailingStore extends MemoryStore {
  left = Number.POSITIVE_INFINITY;

  override async commit(commit: Commit) {
    if (this.left-- <= 0) throw new Error('The power is gone.');
    return super.commit(commit);
  }
}

describe('a demo day that was cut off', () => {
  it('goes on at the next start, wherever it was cut off and however late the next start is', async () => {
    const { clock, vertical } = officeOf();
    const states = async (store: MemoryStore, office: string) =>
      (await store.list({ office, workflow: visits.name, limit: 100 })).map(({ state }) => state).sort();
    const [whole, id] = [new MemoryStore(), newId()];
    await fillDemoDay({ store: whole, vertical, office: id, now: clock.now });
    const commits = whole.history(id).length;
    expect(commits).toBeGreaterThan(20);
    // The kiosk's code is over when the start was cut off between offering and pairing it: it is offered once more.
    const but = (rows: readonly { workflow: string }[]) => rows.filter(({ workflow }) => workflow !== 'device').length;
    const lasting = but(whole.history(id));

    for (let left = 0; left < commits; left++) {
      const [store, office, later] = [new FailingStore(), newId(), new ManualClock(clock.now())];
      store.left = left;
      await expect(fillDemoDay({ store, vertical, office, now: later.now })).rejects.toThrow('The power is gone.');
      store.left = Number.POSITIVE_INFINITY;
      later.advanceMinutes(47);
      await fillDemoDay({ store, vertical, office, now: later.now });
      expect(await states(store, office), `after ${left} commits`).toEqual(await states(whole, id));
      expect(but(store.history(office)), `after ${left} commits`).toBe(lasting);
    }
  });

  it('leaves a visit alone that has gone another way in between', async () => {
    const { clock, vertical, id, desk } = officeOf();
    const store = new FailingStore();
    store.left = Number.POSITIVE_INFINITY;
    await setUpOffice(createOffice({ store, vertical, now: clock.now }), id);
    store.left = 4; // the kiosk is offered and paired, the first visitor is announced and has come
    await expect(fillDemoDay({ store, vertical, office: id, now: clock.now })).rejects.toThrow();
    store.left = Number.POSITIVE_INFINITY;
    const office = createOffice({ store, vertical, now: clock.now });
    const [first] = await office.list({ office: id, workflow: visits.name, limit: 1 });
    const asked = { office: id, actor: desk, request: 'a', case: first?.id };
    expect(await office.dispatch(visits, 'turnAway', { reason: 'Wrong day' }, asked)).toMatchObject({ version: 3 });
    await fillDemoDay({ store, vertical, office: id, now: clock.now });
    const rows = await office.list({ office: id, workflow: visits.name, limit: 100 });
    expect(rows.map(({ state }) => state)).toEqual(expect.arrayContaining(['turnedAway', 'withHost', 'waiting']));
  });
});

describe('a newer version with other sample data', () => {
  it('starts on the office that the older one set up, and leaves it as it is', async () => {
    const { office, store, clock, id, vertical } = officeOf();
    const staff = await setUpOffice(office, id);
    const { organisation } = vertical;
    const [[name, person]] = Object.entries(organisation.staff) as [[string, (typeof organisation.staff)[string]]];
    const renamed = { ...person, name: { ...person.name, family: 'Neubeispiel' } };
    const newer = {
      ...vertical,
      organisation: { ...organisation, staff: { ...organisation.staff, [name]: renamed } },
    };
    expect(await setUpOffice(createOffice({ store, vertical: newer, now: clock.now }), id)).toEqual(staff);
    const row = await store.load({ office: id, workflow: staffMembers.name, case: staff[name], lookups: [] });
    expect(row.case?.snapshot.context.name).toEqual(person.name);
  });

  it('knows the closing days of the year to come before it begins', async () => {
    const { office, store, id } = officeOf(verticals.school);
    await setUpOffice(office, id);
    const days = await store.list({ office: id, workflow: dayExceptions.name, limit: 999 });
    const years = days.map(({ snapshot }) => String(snapshot.context.date).slice(0, 4));
    expect([...new Set(years)].sort()).toEqual(['2026', '2027']);
  });

  it('says so when its data is no longer valid', async () => {
    const { store, clock, id, vertical } = officeOf();
    const { organisation } = vertical;
    const nameless = { ...organisation, office: { ...organisation.office, name: '' } };
    const office = createOffice({ store, vertical: { ...vertical, organisation: nameless }, now: clock.now });
    await expect(setUpOffice(office, id)).rejects.toThrow('office.create cannot be set up: input_invalid');
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
      ports: { visits: { hosts: directory, hours: { closingTime, openTime: () => known([]) } } },
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
