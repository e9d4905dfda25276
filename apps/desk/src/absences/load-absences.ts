import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { type Answered, api } from '../api.ts';
import { nameOf } from '../names.ts';
import { has } from '../people/my-rights.ts';
import { monthsAsked } from './days-away.ts';

export type Absence = OutputAt<OfficeRoutes, 'GET /absences'>['absences'][number];

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** Who is away in some months, with the names of everybody concerned. */
export interface AbsencesShown {
  readonly months: readonly string[];
  readonly absences: readonly Absence[];
  /** Whether there are more than are told. */
  readonly more: boolean;
  /** Who can be entered as away. */
  readonly colleagues: readonly Colleague[];
  readonly names: ReadonlyMap<string, string>;
  /** Whether one may enter, change and withdraw. */
  readonly mayReport: boolean;
}

interface Asked {
  readonly months: readonly string[];
  readonly zone: string;
  /** The person who asks; they can enter themselves. */
  readonly self: string | null;
}

export async function loadAbsences(asked: Asked, signal: AbortSignal): Promise<Answered<AbsencesShown>> {
  const rights = await api.call('GET /my-rights', {}, { signal });
  if (rights.problem) return rights;
  const [people, ...answers] = await Promise.all([
    has(rights.data, 'staff.invite') ? everybody(signal) : hosts(signal),
    ...monthsAsked(asked.months, asked.zone).map((month) => api.call('GET /absences', { month }, { signal })),
  ]);
  if (people.problem) return people;
  const failed = answers.find(({ problem }) => problem)?.problem;
  if (failed) return { problem: failed };
  const told = answers.flatMap(({ data }) => data?.absences ?? []);
  const absences = [...new Map(told.map((absence) => [absence.id as string, absence])).values()];
  const concerned = absences.flatMap(({ staff, deputy }) => [staff, ...(deputy === null ? [] : [deputy])]);
  const names = await namesFor([...concerned, ...(asked.self === null ? [] : [asked.self])], people.data.names, signal);
  const { here } = people.data;
  const isMissing = asked.self !== null && !here.includes(asked.self);
  return {
    data: {
      months: asked.months,
      absences,
      more: answers.some(({ data }) => data?.more),
      names,
      colleagues: [...here, ...(isMissing ? [asked.self] : [])].flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : { id, name };
      }),
      mayReport: has(rights.data, 'roster.absence.report'),
    },
  };
}

interface People {
  readonly names: ReadonlyMap<string, string>;
  /** Those who still work here. */
  readonly here: readonly string[];
}

const PAGE = 200;

async function everybody(signal: AbortSignal): Promise<Answered<People>> {
  const { data, problem } = await api.call('GET /staff', { limit: PAGE }, { signal });
  if (problem) return { problem };
  const names = new Map(data.staff.map(({ id, name }) => [id as string, nameOf(name)]));
  return { data: { names, here: data.staff.filter(({ active }) => active).map(({ id }) => id) } };
}

/** What everybody in the team is told: those whom visitors come to see. */
async function hosts(signal: AbortSignal): Promise<Answered<People>> {
  const { data, problem } = await api.call('GET /staff-members', { limit: PAGE }, { signal });
  if (problem) return { problem };
  const names = new Map(data.staffMembers.map(({ id, name }) => [id as string, name]));
  return { data: { names, here: [...names.keys()] } };
}

/** The names that are known and, of the others, what each person's own record says. A name that cannot be told is left out. */
export async function namesFor(
  ids: readonly string[],
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  const found = await Promise.all(
    unknown.map(async (staffMember) => {
      const { data } = await api.call('GET /staff-members/{staffMember}', { staffMember }, { signal });
      return [staffMember, data && nameOf(data.context.name)] as const;
    }),
  );
  return new Map([...known, ...found.flatMap(([id, name]) => (name ? [[id, name] as const] : []))]);
}
