import { defineRoute, type Kernel, type Read, refuse } from '@front-office/kernel';
import { type Because as BecauseOf, levels, rightsOf, staffMembers, whoMay } from '@front-office/organisation';
import { displayName, Instant } from '@front-office/values';
import { peopleCapabilities } from '@front-office/verticals';
import * as z from 'zod';
import { rightsPolicyIn } from '../access/rights-policy.ts';
import { byIds } from './by-ids.ts';

const Texts = z.object({ de: z.string(), en: z.string() });

const CapabilityLine = z.object({
  capability: z.string(),
  group: z.string(),
  /** From which level on a role may give it. */
  from: z.enum(levels),
  /** Whether it only reads. */
  reads: z.boolean(),
  /** What it lets somebody do, as a person says it. */
  words: Texts,
});

const Because = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('owner') }),
  z.object({ kind: z.literal('role'), role: z.string(), title: Texts, level: z.enum(levels) }),
  z.object({ kind: z.literal('deputy'), for: z.uuid(), name: z.string(), until: Instant }),
]);

/** All that people may be given, in words: what a screen for roles is made of. */
export const capabilities = defineRoute({
  method: 'GET',
  path: '/capabilities',
  summary: 'Everything that a role can give, in words',
  needs: 'staff.read',
  input: z.strictObject({}),
  output: z.object({ capabilities: z.array(CapabilityLine) }),
  run: async () => ({ capabilities: forPeople }),
});

/** What somebody may do and why: their own rights for everybody, another person's for whoever gives rights. */
export const myRights = defineRoute({
  method: 'GET',
  path: '/my-rights',
  summary: 'What one may do here, and why',
  needs: 'office.read',
  input: z.strictObject({}),
  output: z.object({
    name: z.string().nullable(),
    level: z.enum(levels).nullable(),
    rights: z.array(CapabilityLine.extend({ because: z.array(Because) })),
    labels: z.array(z.string()),
  }),
  run: async ({ kernel, office, actor }) => rightsInWords(kernel, office, actor.id),
});

export const rightsOfStaff = defineRoute({
  method: 'GET',
  path: '/staff-members/{staffMember}/rights',
  summary: 'What a staff member may do here, and why',
  needs: 'capabilities.grant',
  input: z.strictObject({ staffMember: z.uuid() }),
  output: myRights.output,
  async run({ kernel, office }, { staffMember }) {
    const rights = await rightsInWords(kernel, office, staffMember);
    return rights.name === null ? { refused: refuse('not_found') } : rights;
  },
});

/** Why a button is not there: who may do it instead. */
export const whyNot = defineRoute({
  method: 'GET',
  path: '/why-not/{capability}',
  summary: 'Which roles may do something, from which level on, and who has one of them now',
  needs: 'office.read',
  input: z.strictObject({ capability: z.string().max(100) }),
  output: z.object({
    words: Texts.nullable(),
    roles: z.array(z.object({ title: Texts, from: z.enum(levels) })),
    people: z.array(z.string()),
  }),
  async run({ kernel, office }, { capability }) {
    const may = await whoMay({ read: readsOf(kernel, office) }, capability, kernel.now());
    return {
      words: forPeople.find((line) => line.capability === capability)?.words ?? null,
      roles: may.roles.map(({ title, from }) => ({ title, from })),
      people: may.people.map(({ name }) => displayName(name)),
    };
  },
});

const readsOf =
  (kernel: Kernel, office: string) =>
  <T>(read: Read<T>) =>
    kernel.read(office, read);

const forPeople = Object.entries(peopleCapabilities).map(([capability, { group, from, reads, words }]) => ({
  capability,
  group,
  from,
  reads,
  words,
}));

async function rightsInWords(kernel: Kernel, office: string, staff: string) {
  const asking = { read: readsOf(kernel, office), policy: rightsPolicyIn(kernel) };
  const rights = await rightsOf(asking, staff, kernel.now());
  if (rights === undefined) return { name: null, level: null, rights: [], labels: [] };
  const absent = [...rights.capabilities.values()].flat().flatMap((why) => (why.kind === 'deputy' ? [why.for] : []));
  const people = await kernel.read(office, byIds(staffMembers, absent));
  const nameOf = (id: string) => {
    const person = people.get(id);
    return person ? displayName(person.name) : '—';
  };
  const titles = new Map(rights.roles.map(({ key, title }) => [key, title]));
  const lines = forPeople.flatMap((line) => {
    const because = rights.capabilities.get(line.capability);
    if (because === undefined) return [];
    return {
      ...line,
      because: because.map((why) => inWords(why, { titles, nameOf })),
    };
  });
  return {
    name: displayName(rights.staff.name),
    level: rights.level,
    rights: lines,
    labels: [...rights.labels].sort(),
  };
}

interface Naming {
  readonly titles: ReadonlyMap<string, z.output<typeof Texts>>;
  nameOf(staff: string): string;
}

function inWords(why: BecauseOf, { titles, nameOf }: Naming): z.output<typeof Because> {
  if (why.kind === 'role') return { ...why, title: titles.get(why.role) ?? { de: why.role, en: why.role } };
  return why.kind === 'deputy' ? { ...why, name: nameOf(why.for) } : why;
}
