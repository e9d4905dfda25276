import type { CountRequest } from '@front-office/http-express';
import type { SignIn } from '@front-office/sign-in';
import { MINUTE_MS } from '@front-office/values';

/** A program that asks more often is doing something wrong; a person or a kiosk never does. */
const LIMIT = { most: 600, windowMs: MINUTE_MS };

/** Programs have so many requests a minute, counted in the database, so that several servers count together. */
export const limitPrograms =
  (signIn: SignIn): CountRequest =>
  async ({ office, actor: { kind, id } }) =>
    kind === 'service'
      ? { limit: LIMIT.most, ...(await signIn.countRequest({ office, subject: id }, LIMIT)) }
      : undefined;
