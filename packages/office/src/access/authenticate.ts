import { pairedDevice } from '@front-office/devices';
import { serviceAccounts, serviceActor } from '@front-office/integrations';
import { type Actor, byId, type Kernel, type Read, type Refusal, refuse } from '@front-office/kernel';
import type { ProvenToken, SignIn } from '@front-office/sign-in';
import type { Vertical } from '@front-office/verticals';
import type { RightsKept } from './rights-kept.ts';

/** The secrets that came with a request, at most one of which says who asks. */
export interface Shown {
  /** Of a person's session. */
  readonly session?: string | undefined;
  /** Of a paired kiosk or tablet. */
  readonly device?: string | undefined;
  /** The key of a program. */
  readonly key?: string | undefined;
}

/** Who asks, in which office. */
export interface LetIn {
  readonly refused?: undefined;
  readonly office: string;
  readonly actor: Actor;
}

/** Somebody whom sign-in knows, and who has something to do before they can work. */
export interface NotYet {
  readonly refused: Refusal<'session_locked' | 'second_proof_owed' | 'no_office_chosen'>;
}

export interface AccessOptions {
  /** What `createOffice` answered. */
  readonly kernel: Kernel & { readonly rightsKept: RightsKept };
  readonly signIn: SignIn;
  readonly kind: Read<Vertical>;
}

/** Finds out who asks. Nobody when nothing that was shown is good. */
export type Access = (shown: Shown) => Promise<LetIn | NotYet | undefined>;

/**
 * Joins the two questions: sign-in proves who somebody is, the office's own records say what they may do there. Both are
 * asked at every request, so somebody who has left, a device that is revoked and a right that is taken away end with the
 * next one; on another server of the same office a right ends within a second. Nobody when nothing that was shown is good.
 */
export function accessOf({ kernel, signIn, kind }: AccessOptions): Access {
  return async ({ session, device, key }) => {
    if (key !== undefined) return byToken(key, 'service');
    if (session !== undefined) return bySession(session);
    if (device !== undefined) return byToken(device, 'device');
    return undefined;
  };

  async function bySession(secret: string): Promise<LetIn | NotYet | undefined> {
    const proven = await signIn.resolve(secret);
    if (proven === undefined) return whatIsOwed(secret);
    const { office, staff } = proven;
    if (office === null || staff === null) return { refused: refuse('no_office_chosen') };
    const rights = await kernel.rightsKept.of(kernel, office, staff);
    // Who has left is nobody here any more, although the session is ended a moment later.
    if (!rights?.staff.active) return undefined;
    const { capabilities, labels } = rights;
    return { office, actor: { kind: 'staff', id: staff, capabilities: new Set(capabilities.keys()), labels } };
  }

  /** A session that proves nobody now may still be one that waits for its person. */
  async function whatIsOwed(session: string): Promise<NotYet | undefined> {
    const known = await signIn.whoAmI({ session });
    if ('refused' in known) return undefined;
    if (known.owes === 'unlock') return { refused: refuse('session_locked') };
    return known.owes === 'second' ? { refused: refuse('second_proof_owed') } : undefined;
  }

  async function byToken(secret: string, expected: ProvenToken['kind']): Promise<LetIn | undefined> {
    const token = await signIn.resolveToken(secret);
    // A program's key in a device's cookie, or the other way round, is no sign-in.
    if (token?.kind !== expected) return undefined;
    const actor = await (expected === 'device' ? deviceActor(token) : programActor(token));
    return actor && { office: token.office, actor };
  }

  async function deviceActor({ office, subject }: ProvenToken): Promise<Actor | undefined> {
    const [device, { kiosk }] = await Promise.all([pairedDevice(kernel, office, subject), kernel.read(office, kind)]);
    const capabilities = device?.kind === 'display' ? atADisplay : kiosk.capabilities;
    return device && { kind: 'device', id: subject, capabilities: new Set<string>(capabilities) };
  }

  /** What the account may do now, narrowed to what this one key was issued for. */
  async function programActor({ office, subject, scopes }: ProvenToken): Promise<Actor | undefined> {
    const found = await kernel.read(office, byId(serviceAccounts, subject));
    const actor = found && serviceActor(subject, found.data, kernel.now());
    if (!actor || scopes === null) return actor;
    return { ...actor, capabilities: new Set(scopes.filter((scope) => actor.capabilities.has(scope))) };
  }
}

/** It hangs on a wall: it shows, and nobody types at it. */
const atADisplay = ['devices.self', 'office.read'];
