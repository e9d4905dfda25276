import { expect, test } from 'vitest';
import { dayExceptions, organisationModule, staffMembers } from '../src/index.ts';
import { de, en } from '../src/words/index.ts';
import { hires, lead, openOffice, visitor } from './office-in-a-scene.ts';
import { asks, routeAt } from './over-the-wire.ts';

test('the office says its name, language and hours of today', async () => {
  const { at } = await openOffice();
  expect(await asks(at, 'GET /office')).toEqual({
    name: 'Praxis Dr. Beispielmüller',
    zone: 'Europe/Berlin',
    country: 'DE',
    language: 'de',
    today: {
      date: '2026-06-30',
      hours: [
        { from: '08:00', to: '12:00' },
        { from: '15:00', to: '18:00' },
      ],
      reason: null,
      open: true,
      closesAt: '2026-06-30T16:00:00.000Z',
    },
  });
});

test('the office says why today is not like other days, in its own language', async () => {
  const { at } = await openOffice();
  at.clock.set('2026-10-03T09:00:00+02:00');
  expect(await asks(at, 'GET /office')).toMatchObject({ today: { hours: [], reason: 'Tag der Deutschen Einheit' } });
  await at.begins(lead, dayExceptions, 'create', {
    date: '2026-10-03',
    ranges: [{ from: '08:00', to: '10:00' }],
    reason: 'Notdienst',
  });
  expect(await asks(at, 'GET /office')).toMatchObject({ today: { reason: 'Notdienst', open: true } });
});

test('the desk can announce a visitor for every host of a large school, page by page', async () => {
  const { at, site } = await openOffice();
  const ids = await hires(
    at,
    site,
    Array.from({ length: 120 }, (_, index) => ({
      family: `Muster${'abcdefghij'[index % 10]}`,
      receivesVisitors: index % 3 > 0,
    })),
  );
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = (await asks(at, 'GET /staff-members', { after })) as {
      staffMembers: { id: string }[];
      next: string | null;
    };
    seen.push(...page.staffMembers.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual(ids.filter((_, index) => index % 3 > 0));
});

test('a page that is just full is the last one', async () => {
  const { at, site } = await openOffice();
  await hires(at, site, [{ family: 'Musterfrau' }, { family: 'Beispielmann' }]);
  expect(await asks(at, 'GET /staff-members', { limit: '2' })).toMatchObject({ next: null });
  expect(await asks(at, 'GET /staff-members', { limit: '1' })).toMatchObject({
    staffMembers: [{ name: 'Musterfrau' }],
    next: expect.any(String),
  });
});

test('the list of staff is for the desk, not for the kiosk', () => {
  expect(routeAt('GET /staff-members').needs).toBe('staff.read');
  expect(routeAt('GET /staff-members/{staffMember}').needs).toBe('staff.read');
  expect(routeAt('GET /office').needs).toBe('office.read');
});

test('who may not take people on is refused', async () => {
  const { at, site } = await openOffice();
  const answer = await at.does(visitor, staffMembers, 'create', {
    name: { family: 'Musterfrau' },
    site,
    receivesVisitors: true,
    active: true,
  });
  expect(answer.refused).toEqual({ code: 'not_permitted', figures: { needs: 'staff.invite' } });
});

test('every record has a name in both languages, and the refusal names the place', () => {
  const records = organisationModule.definitions.map(({ name }) => name).sort();
  expect([Object.keys(de.records).sort(), Object.keys(en.records).sort()]).toEqual([records, records]);
  for (const words of [de, en]) expect(words.refusals.holidays_unknown({ place: 'DE-ZZ' })).toContain('DE-ZZ');
});
