import type { AtTheDoor } from '@front-office/kernel';
import * as z from 'zod';
import type { CameWith } from '../house.ts';
import { isNo, type No } from '../refusals.ts';
import type { SignIn } from '../sign-in.ts';
import type { Entered, WhoAmI } from '../who-am-i.ts';

/** Whoever composes the server puts it there; the kernel cannot know of it, hence the cast. */
export const signInOf = (door: AtTheDoor): SignIn => (door.services as { readonly signIn: SignIn }).signIn;

export const came = ({ secrets, address, browser }: AtTheDoor): CameWith => ({
  session: secrets.session,
  browser: secrets.browser,
  address,
  agent: browser,
});

/** Hands the browser its new secrets; the answer itself carries none. */
export function letIn(door: AtTheDoor, answer: Entered | No): WhoAmI | No {
  if (isNo(answer)) return answer;
  door.keep('session', answer.session);
  door.keep('browser', answer.browser);
  return answer.whoAmI;
}

/** One line as people type it. */
export const line = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}*$/u);

export const typedPassword = z.string().min(1).max(1024);
export const typedName = line(254).min(1);
export const linkSecret = z.string().min(1).max(100);
export const none = z.strictObject({});
