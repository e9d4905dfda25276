import { newId } from '@front-office/values';
import { describe, expect, test } from 'vitest';
import type { Directory } from '../ports.ts';
import { anyHash, minute, sampleTicket } from './samples.ts';

/** What a directory promises of secrets that are good once. */
export function describeTickets(directory: () => Directory): void {
  describe('tickets', () => {
    test('may be looked at as often as one likes before they are taken', async () => {
      const ticket = sampleTicket();
      await directory().addTicket(ticket);
      for (const at of [minute(1), minute(2)]) {
        expect(await directory().ticket(ticket.kind, ticket.hash, at)).toEqual(ticket);
      }
      expect(await directory().takeTicket(ticket.kind, ticket.hash, minute(3))).toEqual(ticket);
      expect(await directory().ticket(ticket.kind, ticket.hash, minute(3))).toBeUndefined();
      expect(await directory().takeTicket(ticket.kind, ticket.hash, minute(3))).toBeUndefined();
    });

    test('of ten who take one at once exactly one gets it', async () => {
      const ticket = sampleTicket();
      await directory().addTicket(ticket);
      const take = () => directory().takeTicket(ticket.kind, ticket.hash, minute(3));
      const got = (await Promise.all(Array.from({ length: 10 }, take))).filter((one) => one !== undefined);
      expect(got).toEqual([ticket]);
    });

    test('are over at the instant that they say', async () => {
      const ticket = sampleTicket({ until: minute(10) });
      await directory().addTicket(ticket);
      expect(await directory().ticket(ticket.kind, ticket.hash, minute(10))).toBeUndefined();
      expect(await directory().takeTicket(ticket.kind, ticket.hash, minute(10))).toBeUndefined();
    });

    test('are good for their own kind only', async () => {
      const ticket = sampleTicket({ kind: 'recovery' });
      await directory().addTicket(ticket);
      expect(await directory().takeTicket('invitation', ticket.hash, minute(3))).toBeUndefined();
      expect(await directory().takeTicket('recovery', anyHash(), minute(3))).toBeUndefined();
      expect(await directory().takeTicket('recovery', ticket.hash, minute(3))).toEqual(ticket);
    });

    test('are withdrawn by kind and subject', async () => {
      const subject = newId();
      const [first, second] = [sampleTicket({ subject }), sampleTicket({ subject })];
      const kept = [sampleTicket({ subject, kind: 'pairing' }), sampleTicket()];
      for (const ticket of [first, second, ...kept]) await directory().addTicket(ticket);
      await directory().withdrawTickets('invitation', subject);
      for (const { kind, hash } of [first, second]) {
        expect(await directory().takeTicket(kind, hash, minute(3))).toBeUndefined();
      }
      for (const ticket of kept)
        expect(await directory().takeTicket(ticket.kind, ticket.hash, minute(3))).toEqual(ticket);
    });
  });
}
