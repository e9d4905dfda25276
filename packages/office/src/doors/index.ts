import { myOffices } from './my-offices.ts';
import { pair, pairDemo } from './pair.ts';
import { lookAtSetUp, takeSetUp } from './set-up.ts';

/** The doors that need more than sign-in alone. Their `services` are `DoorServices`. */
export const doors = [lookAtSetUp, takeSetUp, pair, pairDemo, myOffices] as const;
