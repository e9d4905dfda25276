import { MemoryStore } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import { staffMembers } from '@front-office/organisation';
import { newId } from '@front-office/values';
import { verticals } from '@front-office/verticals';
import { expect, it } from 'vitest';
import { createOffice, modules, setUpOffice } from '../src/index.ts';

/** Personal fields that are no person’s data: what a thing is called, where a program listens, why a device was taken away. */
const ofThings = ['device', 'serviceAccount', 'webhook'];

it('whatever holds data of a person notes who looked at it', () => {
  const definitions = modules.flatMap((module) => [...module.definitions]);
  const holdsPersonal = definitions.filter(({ compiled }) =>
    [...compiled.values()].some(({ personal }) => personal.input.length > 0),
  );
  const named = (all: typeof definitions) => all.map(({ name }) => name).sort();
  const ofPersons = named(holdsPersonal).filter((name) => !ofThings.includes(name));
  expect(ofPersons).toEqual(['barredPerson', 'staffMember', 'visit']);
  // An absence tells of a person too, and a message of whom somebody wrote to.
  expect(named(definitions.filter(({ logsReads }) => logsReads))).toEqual(['absence', 'message', ...ofPersons].sort());
});

it('who looked at a colleague’s record is told to whoever answers for the office', async () => {
  const { now } = new ManualClock('2026-06-30T09:00:00+02:00');
  const kernel = createOffice({ store: new MemoryStore(), vertical: verticals.medical, now });
  const office = newId();
  const of = Object.values(await setUpOffice(kernel, office))[0] ?? '';
  const lena = { kind: 'staff', id: newId(), capabilities: new Set(['staff.read']) } as const;
  const auditor = { kind: 'staff', id: newId(), capabilities: new Set(['audit.read']) } as const;
  expect(await kernel.view(staffMembers, { office, actor: lena, case: of })).toMatchObject({ case: of });
  const told = await kernel.whoSaw({ office, actor: auditor, of });
  expect(told).toMatchObject({ seen: [{ by: { kind: 'staff', id: lena.id }, at: '2026-06-30T07:00:00.000Z' }] });
  expect((await kernel.whoSaw({ office, actor: lena, of })).refused?.code).toBe('not_permitted');
});
