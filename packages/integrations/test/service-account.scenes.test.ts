import { actor } from '@front-office/kernel/testing';
import { Instant } from '@front-office/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isActive, ServiceAccount, serviceAccounts, serviceActor, withinOwn } from '../src/index.ts';
import { owner, switchboard } from './support/switchboard.ts';

const until = Instant.parse('2026-12-31T23:00:00Z');
const grant = { name: 'Terminkalender', purpose: 'Liest, wer da ist', scopes: ['parcels.read'], until };

async function account(wish: Partial<typeof grant> = {}) {
  const at = switchboard();
  const answer = await at.kernel.dispatch(serviceAccounts, 'create', { ...grant, ...wish }, at.asked(owner));
  if (answer.refused) throw new Error(answer.refused.code);
  const stored = async () => {
    const asked = { office: at.office, workflow: 'serviceAccount', case: answer.case, lookups: [] };
    const { case: row } = await at.store.load(asked);
    return { state: row?.state, account: ServiceAccount.parse(row?.snapshot.context) };
  };
  const does = <K extends 'change' | 'close'>(command: K, input: object) =>
    at.kernel.dispatch(serviceAccounts, command, input as never, at.asked(owner, answer.case)); // the scenes give what fits
  return { ...at, id: answer.case, stored, does };
}

describe('a service account', () => {
  it('may do what it was given, as what it is, until its end', async () => {
    const at = await account();
    const { account: kept } = await at.stored();
    expect(serviceActor(at.id, kept, at.clock.now())).toEqual({
      kind: 'service',
      id: at.id,
      capabilities: new Set(['parcels.read']),
    });
    expect(serviceActor(at.id, kept, until)).toBeUndefined();
  });

  it('loses its keys when it is closed, and cannot be opened again', async () => {
    const at = await account();
    await at.does('close', {});
    await at.settles();
    expect(at.ended).toEqual([at.id]);
    const { state, account: kept } = await at.stored();
    expect(state).toBe('closed');
    expect(isActive(kept, at.clock.now())).toBe(false);
    expect((await at.does('change', grant)).refused?.code).toBe('not_now');
  });

  it('runs out by itself, and its keys with it', async () => {
    const at = await account();
    await at.clockStrikes('2026-12-31T22:59:59Z');
    expect((await at.stored()).state).toBe('active');
    await at.clockStrikes(until);
    expect((await at.stored()).state).toBe('expired');
    expect(at.ended).toEqual([at.id]);
  });

  it('lives longer when somebody says so in time', async () => {
    const at = await account();
    const later = Instant.parse('2027-03-31T22:00:00Z');
    await at.does('change', { ...grant, until: later, scopes: ['parcels.take'] });
    await at.clockStrikes(until);
    expect(await at.stored()).toMatchObject({ state: 'active', account: { scopes: ['parcels.take'], until: later } });
    await at.clockStrikes(later);
    expect((await at.stored()).state).toBe('expired');
  });

  it('that has ended opens nothing, although its timer is late', async () => {
    const at = await account();
    at.clock.set('2027-01-01T00:00:00Z'); // the server was down
    expect(isActive((await at.stored()).account, at.clock.now())).toBe(false);
  });

  it.each([
    ['in the past', '2026-06-30T08:59:59+02:00'],
    ['now', '2026-06-30T09:00:00+02:00'],
    ['farther than the office wants', '2027-06-30T09:00:00.001+02:00'],
  ])('does not end %s', async (_, end) => {
    await expect(account({ until: Instant.parse(end) })).rejects.toThrow('service_account_until_unfit');
  });

  it('makes no keys, for itself or for others', async () => {
    await expect(account({ scopes: ['parcels.read', 'integrations.manage'] })).rejects.toThrow(
      'scope_not_for_programs',
    );
  });

  it('is there for those alone who see to programs', async () => {
    const at = switchboard();
    const clerk = actor('clerk', 'parcels.read');
    const answer = await at.kernel.dispatch(serviceAccounts, 'create', grant, at.asked(clerk));
    expect(answer.refused?.code).toBe('not_permitted');
  });
});

describe('nobody hands on more than they have', () => {
  const rights = fc.uniqueArray(fc.constantFrom('a.read', 'b.read', 'c.read', 'd.read'));
  const labels = fc.uniqueArray(fc.constantFrom('sealed', 'vip'));

  it('of capabilities and labels alike', () => {
    fc.assert(
      fc.property(rights, labels, rights, rights, labels, (own, ownLabels, scopes, reads, wanted) => {
        const grantor = { ...actor('owner', ...own), labels: new Set(ownLabels) };
        const beyond = [...scopes, ...reads].some((right) => !own.includes(right));
        const unseen = wanted.some((label) => !ownLabels.includes(label));
        expect(withinOwn(grantor, { scopes, reads, labels: wanted }) !== undefined).toBe(beyond || unseen);
      }),
    );
  });

  it('and it is said which', () => {
    expect(withinOwn(actor('owner', 'a.read'), { scopes: ['a.read', 'b.read'], labels: ['vip'] })).toEqual({
      code: 'rights_exceeded',
      figures: { rights: ['b.read', 'vip'] },
    });
  });
});
