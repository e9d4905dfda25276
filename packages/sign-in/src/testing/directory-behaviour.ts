import { beforeAll, describe, expect, test } from 'vitest';
import type { Directory } from '../ports.ts';
import { describeAccounts } from './account-behaviour.ts';
import { describeCounting } from './counting-behaviour.ts';
import { describeMemberships } from './membership-behaviour.ts';
import { describeSessions } from './session-behaviour.ts';
import { describeTickets } from './ticket-behaviour.ts';
import { describeTokens } from './token-behaviour.ts';

/**
 * What every directory does, whatever it is made of. `make` is asked once and gives an empty one; the tests keep apart
 * by the ids they use.
 */
export function describeDirectory(name: string, make: () => Promise<Directory>): void {
  describe(`${name}, as any directory`, () => {
    let made: Directory;
    beforeAll(async () => {
      made = await make();
    });
    const directory = () => made;

    test('a new one has no account', async () => {
      expect(await made.isEmpty()).toBe(true);
    });

    describeAccounts(directory);
    describeMemberships(directory);
    describeSessions(directory);
    describeTickets(directory);
    describeTokens(directory);
    describeCounting(directory);
  });
}
