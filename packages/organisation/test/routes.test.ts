import { defineRecord } from '@front-office/kernel';
import { derivedId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import { dayExceptions, departments, organisationModule, rooms, StaffMember } from '../src/index.ts';
import { hires, lead, openOffice, practice } from './office-in-a-scene.ts';
import { asks, routeAt } from './over-the-wire.ts';

const unknown = derivedId('0197be0c-7a5b-7c3d-8e4f-0123456789ab', 'nobody');

describe('the record of the office', () => {
  test('is told with its id, and changed by it', async () => {
    const { at, own } = await openOffice({ mail: 'praxis@example.com', kind: 'medical' });
    const record = { ...practice, mail: 'praxis@example.com', deskMail: null, kind: 'medical', id: own };
    expect(await asks(at, 'GET /office/record')).toEqual(record);
    const changed = { ...practice, name: 'Praxis am Musterplatz', office: own };
    expect(await asks(at, 'POST /offices/{office}/change', changed)).toMatchObject({ case: own, version: 2 });
    expect(await asks(at, 'GET /office')).toMatchObject({ name: 'Praxis am Musterplatz' });
  });

  test('is not found while there is none', async () => {
    const { at } = await openOffice();
    const elsewhere = { ...at, office: unknown };
    expect(await asks(elsewhere, 'GET /office/record')).toMatchObject({ refused: { code: 'not_found' } });
  });
});

test('a site is added, listed and changed', async () => {
  const { at, site: main } = await openOffice();
  const branch = { name: 'Zweigstelle', address: ['Beispielweg 2', '00001 Musterstadt'] };
  const added = (await asks(at, 'POST /sites', branch)) as { case: string };
  const site = added.case;
  await asks(at, 'POST /sites/{site}/change', { ...branch, site, name: 'Zweigstelle Süd' });
  expect(await asks(at, 'GET /sites')).toMatchObject({ sites: [{ id: main }, { id: site, name: 'Zweigstelle Süd' }] });
  expect(await asks(at, 'GET /sites/{site}', { site })).toMatchObject({
    context: { name: 'Zweigstelle Süd' },
    log: [{ command: 'create' }, { command: 'change', by: { id: 'lead' } }],
  });
});

test('departments and rooms are added, listed with those withdrawn, and changed', async () => {
  const { at, site } = await openOffice();
  const { case: department } = (await asks(at, 'POST /departments', { name: 'Labor', site })) as { case: string };
  const own = { name: 'Blutabnahme', kind: 'other', site, department };
  const { case: room } = (await asks(at, 'POST /rooms', own)) as { case: string };
  await asks(at, 'POST /rooms/{room}/change', { ...own, room, withdrawn: true });
  await asks(at, 'POST /departments/{department}/change', { name: 'Labor', site, department, withdrawn: true });
  const [listed, roomsListed] = [await asks(at, 'GET /departments'), await asks(at, 'GET /rooms')];
  expect(listed).toEqual({
    departments: [{ id: department, name: 'Labor', site, head: null, withdrawn: true }],
    next: null,
  });
  expect(roomsListed).toEqual({ rooms: [{ ...own, id: room, withdrawn: true }], next: null });
  expect(await asks(at, 'GET /rooms/{room}', { room })).toMatchObject({ version: 2 });
  expect(await asks(at, 'GET /departments/{department}', { department })).toMatchObject({ version: 2 });
});

test.each(['departments', 'rooms'] as const)('all 120 %s of a large school are listed, page by page', async (kind) => {
  const { at, site } = await openOffice();
  const named = Array.from({ length: 120 }, (_, index) => ({ name: `Nummer ${index + 1}`, site }));
  const ids: string[] = [];
  for (const each of named)
    ids.push(
      kind === 'rooms'
        ? await at.begins(lead, rooms, 'create', { ...each, kind: 'other' })
        : await at.begins(lead, departments, 'create', each),
    );
  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = (await asks(at, `GET /${kind}`, { after })) as Page;
    seen.push(...(page[kind] ?? []).map(({ id }) => id));
    after = page.next;
  }
  expect(seen).toEqual(ids);
});

type Lines = readonly { readonly id: string }[];
type Page = { readonly next: string | null; readonly departments?: Lines; readonly rooms?: Lines };

describe('days with other hours', () => {
  const closed = (date: string) => ({ date, ranges: [] });
  const datesFrom = async (at: Awaited<ReturnType<typeof openOffice>>['at'], from?: string) => {
    const answer = (await asks(at, 'GET /day-exceptions', { from })) as { dayExceptions: { date: string }[] };
    return answer.dayExceptions.map(({ date }) => date);
  };

  test('are listed by date from today until the end of the next year, each once', async () => {
    const { at } = await openOffice();
    const dates = ['2027-12-31', '2026-12-31', '2028-01-01', '2026-06-29', '2026-06-30', '2026-08-03', '2027-01-01'];
    for (const date of dates) await at.begins(lead, dayExceptions, 'create', closed(date));
    expect(await datesFrom(at)).toEqual(['2026-06-30', '2026-08-03', '2026-12-31', '2027-01-01', '2027-12-31']);
    expect(await datesFrom(at, '2026-12-31')).toEqual(['2026-12-31', '2027-01-01', '2027-12-31']);
    expect(await datesFrom(at, '2025-01-01')).toEqual(['2026-06-29', '2026-06-30', '2026-08-03', '2026-12-31']);
  });

  test('begin with the day that it is at the office, not in UTC', async () => {
    const { at } = await openOffice();
    at.clock.set('2026-07-01T00:30:00+02:00');
    for (const date of ['2026-06-30', '2026-07-01']) await at.begins(lead, dayExceptions, 'create', closed(date));
    expect(await datesFrom(at)).toEqual(['2026-07-01']);
  });

  test('are entered, changed, and gone once they are withdrawn', async () => {
    const { at } = await openOffice();
    const { case: dayException } = (await asks(at, 'POST /day-exceptions', closed('2026-07-02'))) as { case: string };
    const outing = { ...closed('2026-07-02'), reason: 'Betriebsausflug', dayException };
    await asks(at, 'POST /day-exceptions/{dayException}/change', outing);
    expect(await asks(at, 'GET /day-exceptions')).toMatchObject({ dayExceptions: [{ reason: 'Betriebsausflug' }] });
    await asks(at, 'POST /day-exceptions/{dayException}/change', { ...outing, withdrawn: true });
    expect(await datesFrom(at)).toEqual([]);
    const seen = await asks(at, 'GET /day-exceptions/{dayException}', { dayException });
    expect(seen).toMatchObject({ version: 3, context: { withdrawn: true } });
  });
});

describe('staff', () => {
  const name = { given: 'Anna', family: 'Beispielmüller' };

  test('everybody is listed with all that is set about them, also who receives nobody and who has left', async () => {
    const { at, site } = await openOffice();
    const [one, other] = await hires(at, site, [
      { ...name, receivesVisitors: false, mail: 'anna@example.com' },
      { family: 'Mustermeier', active: false },
    ]);
    const placed = { site, departments: [], room: null, deputies: [], successor: null, language: 'de' };
    expect(await asks(at, 'GET /staff')).toEqual({
      staff: [
        { ...placed, id: one, name, receivesVisitors: false, active: true, mail: 'anna@example.com' },
        { ...placed, id: other, name: { family: 'Mustermeier' }, receivesVisitors: true, active: false, mail: null },
      ],
      next: null,
    });
    expect(await asks(at, 'GET /staff-members')).toEqual({ staffMembers: [], next: null });
  });

  test('who was taken on by version 1 is listed as today’s version knows them', async () => {
    const { at, site } = await openOffice();
    const version1 = defineRecord({
      name: 'staffMember',
      schema: StaffMember.pick({ name: true, site: true, receivesVisitors: true, active: true }),
      create: 'staff.invite',
      change: 'staff.invite',
      read: 'staff.read',
    });
    await at.begins(lead, version1, 'create', { name, site, receivesVisitors: true, active: true });
    expect(await asks(at, 'GET /staff')).toMatchObject({
      staff: [{ name, mail: null, language: 'de', departments: [], room: null, deputies: [], successor: null }],
    });
  });

  test('somebody is taken on, and changed', async () => {
    const { at, site } = await openOffice();
    const employed = { name, site, receivesVisitors: true, active: true };
    const { case: staffMember } = (await asks(at, 'POST /staff-members', employed)) as { case: string };
    const changed = await asks(at, 'POST /staff-members/{staffMember}/change', {
      ...employed,
      staffMember,
      active: false,
    });
    expect(changed).toMatchObject({ case: staffMember, version: 2 });
    expect(await asks(at, 'GET /staff-members/{staffMember}', { staffMember })).toMatchObject({
      context: { active: false },
    });
  });

  test.each(['deputies', 'successor'])('nobody is among their own %s', async (field) => {
    const { at, site } = await openOffice();
    const [anna = '', emil = ''] = await hires(at, site, [name, { family: 'Mustermeier' }]);
    const naming = (id: string) => (field === 'deputies' ? { deputies: [emil, id] } : { successor: id });
    const asked = { name, site, receivesVisitors: true, active: true, staffMember: anna };
    const change = 'POST /staff-members/{staffMember}/change';
    for (const id of [anna, anna.toUpperCase()])
      expect(await asks(at, change, { ...asked, ...naming(id) })).toMatchObject({ refused: { code: 'not_oneself' } });
    const answer = await asks(at, change, {
      ...asked,
      ...(field === 'deputies' ? { deputies: [emil] } : naming(emil)),
    });
    expect(answer).toMatchObject({ version: 2 });
  });
});

describe('what each route needs', () => {
  test.each(['offices', 'sites', 'departments', 'rooms', 'day-exceptions'])('%s: to be read or changed', (kind) => {
    const written = organisationModule.routes.filter(({ path }) => path.startsWith(`/${kind}`));
    for (const { method, needs } of written) expect(needs).toBe(method === 'GET' ? 'office.read' : 'policies.change');
    expect(written).toHaveLength(kind === 'offices' ? 1 : 4);
  });

  test('the record of the office, with its addresses, and everybody with theirs, are for who may change them', () => {
    expect(routeAt('GET /office/record').needs).toBe('policies.change');
    for (const written of ['GET /staff', 'POST /staff-members', 'POST /staff-members/{staffMember}/change'])
      expect(routeAt(written).needs).toBe('staff.invite');
  });
});
