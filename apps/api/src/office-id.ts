import { derivedId } from '@front-office/values';

/** Demo offices have the same id on every machine, so that a link into one works after a restart. */
const DEMO_OFFICES = '6d3f4f2e-8f0a-5c53-9e0b-2d1c7a90b6f4';

export const officeIdOf = (vertical: string): string => derivedId(DEMO_OFFICES, vertical);
