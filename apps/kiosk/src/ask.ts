import type { InputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import type { Answers, PairingState, State } from './state.ts';

/** Something that a state needs from outside. The app carries out each ask once, and the answer is an event. */
export type Ask = ApiAsk | { readonly type: 'newDocument' };

/** What the API answers. Asked after a pause: of typing, or before another try. */
export type ApiAsk =
  | { readonly type: 'welcome'; readonly attempt: number; readonly afterMs: number }
  | { readonly type: 'isDemo'; readonly afterMs: number }
  | { readonly type: 'pair'; readonly code: string; readonly attempt: number; readonly afterMs: number }
  | { readonly type: 'pairDemo'; readonly attempt: number; readonly afterMs: number }
  | { readonly type: 'hosts'; readonly search: string; readonly afterMs: number }
  | {
      readonly type: 'send';
      readonly visit: WalkIn;
      readonly request: string;
      readonly attempt: number;
      readonly afterMs: number;
    };

type WalkIn = InputAt<OfficeRoutes, 'POST /visits/walk-in'>;

/** The API finds nobody by fewer than three letters in a row, so there is no use in asking. */
export const isEnoughToSearch = (search: string) => /\p{L}{3}/u.test(search.normalize('NFC'));

const TYPING_PAUSE_MS = 250;
const WELCOME_AGAIN_MS = 5_000;

/** What this state asks for; at most one thing at a time. */
export function askOf(state: State): Ask | null {
  switch (state.page) {
    case 'opening':
      return { type: 'welcome', attempt: state.attempt, afterMs: state.attempt === 1 ? 0 : WELCOME_AGAIN_MS };
    case 'pairing':
      return askToPair(state);
    case 'host': {
      const search = state.answers.search.trim();
      if (!isEnoughToSearch(search) || search === state.hosts.search) return null;
      return { type: 'hosts', search, afterMs: TYPING_PAUSE_MS };
    }
    case 'sending': {
      const visit = walkIn(state.answers);
      return visit && { type: 'send', visit, request: state.request, attempt: state.attempt, afterMs: 0 };
    }
    case 'leaving':
      return { type: 'newDocument' };
    default:
      return null;
  }
}

function askToPair({ wants, code, attempt, isDemo }: PairingState): Ask | null {
  if (wants === 'code') return { type: 'pair', code: code.trim(), attempt, afterMs: 0 };
  if (wants === 'demo') return { type: 'pairDemo', attempt, afterMs: 0 };
  return isDemo === null ? { type: 'isDemo', afterMs: 0 } : null;
}

/** What was left empty is left out. Null without a host, who is chosen before anything is sent. */
function walkIn({ given, family, company, host, purpose }: Answers): WalkIn | null {
  if (host === null) return null;
  return {
    visitor: { ...(given.trim() && { given: given.trim() }), family: family.trim() },
    ...(company.trim() && { company: company.trim() }),
    host: host.id,
    ...(purpose !== null && { purpose }),
  };
}
