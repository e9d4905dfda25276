import { actor } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { barredPersons, visits } from '../src/index.ts';
import { hostId } from '../src/testing.ts';
import { anna, desk, host, kiosk, reception } from './reception.ts';

describe('a visitor whom nobody announced', () => {
  it('waits, is sent in and leaves; all of it is on the log', async () => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host, purpose: 'delivery' });
    expect((await at.case(visits, visit)).state).toBe('waiting');
    await at.minutesPass(1);
    await at.does(desk, visits, 'receive', { badge: '17' }, visit);
    await at.minutesPass(30);
    const answer = await at.does(desk, visits, 'leave', {}, visit);
    expect(answer).toMatchObject({ state: 'left', version: 3, facts: [{ type: 'visitorLeft', forgotten: false }] });
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'visitorReceived', 'visitorLeft']);
    expect((await at.case(visits, visit)).snapshot.context).toMatchObject({
      arrivedAt: '2026-06-30T07:00:00.000Z',
      receivedAt: '2026-06-30T07:01:00.000Z',
      endedAt: '2026-06-30T07:31:00.000Z',
      badge: '17',
    });
  });

  it('is refused with a host who does not receive visitors, and nothing is kept', async () => {
    const at = reception();
    const answer = await at.does(kiosk, visits, 'walkIn', { visitor: anna, host: hostId('Nobody') });
    expect(answer.refused?.code).toBe('host_unknown');
    expect(at.store.history(at.office)).toEqual([]);
  });

  it('cannot give a purpose that the house does not ask for', async () => {
    const at = reception();
    const answer = await at.does(kiosk, visits, 'walkIn', { visitor: anna, host, purpose: 'oncology' });
    expect(answer.refused).toEqual({
      code: 'purpose_unknown',
      figures: { purpose: 'oncology', offered: ['delivery'] },
    });
  });

  it.each(['Beispiel\u202eGmbH', 'Beispiel\nGmbH', '\u200b', '\u2066'])(
    'cannot write a company that would muddle the lines at the desk: %j',
    async (company) => {
      const at = reception();
      const answer = await at.does(kiosk, visits, 'walkIn', { visitor: anna, host, company });
      expect(answer.refused).toEqual({ code: 'input_invalid', figures: { fields: ['company: invalid_format'] } });
    },
  );

  it('tells the kiosk no more than that it worked, barred or not', async () => {
    const at = reception();
    await at.begins(desk, barredPersons, 'create', { name: anna, reason: 'Shouted at staff' });
    const barred = await at.does(kiosk, visits, 'walkIn', { visitor: anna, host });
    const welcome = await at.does(kiosk, visits, 'walkIn', { visitor: { family: 'Musterfrau' }, host });
    const seen = ({ case: _, ...rest }: Record<string, unknown>) => rest;
    expect(seen(barred)).toEqual(seen(welcome));
    expect(barred).toMatchObject({ state: 'waiting', tags: [], facts: [] });
  });
});

describe('a barred name', () => {
  it('warns the desk, however it is spelled, and stops nobody', async () => {
    const at = reception();
    const entry = await at.begins(desk, barredPersons, 'create', { name: anna, reason: 'House ban' });
    const visitor = { given: 'ANNA', family: 'Beispielmueller' };
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor, host });
    expect(await at.facts(visit)).toEqual(['visitorArrived', 'barredNameMatched']);
    expect((await at.case(visits, visit)).snapshot.context.barred).toEqual([entry]);
    const items = await at.store.workItems(at.office);
    expect(items.map(({ kind }) => kind).sort()).toEqual(['visit.nameBarred', 'visit.waiting']);
  });

  it('is looked up again on arrival: the list may have changed since the visit was announced', async () => {
    const at = reception();
    const visit = await at.begins(desk, visits, 'expect', {
      visitor: anna,
      host,
      expectedAt: Instant.parse('2026-06-30T10:00:00+02:00'),
    });
    await at.begins(desk, barredPersons, 'create', { name: anna, reason: 'House ban' });
    await at.does(desk, visits, 'checkIn', {}, visit);
    expect(await at.facts(visit)).toEqual(['visitorExpected', 'visitorArrived', 'barredNameMatched']);
  });

  it('no longer warns when the entry has ended', async () => {
    const at = reception();
    const until = Instant.parse('2026-06-30T09:00:00+02:00');
    await at.begins(desk, barredPersons, 'create', { name: anna, reason: 'House ban', until });
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    expect(await at.facts(visit)).toEqual(['visitorArrived']);
  });
});

describe('time', () => {
  it('closes a forgotten visit at closing time, and says so', async () => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    await at.does(desk, visits, 'receive', {}, visit);
    await at.clockStrikes('2026-06-30T17:59:59+02:00');
    expect((await at.case(visits, visit)).state).toBe('withHost');
    await at.clockStrikes('2026-06-30T18:00:00+02:00');
    const row = await at.case(visits, visit);
    expect(row).toMatchObject({ state: 'left', tags: [], timers: {} });
    expect(row.snapshot.context).toMatchObject({ forgotten: true, endedAt: '2026-06-30T16:00:00.000Z' });
  });

  it('never ends a visit before its last step, although that was after closing time', async () => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    at.clock.set('2026-06-30T18:05:00+02:00'); // the timer that closes it is late
    await at.does(desk, visits, 'receive', {}, visit);
    await at.clockStrikes('2026-06-30T18:06:00+02:00');
    const { receivedAt, endedAt, forgotten } = (await at.case(visits, visit)).snapshot.context;
    expect({ receivedAt, endedAt, forgotten }).toEqual({ receivedAt: endedAt, endedAt, forgotten: true });
    expect(endedAt).toBe('2026-06-30T16:05:00.000Z');
  });

  it('notes who did not come, at the end of the day they were expected', async () => {
    const at = reception();
    const expectedAt = Instant.parse('2026-06-30T10:00:00+02:00');
    const visit = await at.begins(desk, visits, 'expect', { visitor: anna, host, expectedAt });
    await at.clockStrikes('2026-06-30T18:00:00+02:00');
    expect(await at.facts(visit)).toEqual(['visitorExpected', 'visitorDidNotCome']);
  });

  it('lets nobody be announced for a day that is over', async () => {
    const at = reception();
    await at.clockStrikes('2026-06-30T18:00:00+02:00');
    const expectedAt = Instant.parse('2026-06-30T17:00:00+02:00');
    const answer = await at.does(desk, visits, 'expect', { visitor: anna, host, expectedAt });
    expect(answer.refused?.code).toBe('expected_day_over');
  });
});

describe('at the desk', () => {
  it('a second click on "send in" is told that the visitor is already with the host', async () => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    await at.does(desk, visits, 'receive', {}, visit);
    const again = await at.does(desk, visits, 'receive', {}, visit);
    expect(again.refused).toEqual({
      code: 'not_now',
      figures: { state: 'withHost', possible: ['leave', 'changeHost', 'keepBack'] },
    });
  });

  it('an unwelcome visitor is turned away with a reason, which lies apart as personal', async () => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    await at.does(desk, visits, 'turnAway', { reason: 'Threatened the staff' }, visit);
    const [, row] = await at.store.log(at.office, visit);
    expect(row?.personal).toEqual({
      '/input/reason': 'Threatened the staff',
      '/facts/0/reason': 'Threatened the staff',
    });
    expect(JSON.stringify({ ...row, personal: {} })).not.toContain('Threatened');
  });

  it('only what the state, the person and the rules allow is offered', async () => {
    const at = reception();
    const visit = await at.begins(kiosk, visits, 'walkIn', { visitor: anna, host });
    const trainee = actor('trainee', 'visits.read', 'visits.receive');
    const view = await at.kernel.view(visits, { office: at.office, actor: trainee, case: visit });
    if (view.refused) throw new Error('the trainee may see visits');
    expect(view.actions.map(({ command, refusal }) => [command, refusal?.code ?? 'offered'])).toEqual([
      ['checkIn', 'not_now'],
      ['receive', 'offered'],
      ['leave', 'offered'],
      ['turnAway', 'not_permitted'],
      ['changeHost', 'offered'],
      ['keepBack', 'not_permitted'],
    ]);
  });
});
