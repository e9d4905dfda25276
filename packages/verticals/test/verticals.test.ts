import { DevicePolicy } from '@front-office/devices';
import { IntegrationsPolicy } from '@front-office/integrations';
import { languages } from '@front-office/kernel';
import { actor, scene } from '@front-office/kernel/testing';
import {
  dayExceptions,
  hostDirectory,
  MailAddress,
  Office,
  offices,
  organisationModule,
  sites,
  staffMembers,
} from '@front-office/organisation';
import { LocalTime, WEEKDAYS } from '@front-office/values';
import { barredPersons, VisitPolicy } from '@front-office/visits';
import { describe, expect, test } from 'vitest';
import { inTheLead } from '../src/bundles.ts';
import { closingDaysOf, isVerticalName, type Vertical, verticals } from '../src/index.ts';
import { eachKind, kinds } from './kinds.ts';

const lead = actor('lead', ...inTheLead);

/** Enters everything that a kind of office brings along, as setting one up does; answers the staff's ids. */
const setUp = async ({ organisation, sample, ...kind }: Vertical) => {
  const at = scene({ at: '2026-06-30T07:00:00Z', definitions: [...organisationModule.definitions, barredPersons] });
  await at.begins(lead, offices, 'create', organisation.office);
  const site = await at.begins(lead, sites, 'create', organisation.site);
  const staff = new Map<string, string>();
  for (const [key, { rights, deputies, department, room, ...person }] of Object.entries(organisation.staff))
    staff.set(key, await at.begins(lead, staffMembers, 'create', { ...person, site, active: true }));
  for (const year of [2026, 2027, 2028])
    for (const day of closingDaysOf({ organisation, sample, ...kind }, year))
      await at.begins(lead, dayExceptions, 'create', day);
  for (const person of sample.barred) await at.begins(lead, barredPersons, 'create', person);
  return { at, staff };
};

describe.each(eachKind)('an office of the kind %s', (_name, kind) => {
  const { organisation, sample, policy } = kind;
  const visits = [...sample.expected, ...sample.walkIns];

  test('is set up by its own head without a refusal, and the kiosk finds whom the sample visitors want', async () => {
    const { at, staff } = await setUp(kind);
    for (const { host } of visits) {
      const name = organisation.staff[host]?.name;
      const found = await at.kernel.read(at.office, hostDirectory.search((name?.family ?? '').slice(0, 8), 8));
      expect(found.map(({ id }) => id)).toContain(staff.get(host));
    }
  });

  test('has people whom visitors may ask for, and others', () => {
    const receives = Object.values(organisation.staff).map(({ receivesVisitors }) => receivesVisitors);
    expect(new Set(receives)).toEqual(new Set([true, false]));
  });

  test('writes to everybody at an address of their own, and the desk reads mail too', () => {
    const { mail, deskMail } = Office.parse(organisation.office);
    const addresses = Object.values(organisation.staff).map((person) => person.mail);
    expect(new Set([mail, deskMail, ...addresses]).size).toBe(addresses.length + 2);
    for (const address of [mail, deskMail, ...addresses]) expect(MailAddress.safeParse(address).success).toBe(true);
  });

  test('has a policy that visits can keep, and asks for purposes of that policy only', () => {
    expect(VisitPolicy.parse(policy.visits)).toEqual(policy.visits);
    const offered = policy.visits.purposes.map(({ id }) => id);
    for (const { purpose } of visits) if (purpose) expect(offered).toContain(purpose);
    for (const language of languages)
      expect(kind.words[language].kiosk.purpose === undefined).toBe(offered.length === 0);
  });

  test('expects its visitors in order, while it is open on every day that it opens in the morning', () => {
    const { hours } = Office.parse(organisation.office);
    const workdays = WEEKDAYS.filter((day) => day !== 'sat' && hours[day].length > 0);
    expect(workdays.length).toBeGreaterThan(0);
    for (const { at } of visits.map(({ at }) => ({ at: LocalTime.parse(at) })))
      for (const day of workdays) expect(hours[day].some(({ from, to }) => from <= at && at < to)).toBe(true);
    for (const times of [sample.expected, sample.walkIns].map((list) => list.map(({ at }) => at)))
      expect(times).toEqual(times.toSorted());
  });

  test('has a text for everything in both languages, none of them the other one’s', () => {
    const texts = (language: 'de' | 'en') => {
      const { kiosk, ...words } = kind.words[language];
      return { ...words, ...kiosk };
    };
    expect(Object.keys(texts('de')).sort()).toEqual(Object.keys(texts('en')).sort());
    for (const language of languages)
      for (const text of Object.values(texts(language))) expect(text).toMatch(/^\p{Lu}.*[\p{L}.?]$/u);
    expect(texts('de').privacyNotice).not.toBe(texts('en').privacyNotice);
    expect(kind.words.de.kiosk.privacyNotice).toMatch(/\b(Sie|Ihren)\b/);
  });

  test('closes on the same days every year', () => {
    const days = [2026, 2027].map((year) => closingDaysOf(kind, year).map(({ date }) => date));
    expect(days[0]?.length).toBeGreaterThan(0);
    expect(days[1]).toEqual(days[0]?.map((date) => date.replace('2026', '2027')));
    expect(days[0]).toEqual(days[0]?.toSorted());
  });
});

test('the host is reminded before two minutes are over, and then the desk is told', () => {
  for (const { policy } of Object.values(verticals))
    expect(policy.visits.hostReminderMinutes + policy.visits.deskToldMinutes).toBe(2);
});

test('visits and messages are kept for thirty days, and mail names no visitor where the visit itself is a secret', () => {
  for (const { policy } of kinds) expect([policy.visits.keepDays, policy.messages.keepDays]).toEqual([30, 30]);
  const named = Object.values(verticals).filter(({ policy }) => policy.messages.namesVisitors);
  expect(named.map(({ name }) => name)).toEqual(['school', 'small-business']);
});

test('a device is paired within minutes, and programs are kept on a short line', () => {
  for (const { policy } of kinds) {
    expect(DevicePolicy.parse(policy.devices)).toEqual({ pairingMinutes: 10 });
    expect(IntegrationsPolicy.parse(policy.integrations)).toEqual(policy.integrations);
    expect(policy.integrations.webhookAddresses).toBe('public');
  }
});

test('quiet hours are times of day', () => {
  for (const { policy } of kinds)
    for (const time of Object.values(policy.messages.quiet ?? {})) expect(LocalTime.parse(time)).toBe(time);
});

test('closing days hold both their first and their last day', () => {
  const days = closingDaysOf(verticals.medical, 2026).map(({ date }) => date);
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-12-24', '2026-12-31', 8]);
});

test('a practice asks no purpose at the kiosk, a law office no more than whether it is a delivery', () => {
  expect(verticals.medical.policy.visits.purposes).toEqual([]);
  expect(verticals.legal.policy.visits.purposes.map(({ id }) => id)).toEqual(['delivery']);
});

test('a kind is found by its name, as the command line takes it', () => {
  for (const [name, { name: own }] of Object.entries(verticals)) expect(own).toBe(name);
  expect(['medical', 'legal', 'school', 'small-business'].every(isVerticalName)).toBe(true);
  expect(['', 'Medical', 'smallBusiness', 'constructor', 'toString'].some(isVerticalName)).toBe(false);
});
