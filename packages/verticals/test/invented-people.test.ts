import { expect, test } from 'vitest';
import { type Vertical, verticals } from '../src/index.ts';

/**
 * Nobody real may be named, called or written to by the demo. These are the names and numbers that cannot be anybody's:
 * compounds that no register knows, ranges that the Bundesnetzagentur keeps free (notice 148/2021), domains of RFC 2606.
 */
const inventedFamily = /^(?:O')?(?:Muster|Beispiel|Probe|Sample|Example)\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$|^O'Example$/u;
const inventedCompany = /Muster|Beispiel|Probe|Sample|Example/;
const freePhone =
  /^(?:030 23125 \d{3}|069 90009 \d{3}|040 66969 \d{3}|0221 4710 \d{3}|089 99998 \d{3}|0171 39200 \d{2}|0176 040690 \d{2})$/;
const freeMail = /@example\.(?:com|org|net)$/;

const peopleOf = ({ organisation, sample }: Vertical) => [
  ...Object.values(organisation.staff).map(({ name }) => name),
  ...[...sample.expected, ...sample.walkIns].map(({ visitor }) => visitor),
  ...sample.barred.map(({ name }) => name),
];

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

test.each(Object.entries(verticals))('%s names nobody who could exist, and each person once', (_name, vertical) => {
  const people = peopleOf(vertical);
  for (const { given, family } of people) {
    expect(given).toBeTruthy();
    expect(family).toMatch(inventedFamily);
    expect(family).not.toBe('Mustermann');
  }
  const names = people.map(({ given, family }) => `${given} ${family}`);
  expect(new Set(names).size).toBe(names.length);
});

test.each(Object.entries(verticals))('%s lies in no real place and bears no real firm’s name', (_name, vertical) => {
  const { office, site } = vertical.organisation;
  expect(office.name).toMatch(inventedCompany);
  expect(site.address.at(-1)).toMatch(/^00001 (?:Musterstadt|Beispielstadt)$/);
  for (const { company } of [...vertical.sample.expected, ...vertical.sample.walkIns])
    if (company !== undefined) expect(company).toMatch(inventedCompany);
});

test.each(Object.entries(verticals))('%s dials and writes to nobody', (_name, vertical) => {
  for (const text of textsOf(vertical)) {
    for (const [number] of text.matchAll(/(?:\+|\b0)\d[\d /-]{5,}\d/g)) expect(number).toMatch(freePhone);
    for (const [address] of text.matchAll(/\S+@\S+/g)) expect(address).toMatch(freeMail);
    expect(text).not.toMatch(/https?:|www\./);
  }
});
