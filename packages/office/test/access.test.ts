import { devices } from '@front-office/devices';
import { serviceAccounts } from '@front-office/integrations';
import { type Actor, MemoryStore } from '@front-office/kernel';
import { ManualClock } from '@front-office/kernel/testing';
import { absences, roles, staffMembers, staffRights } from '@front-office/organisation';
import { createSignIn } from '@front-office/sign-in';
import { MemoryDirectory } from '@front-office/sign-in/testing';
import { newId } from '@front-office/values';
import { medical } from '@front-office/verticals';
import { visits } from '@front-office/visits';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessOf, createOffice, fillDemoDay, kindOf } from '../src/index.ts';

const everything: Actor = {
  kind: 'system',
  id: 'house',
  capabilities: new Set(Object.values(medical.roles).flatMap(({ capabilities }) => [...capabilities])),
};

async function house() {
  const clock = new ManualClock('2026-06-30T09:00:00+02:00');
  const [store, directory, id] = [new MemoryStore(), new MemoryDirectory(), newId()];
  const options = {
    sealKey: new Uint8Array(32),
    relyingParty: { id: 'localhost', name: 'x', origins: [] },
    demo: true,
  };
  const signIn = createSignIn({ directory, now: clock.now, ...options });
  const serve = () => {
    const office = createOffice({ store, vertical: medical, now: clock.now, signIn });
    return { office, access: accessOf({ kernel: office, signIn, kind: kindOf(medical) }) };
  };
  const { office, access } = serve();
  const { staff, kiosk } = await fillDemoDay({ store, vertical: medical, office: id, now: clock.now });
  const asked = (request: string, about?: string) => ({
    office: id,
    actor: everything,
    request,
    ...(about && { case: about }),
  });
  const came = { address: '192.0.2.1', agent: null };
  const comesIn = async (name: string) => {
    const member = { office: id, staff: staff[name] ?? '' };
    await signIn.demoAccount({ ...member, shownAs: name, language: 'de' });
    const entered = await signIn.demoSignIn(came, member);
    if (entered.refused) throw new Error(entered.refused.code);
    return entered.session.text;
  };
  const rowOf = async (workflow: string, holds: (context: Readonly<Record<string, unknown>>) => boolean) => {
    const rows = await office.list({ office: id, workflow, limit: 200 });
    const row = rows.find(({ snapshot }) => holds(snapshot.context));
    if (row === undefined) throw new Error(`no such ${workflow}`);
    return { case: row.id, data: row.snapshot.context as never };
  };
  return { clock, office, access, serve, signIn, id, staff, kiosk, asked, came, comesIn, rowOf };
}

let here: Awaited<ReturnType<typeof house>>;
beforeEach(async () => {
  here = await house();
});

const capabilitiesOf = async (shown: Parameters<typeof here.access>[0], access = here.access) => {
  const found = await access(shown);
  return found && !found.refused ? found.actor.capabilities : undefined;
};

describe('a person', () => {
  it('may do what their roles give at their level', async () => {
    const lena = { session: await here.comesIn('lena') };
    expect(await capabilitiesOf(lena)).toContain('visits.turnAway');
    expect(await capabilitiesOf({ session: await here.comesIn('zoe') })).not.toContain('visits.turnAway');
    expect(await here.access(lena)).toMatchObject({ office: here.id, actor: { kind: 'staff', id: here.staff.lena } });
  });

  it('has lost with the next request what was taken away', async () => {
    const lena = { session: await here.comesIn('lena') };
    expect(await capabilitiesOf(lena)).toContain('visits.receive');
    const rights = await here.rowOf(staffRights.name, ({ staff }) => staff === here.staff.lena);
    await here.office.dispatch(
      staffRights,
      'change',
      { ...(rights.data as object), roles: [] } as never,
      here.asked('take', rights.case),
    );
    expect(await capabilitiesOf(lena)).not.toContain('visits.receive');
  });

  it('has lost it on another server within a second', async () => {
    const [lena, second] = [{ session: await here.comesIn('lena') }, here.serve()];
    expect(await capabilitiesOf(lena, second.access)).toContain('visits.receive');
    const role = await here.rowOf(roles.name, ({ key }) => key === 'receptionist');
    await here.office.dispatch(
      roles,
      'change',
      { ...(role.data as object), withdrawn: true } as never,
      here.asked('gone', role.case),
    );
    expect(await capabilitiesOf(lena)).not.toContain('visits.receive');
    here.clock.advanceMinutes(1 / 60);
    expect(await capabilitiesOf(lena, second.access)).not.toContain('visits.receive');
  });

  it('who leaves is nobody from then on, is signed out, and hands open visits over', async () => {
    const joerg = { session: await here.comesIn('joerg') };
    expect(await capabilitiesOf(joerg)).toContain('visits.read');
    const member = await here.rowOf(staffMembers.name, ({ name }) => JSON.stringify(name).includes('Probeßmann'));
    const leaves = { ...(member.data as object), active: false, successor: here.staff.anna } as never;
    const answer = await here.office.dispatch(staffMembers, 'change', leaves, here.asked('leave', member.case));
    expect(answer.refused).toBeUndefined();
    expect(await here.access(joerg)).toBeUndefined();
    await here.office.afterCommit.settle();
    const open = await here.office.list({ office: here.id, workflow: visits.name, tag: 'open', limit: 50 });
    expect(open.length).toBeGreaterThan(0);
    for (const { snapshot } of open) expect(snapshot.context.host).not.toBe(here.staff.joerg);
  });

  it('who stands in for somebody may do what they may, until it ends by itself', async () => {
    const aylin = async () => ({ session: await here.comesIn('aylin') });
    expect(await capabilitiesOf(await aylin())).not.toContain('visits.bar');
    const away = { from: '2026-06-30T08:00:00Z', until: '2026-06-30T09:00:00Z' };
    const absence = { staff: here.staff.sabine, deputy: here.staff.aylin, ...away } as never;
    expect((await here.office.dispatch(absences, 'create', absence, here.asked('away'))).refused).toBeUndefined();
    here.clock.set('2026-06-30T08:00:00Z');
    expect(await capabilitiesOf(await aylin())).toContain('visits.bar');
    expect(await capabilitiesOf(await aylin())).not.toContain('capabilities.grant');
    here.clock.set('2026-06-30T09:00:00Z');
    expect(await capabilitiesOf(await aylin())).not.toContain('visits.bar');
  });

  it('is told what they owe when the place is locked, and is nobody once signed out', async () => {
    const session = await here.comesIn('lena');
    here.clock.advanceMinutes(31);
    expect(await here.access({ session })).toMatchObject({ refused: { code: 'session_locked' } });
    await here.signIn.signOut({ session });
    expect(await here.access({ session })).toBeUndefined();
    expect(await here.access({ session: 'made up' })).toBeUndefined();
    expect(await here.access({})).toBeUndefined();
  });
});

it('a device may do what a kiosk may while it is paired, and nothing once it is revoked', async () => {
  const token = { kind: 'device', office: here.id, subject: here.kiosk, scopes: null, until: null } as const;
  const { secret } = await here.signIn.issueToken(token);
  expect([...((await capabilitiesOf({ device: secret })) ?? [])].sort()).toEqual(
    [...medical.kiosk.capabilities].sort(),
  );
  expect(await here.access({ key: secret })).toBeUndefined();
  expect(await here.access({ session: secret })).toBeUndefined();
  await here.office.dispatch(devices, 'revoke', { reason: 'lost' }, here.asked('revoke', here.kiosk));
  expect(await here.access({ device: secret })).toBeUndefined();
});

it('a program may do what its account and its key both allow, until either ends', async () => {
  const wish = {
    name: 'Kalender',
    purpose: 'Termine',
    scopes: ['visits.read', 'office.read'],
    until: '2026-07-30T00:00:00Z',
  };
  const account = await here.office.dispatch(serviceAccounts, 'create', wish, here.asked('program'));
  if (account.refused) throw new Error(account.refused.code);
  const of = { kind: 'service', office: here.id, subject: account.case, until: null } as const;
  const all = await here.signIn.issueToken({ ...of, scopes: null });
  const few = await here.signIn.issueToken({ ...of, scopes: ['visits.read', 'visits.bar'] });
  expect([...((await capabilitiesOf({ key: all.secret })) ?? [])].sort()).toEqual(['office.read', 'visits.read']);
  expect([...((await capabilitiesOf({ key: few.secret })) ?? [])]).toEqual(['visits.read']);
  here.clock.set('2026-07-30T00:00:00Z');
  expect(await here.access({ key: all.secret })).toBeUndefined();
});
