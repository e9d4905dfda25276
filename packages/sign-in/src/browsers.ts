import { timingSafeEqual } from 'node:crypto';
import type { Secret } from '@front-office/kernel';
import { plusMs } from '@front-office/values';
import { type House, LASTS_MS } from './house.ts';
import { hashOf, newSecret } from './secrets.ts';

/** What a browser brings to be recognised: its own random id, and a mark for each of the last accounts that signed in there. */
export interface Browser {
  readonly id: string;
  readonly hash: string;
  /** Whether somebody has fully signed in here by this name before. */
  hasBeen(name: string): boolean;
  /** What it is to keep now; with a name, it is known to have been that one from now on. */
  keeps(name?: string): Secret;
}

const FORM = /^[\w-]{43}(?:\.[\w-]{22}){0,12}$/;
const MOST_MARKS = 12;
const MARK_LENGTH = 22;

/**
 * Reads a browser's secret, `id.mark.mark`, or makes a new one. A mark is an HMAC over id and name: nothing has to be
 * stored, nobody makes one without the server's key, and it does not tell the name. These are the device cookies of
 * OWASP ("Slow Down Online Guessing Attacks with Device Cookies"): strangers cannot lock somebody out of a browser that
 * they use.
 */
export function browserOf(house: House, text: string | undefined): Browser {
  const [id = newSecret(), ...marks] = text !== undefined && FORM.test(text) ? text.split('.') : [];
  const markOf = (name: string) => house.keys.mac('browser', `${id} ${name}`).slice(0, MARK_LENGTH);
  const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));
  return {
    id,
    hash: hashOf(id),
    hasBeen: (name) => marks.some((mark) => same(mark, markOf(name))),
    keeps(name) {
      const kept = name === undefined ? marks : [markOf(name), ...marks.filter((mark) => mark !== markOf(name))];
      const until = plusMs(house.now(), LASTS_MS.browser);
      return { text: [id, ...kept.slice(0, MOST_MARKS)].join('.'), until };
    },
  };
}
