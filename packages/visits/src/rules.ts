import { type Ask, type Given, known, type Read, refuse, through } from '@front-office/kernel';
import { type Instant, isBefore, matchKey, type Opening } from '@front-office/values';
import type * as z from 'zod';
import { barredBy } from './barred.ts';
import { MOST_MINUTES_WAITED, type VisitPolicy } from './policy.ts';
import type { VisitPorts } from './ports.ts';
import type { inputs, Known, Visit } from './schema.ts';

type Expect = z.output<typeof inputs.expect>;
type WalkIn = z.output<typeof inputs.walkIn>;
type Beginning = Given<undefined, Expect | WalkIn, Known>;
type ChangeHost = z.output<typeof inputs.changeHost>;

/** The host is somebody who receives visitors now. */
export const hostReceives = ({
  input,
  known: { host },
}: Given<unknown, { readonly host: string }, Pick<Known, 'host'>>) =>
  host === null ? refuse('host_unknown', { host: input.host }) : undefined;

/** The purpose is one that this house asks for; a house that asks for none takes none. */
export const purposeIsOffered = ({ input: { purpose }, known: { policy } }: Beginning) =>
  purpose === undefined || policy.purposes.some(({ id }) => id === purpose)
    ? undefined
    : refuse('purpose_unknown', { purpose, offered: policy.purposes.map(({ id }) => id) });

/** The label is one of those for which this house keeps visits back. */
export const labelIsOffered = ({ input: { label }, known: { policy } }: Given<undefined, Expect, Known>) =>
  labelAmong(label, policy);

/** The same of a visit, which has copied the policy. */
export const labelIsOfferedStill = ({
  input: { label },
  context: { policy },
}: Given<Visit, { label: string | null }>) => labelAmong(label, policy);

/** A house that keeps nothing back does not offer to. */
export const houseKeepsBack = ({ context: { policy } }: Given<Visit>) =>
  policy.labels.length === 0 ? refuse('nothing_kept_back') : undefined;

const labelAmong = (label: string | null | undefined, { labels }: Pick<VisitPolicy, 'labels'>) =>
  label === null || label === undefined || labels.some(({ id }) => id === label)
    ? undefined
    : refuse('label_unknown', { label, offered: labels.map(({ id }) => id) });

/** A visitor can still be announced while the office is open on that day, even when the hour has just passed. */
export const dayIsNotOver = ({ input, known: { closesAt }, at }: Given<undefined, Expect, Known>) =>
  isBefore(at, closesAt)
    ? undefined
    : refuse('expected_day_over', { expectedAt: input.expectedAt, closedAt: closesAt });

type AskFor<Input> = Ask<VisitPorts, Input>;

/** What every visit begins with: its host, its closing time, the house's policy and whether the name is barred. */
export const beginningKnows = {
  host: ({ ports, input }: AskFor<Expect | WalkIn>) =>
    input ? through(ports.visits.hosts.byId(input.host), (host) => (host ? { id: input.host } : null)) : known(null),
  closesAt: ({ ports, input, at }: AskFor<Expect | WalkIn>): Read<Instant> =>
    ports.visits.hours.closingTime(input && 'expectedAt' in input ? input.expectedAt : at),
  policy: ({ ports }: AskFor<unknown>) => ports.visits.policy,
  barred: ({ input, at }: AskFor<Expect | WalkIn>) => (input ? barredBy(matchKey(input.visitor), at) : known([])),
};

/** Enough open time to count any policy along it: a visit that was announced has its own, which no read can see. */
const openTime = ({ ports, at }: AskFor<unknown>): Read<readonly Opening[]> =>
  ports.visits.hours.openTime(at, MOST_MINUTES_WAITED);

/** Who walks in arrives at once, so it is also known how long the office stays open. */
export const walkInKnows = { ...beginningKnows, openTime };

/** The new host must receive visitors. */
export const changeHostKnows = {
  host: ({ ports, input }: AskFor<ChangeHost>) =>
    input ? through(ports.visits.hosts.byId(input.host), (host) => (host ? { id: input.host } : null)) : known(null),
};

/** On arrival the list and the hours are looked at again: both may have changed since the visit was announced. */
export const arrivalKnows = {
  closesAt: ({ ports, at }: AskFor<unknown>) => ports.visits.hours.closingTime(at),
  openTime,
  barred: ({ at }: AskFor<unknown>) => barredBy({ context: 'nameKey' satisfies keyof Visit }, at),
};
