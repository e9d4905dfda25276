import { randomBytes } from 'node:crypto';
import { plusMs } from '@front-office/values';
import * as z from 'zod';
import { type House, LASTS_MS } from './house.ts';
import { hashOf } from './secrets.ts';

type Kind = 'passkey-new' | 'passkey-sign-in';

/** A challenge that is good once, for five minutes and one purpose. As bytes, since the library takes a text for raw UTF-8. */
export async function newChallenge(
  { directory, now }: House,
  kind: Kind,
  subject: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = Uint8Array.from(randomBytes(32));
  const hash = hashOf(Buffer.from(challenge).toString('base64url'));
  await directory.addTicket({ kind, hash, subject, about: {}, until: plusMs(now(), LASTS_MS.challenge) });
  return challenge;
}

/** Uses a challenge up, whatever comes of it. */
export async function takeChallenge({ directory, now }: House, kind: Kind, subject: string, challenge: string) {
  return (await directory.takeTicket(kind, hashOf(challenge), now()))?.subject === subject;
}

const ClientData = z.object({ challenge: z.string().min(16).max(100) });

/** The challenge that a browser's answer claims to answer; nothing when it is no such answer. The library checks the rest. */
export function challengeOf({
  response,
}: {
  readonly response?: { readonly clientDataJSON: string };
}): string | undefined {
  try {
    const text = Buffer.from(response?.clientDataJSON ?? '', 'base64url').toString();
    return ClientData.safeParse(JSON.parse(text)).data?.challenge;
  } catch {
    return undefined;
  }
}
