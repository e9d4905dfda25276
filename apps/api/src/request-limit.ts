import type { CountRequest } from '@front-office/http-express';
import type { Actor } from '@front-office/kernel';
import type { SignIn } from '@front-office/sign-in';
import { MINUTE_MS } from '@front-office/values';

/** A program that asks more often is doing something wrong. */
const PROGRAM = 600;

/** More than visitors can do at one kiosk in a minute, and people at their desks: somebody is filling lists. */
const COMMANDS: Readonly<Partial<Record<Actor['kind'], number>>> = { device: 120, staff: 1_200 };

/**
 * So many requests a minute, counted in the database, so that several servers count together: programs by all that they
 * ask, devices and people by their commands, since their screens look again whenever something has changed.
 */
export const limitRequests =
  (signIn: SignIn): CountRequest =>
  async ({ office, actor: { kind, id } }, method) => {
    const most = kind === 'service' ? PROGRAM : method === 'POST' ? COMMANDS[kind] : undefined;
    if (most === undefined) return undefined;
    return { limit: most, ...(await signIn.countRequest({ office, subject: id }, { most, windowMs: MINUTE_MS })) };
  };
