import { devicesModule } from '@front-office/devices';
import { integrationsModule } from '@front-office/integrations';
import { languages } from '@front-office/kernel';
import { messagesModule } from '@front-office/messages';
import { organisationModule } from '@front-office/organisation';
import { visitsModule } from '@front-office/visits';
import { expect, test } from 'vitest';
import {
  capabilityCatalogue,
  capabilityGroups,
  type KnownCapability,
  levels,
  peopleCapabilities,
} from '../src/index.ts';
import { kinds } from './kinds.ts';

const entries = Object.entries(capabilityCatalogue);
const named = (forWhom: string) =>
  entries.filter(([, entry]) => entry.for === forWhom).map(([name]) => name as KnownCapability);

/** By the routes of `office` alone: what is stuck, who saw a record, a link to sign in again. */
const askedByOffice = ['office.repair', 'audit.read', 'staff.recover'];

test('the catalogue holds just the capabilities that some command or route asks for', () => {
  const modules = [organisationModule, visitsModule, messagesModule, devicesModule, integrationsModule];
  const commands = modules.flatMap(({ definitions }) =>
    definitions.flatMap(({ read, compiled }) => [read, ...[...compiled.values()].map(({ needs }) => needs)]),
  );
  const routes = modules.flatMap((module) => module.routes.map(({ needs }) => needs));
  expect(entries.map(([name]) => name).sort()).toEqual([...new Set([...commands, ...routes, ...askedByOffice])].sort());
});

test('what is for people is held by somebody in every kind of office, what is for devices by the kiosk, and nothing else', () => {
  expect(Object.keys(peopleCapabilities)).toEqual(named('people'));
  for (const { roles, kiosk } of kinds) {
    const held = Object.values(roles).flatMap(({ capabilities }) => capabilities);
    expect([...new Set(held)].sort()).toEqual(named('people').sort());
    expect(kiosk.capabilities).toEqual(expect.arrayContaining(named('devices')));
    for (const capability of named('system')) expect(kiosk.capabilities).not.toContain(capability);
  }
});

test('what only reads says so, and no two capabilities are said in the same words', () => {
  for (const [name, { reads, from, group }] of entries) {
    if (name.endsWith('.read')) expect(reads).toBe(true);
    expect(levels).toContain(from);
    expect(Object.keys(capabilityGroups)).toContain(group);
  }
  for (const language of languages) {
    const texts = entries.map(([, { words }]) => words[language]);
    for (const text of texts) expect(text).toMatch(/^\p{Lu}.*\p{L}$/u);
    expect(new Set(texts).size).toBe(entries.length);
  }
  for (const { de, en } of [...entries.map(([, { words }]) => words), ...Object.values(capabilityGroups)])
    expect(de).not.toBe(en);
});
