import { Instant } from '@front-office/values';
import { describe, expect, it } from 'vitest';
import { visits } from '../src/index.ts';
import { anna, desk, everyDay, host, reception } from './reception.ts';

describe('an announced visitor', () => {
  const expected = { visitor: anna, host, company: 'Beispiel GmbH', purpose: 'delivery', note: 'Brings the samples' };

  it('is kept with all that was said, and is in the house from the check-in to the door', async () => {
    const at = reception();
    const expectedAt = Instant.parse('2026-06-30T10:00:00+02:00');
    const visit = await at.begins(desk, visits, 'expect', { ...expected, expectedAt });
    const row = await at.case(visits, visit);
    expect(row).toMatchObject({ tags: ['open'], snapshot: { context: { ...expected, expectedAt } } });
    const [log] = await at.store.log(at.office, visit);
    expect(log?.facts).toEqual([{ type: 'visitorExpected', host, expectedAt }]);
    expect(log?.personal).toEqual({
      '/input/visitor': anna,
      '/input/company': 'Beispiel GmbH',
      '/input/note': 'Brings the samples',
    });
    expect(await at.does(desk, visits, 'checkIn', {}, visit)).toMatchObject({ tags: ['open', 'inHouse'] });
    expect(await at.does(desk, visits, 'receive', {}, visit)).toMatchObject({ tags: ['open', 'inHouse'] });
    expect(await at.does(desk, visits, 'leave', {}, visit)).toMatchObject({ tags: [] });
  });

  it('may come on another day than the one announced: the visit ends with the day it takes place on', async () => {
    const at = reception({ hours: everyDay });
    const closesAt = async (id: string) => (await at.case(visits, id)).snapshot.context.closesAt;
    const later = { ...expected, expectedAt: Instant.parse('2026-07-02T10:00:00+02:00') };
    const visit = await at.begins(desk, visits, 'expect', later);
    expect(await closesAt(visit)).toBe('2026-07-02T17:00:00.000Z');
    await at.clockStrikes('2026-07-01T10:00:00+02:00');
    await at.does(desk, visits, 'checkIn', {}, visit);
    expect(await closesAt(visit)).toBe('2026-07-01T17:00:00.000Z');
    await at.clockStrikes('2026-07-01T19:00:00+02:00');
    expect(await at.case(visits, visit)).toMatchObject({ state: 'left', snapshot: { context: { forgotten: true } } });
  });

  it.each(['1999-12-31T23:59:59Z', '3000-01-01T00:00:00Z', '2999-12-31T23:59:59-12:00'])(
    'cannot be announced for %s, which is a slip of the year',
    async (expectedAt) => {
      const answer = await reception().does(desk, visits, 'expect', { ...expected, expectedAt });
      expect(answer.refused).toEqual({ code: 'input_invalid', figures: { fields: ['expectedAt: custom'] } });
    },
  );
});
