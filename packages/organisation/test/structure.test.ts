import { byKey } from '@front-office/kernel';
import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import { departments, officeKind, offices, placeKnown, rooms, SiteId, sites, staffMembers } from '../src/index.ts';
import entered from './golden/office/v2/entered.json' with { type: 'json' };
import { emptyOffice, hires, lead, openOffice, practice, visitor } from './office-in-a-scene.ts';

type Place = Awaited<ReturnType<typeof openOffice>>['at'];

const anna = { name: { given: 'Anna', family: 'Beispielmüller' }, receivesVisitors: true, active: true };
const nobody = newId();

/** A practice with a laboratory, a consultation room in it, and two colleagues. */
async function staffedOffice() {
  const { at, site } = await openOffice();
  const laboratory = await at.begins(lead, departments, 'create', { name: 'Labor', site });
  const room = { name: 'Sprechzimmer 1', kind: 'consultation', site, department: laboratory } as const;
  const consultation = await at.begins(lead, rooms, 'create', room);
  const [emil = '', uta = ''] = await hires(at, site, [
    { given: 'Emil', family: 'Mustermeier' },
    { given: 'Uta', family: 'Probestein' },
  ]);
  const leaves = (id: string) => at.does(lead, staffMembers, 'change', { ...anna, site, active: false }, id);
  return { at, site, laboratory, room, consultation, emil, uta, leaves };
}

describe('a record that names another', () => {
  test.each([
    ['site_unknown', { site: nobody }],
    ['department_unknown', { departments: [nobody] }],
    ['room_unknown', { room: nobody }],
    ['staff_unknown', { deputies: [nobody] }],
    ['successor_unknown', { successor: nobody }],
  ])('is refused with %s when nothing here has that id', async (code, differences) => {
    const { at, site } = await staffedOffice();
    const answer = await at.does(lead, staffMembers, 'create', { ...anna, site, ...differences });
    expect(answer.refused).toEqual({ code, figures: { id: nobody } });
  });

  test('is refused for a department and for a room alike', async () => {
    const { at, site } = await staffedOffice();
    const kind = 'other';
    const answers = [
      await at.does(lead, departments, 'create', { name: 'Labor', site: nobody }),
      await at.does(lead, departments, 'create', { name: 'Labor', site, head: nobody }),
      await at.does(lead, rooms, 'create', { name: 'Keller', kind, site: nobody }),
      await at.does(lead, rooms, 'create', { name: 'Keller', kind, site, department: nobody }),
    ];
    const codes = answers.map(({ refused }) => refused?.code);
    expect(codes).toEqual(['site_unknown', 'staff_unknown', 'site_unknown', 'department_unknown']);
  });

  test('finds nothing of another office, nor a record of another kind', async () => {
    const { at, site, laboratory } = await staffedOffice();
    const elsewhere = { office: newId(), actor: lead, request: newId() };
    const answer = await at.kernel.dispatch(departments, 'create', { name: 'Labor', site }, elsewhere);
    const misplaced = await at.does(lead, departments, 'create', { name: 'Labor', site: laboratory });
    expect([answer, misplaced].map(({ refused }) => refused?.code)).toEqual(['site_unknown', 'site_unknown']);
  });

  test('cannot choose what was withdrawn, or who has left', async () => {
    const { at, site, laboratory, consultation, room, emil, leaves } = await staffedOffice();
    await at.does(lead, rooms, 'change', { ...room, withdrawn: true }, consultation);
    await at.does(lead, departments, 'change', { name: 'Labor', site, withdrawn: true }, laboratory);
    await leaves(emil);
    const choices = [{ room: consultation }, { departments: [laboratory] }, { deputies: [emil] }, { successor: emil }];
    const codes: (string | undefined)[] = [];
    for (const choice of choices) {
      const { refused } = await at.does(lead, staffMembers, 'create', { ...anna, site, ...choice });
      codes.push(refused?.code);
    }
    expect(codes).toEqual(['room_unknown', 'department_unknown', 'staff_unknown', 'successor_unknown']);
  });

  test('keeps what it named before: a room that was withdrawn keeps nobody from a new address', async () => {
    const { at, site, laboratory, consultation, room, emil, uta, leaves } = await staffedOffice();
    const placed = { site, room: consultation, departments: [laboratory], deputies: [emil], successor: emil };
    const id = await at.begins(lead, staffMembers, 'create', { ...anna, ...placed });
    await at.does(lead, rooms, 'change', { ...room, withdrawn: true }, consultation);
    await at.does(lead, departments, 'change', { name: 'Labor', site, withdrawn: true }, laboratory);
    await leaves(emil);
    const change = { ...anna, ...placed, mail: 'anna@example.com', deputies: [emil, uta] };
    expect(await at.does(lead, staffMembers, 'change', change, id)).toMatchObject({ version: 2 });
  });

  test('keeps with its log only the ids that were no good, and none when all were', async () => {
    const { at, site, emil } = await staffedOffice();
    const id = await at.begins(lead, staffMembers, 'create', { ...anna, site, deputies: [emil], successor: emil });
    const [row] = await at.store.log(at.office, id);
    const none = {
      unusableSites: [],
      unusableDepartments: [],
      unusableRooms: [],
      unusableStaff: [],
      isOwner: false,
      isNamedByThemselves: false,
    };
    expect(row?.known).toEqual(none);
  });
});

describe('whoever leaves', () => {
  test('may name a successor who works here', async () => {
    const { at, site, emil, uta } = await staffedOffice();
    const left = { ...anna, site, active: false, successor: uta };
    expect(await at.does(lead, staffMembers, 'change', left, emil)).toMatchObject({ version: 2 });
  });

  test('cannot hand over to somebody who has left since they were named', async () => {
    const { at, site, emil, uta, leaves } = await staffedOffice();
    const employed = { ...anna, site, successor: uta };
    await at.does(lead, staffMembers, 'change', employed, emil);
    await leaves(uta);
    const answer = await at.does(lead, staffMembers, 'change', { ...employed, active: false }, emil);
    expect(answer.refused).toEqual({ code: 'successor_unknown', figures: { id: uta } });
  });

  test('has handed over: that the successor leaves later changes nothing', async () => {
    const { at, site, emil, uta, leaves } = await staffedOffice();
    const left = { ...anna, site, active: false, successor: uta };
    await at.does(lead, staffMembers, 'change', left, emil);
    await leaves(uta);
    const answer = await at.does(lead, staffMembers, 'change', { ...left, receivesVisitors: false }, emil);
    expect(answer).toMatchObject({ version: 3 });
  });
});

test.each([
  ['a deputy twice', { deputies: [nobody, nobody] }],
  ['six deputies', { deputies: Array.from({ length: 6 }, () => newId()) }],
  ['a department twice', { departments: [nobody, nobody] }],
])('%s is no valid input', async (_what, differences) => {
  const { at, site } = await openOffice();
  const answer = await at.does(lead, staffMembers, 'create', { ...anna, site, ...differences });
  expect(answer.refused?.code).toBe('input_invalid');
});

test('departments and rooms are kept by whoever may change policies', async () => {
  const { at, site, room } = await staffedOffice();
  const answers = [
    await at.does(visitor, departments, 'create', { name: 'Abrechnung', site }),
    await at.does(visitor, rooms, 'create', room),
  ];
  expect(answers.map(({ refused }) => refused?.figures.needs)).toEqual(['policies.change', 'policies.change']);
});

test('departments and rooms in use are found all at once, and by their site', async () => {
  const { at, site, laboratory, consultation, room } = await staffedOffice();
  const branch = await at.begins(lead, sites, 'create', { name: 'Zweigstelle', address: ['Beispielweg 2'] });
  const workshop = await at.begins(lead, departments, 'create', { name: 'Werkstatt', site: branch });
  await at.begins(lead, rooms, 'create', { ...room, withdrawn: true });
  const found = async (record: { readonly name: string }, key: string) =>
    (await at.kernel.read(at.office, byKey(record, key))).map(({ id }) => id);
  expect(await found(departments, 'departments')).toEqual([laboratory, workshop]);
  expect(await found(departments, branch)).toEqual([workshop]);
  expect(await found(rooms, 'rooms')).toEqual([consultation]);
  expect(await found(rooms, site)).toEqual([consultation]);
});

describe('a place for a device', () => {
  const isKnown = (at: Place, site: string, room: string | null) => at.kernel.read(at.office, placeKnown(site, room));

  test('is a site, or a room of that site', async () => {
    const { at, site, consultation } = await staffedOffice();
    expect([await isKnown(at, site, null), await isKnown(at, site, consultation)]).toEqual([true, true]);
    expect([await isKnown(at, nobody, null), await isKnown(at, site, nobody)]).toEqual([false, false]);
  });

  test('is no room of another site, none that was withdrawn, and no site that is a room', async () => {
    const { at, site, consultation, room } = await staffedOffice();
    const branch = await at.begins(lead, sites, 'create', { name: 'Zweigstelle', address: ['Beispielweg 2'] });
    expect(await isKnown(at, branch, consultation)).toBe(false);
    expect(await isKnown(at, consultation, null)).toBe(false);
    await at.does(lead, rooms, 'change', { ...room, withdrawn: true }, consultation);
    expect([await isKnown(at, site, consultation), await isKnown(at, site, null)]).toEqual([false, true]);
  });
});

describe('the kind of an office', () => {
  const kindOf = (at: Place) => at.kernel.read(at.office, officeKind);

  test('is what its record says, and nothing before anybody has said it', async () => {
    expect(await kindOf(emptyOffice())).toBeNull();
    const { at, own } = await openOffice();
    expect(await kindOf(at)).toBeNull();
    await at.does(lead, offices, 'change', { ...practice, kind: 'small-business' }, own);
    expect(await kindOf(at)).toBe('small-business');
  });

  test('is nothing in an office that version 2 stored', () => {
    const stored = { id: entered.row.id, version: 1, data: entered.row.snapshot.context };
    expect(officeKind.from([[stored]])).toBeNull();
  });

  test.each(['Medical', 'small business', '', '-', 'a'.repeat(41)])('is never "%s"', async (kind) => {
    const { at, own } = await openOffice();
    const answer = await at.does(lead, offices, 'change', { ...practice, kind }, own);
    expect(answer.refused?.code).toBe('input_invalid');
  });
});

test('a site is found in lower case, however its id was typed', async () => {
  const { at, site } = await openOffice();
  const id = await at.begins(lead, departments, 'create', { name: 'Labor', site: site.toUpperCase() });
  expect((await at.case(departments, id)).snapshot.context.site).toBe(SiteId.parse(site));
});
