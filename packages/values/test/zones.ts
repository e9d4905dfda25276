import * as fc from 'fast-check';
import { Instant, LocalDate, LocalTime, TimeZone } from '../src/index.ts';

/** Values as a test writes them down; a slip of the pen throws. */
export const zone = (name: string) => TimeZone.parse(name);
export const date = (text: string) => LocalDate.parse(text);
export const time = (text: string) => LocalTime.parse(text);
export const at = (text: string) => Instant.parse(text);

/** The zones whose clock changes taught somebody a lesson; the others are drawn from the runtime's whole list. */
const notorious = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Europe/Dublin',
  'America/Sao_Paulo',
  'America/Havana',
  'America/Scoresbysund',
  'Asia/Calcutta',
  'Europe/Kyiv',
];
const allZones = [...new Set([...notorious, ...Intl.supportedValuesOf('timeZone')])].map(zone);
export const anyZone = fc.oneof(fc.constantFrom(...notorious.map(zone)), fc.constantFrom(...allZones));

/** Since 2011 no zone has put its clock back across midnight, so each instant lies within the day it shows. */
const years = { min: new Date('2011-01-01T00:00:00Z'), max: new Date('2037-12-31T00:00:00Z'), noInvalidDate: true };
export const anyInstant = fc.date(years).map((moment) => Instant.parse(moment.toISOString()));
export const anyDate = fc.date(years).map((moment) => date(moment.toISOString().slice(0, 10)));
export const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => time(parts.map((part) => String(part).padStart(2, '0')).join(':')));
