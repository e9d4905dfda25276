import { verticals } from '@front-office/verticals';
import { expect, it } from 'vitest';
import { actingAs } from '../src/acting-as.ts';

const callerOf = async (surface?: string) =>
  actingAs('office', verticals.medical)({ headers: { ...(surface && { 'front-office-surface': surface }) } } as never); // all that it looks at

it('the desk acts as the receptionist, the kiosk as a device that may do next to nothing', async () => {
  const desk = await callerOf('desk');
  expect(desk?.actor).toMatchObject({ kind: 'staff', id: 'reception' });
  expect(desk?.actor.capabilities.has('visits.receive')).toBe(true);
  const kiosk = await callerOf('kiosk');
  expect(kiosk?.actor).toMatchObject({ kind: 'device', id: 'kiosk' });
  expect([...(kiosk?.actor.capabilities ?? [])].sort()).toEqual(['hosts.search', 'office.read', 'visits.checkInSelf']);
});

it.each([undefined, 'Desk', 'desk, kiosk', 'lead', '__proto__', 'constructor'])('%s is nobody', async (surface) => {
  expect(await callerOf(surface)).toBeUndefined();
});
