import { useSyncExternalStore } from 'react';
import { type Answered, doorApi, type Problem, type WhoAmI, whenNobodyIsKnown } from '../api.ts';

/**
 * Who is at this desk, as far as the server says:
 *
 * - `asking` it has not said yet
 * - `desk` somebody is let in; nobody is named where the server knows no sign-in, or does not answer
 * - `door` nobody is signed in; `why` when somebody was until now
 * - `second`, `locked`, `office` somebody is known, and owes a second proof, their PIN, or the choice of an office
 */
export type Standing =
  | { readonly at: 'asking' }
  | { readonly at: 'desk'; readonly who: WhoAmI | undefined }
  | { readonly at: 'door'; readonly why: Problem | undefined }
  | { readonly at: 'second' | 'locked' | 'office'; readonly who: WhoAmI };

const placeOf = { second: 'second', unlock: 'locked', office: 'office' } as const;

/** All desks of one browser share its session, so each tells the others when it has changed. */
const otherTabs = new BroadcastChannel('front-office.desk.session');

const listeners = new Set<() => void>();
let standing: Standing = { at: 'asking' };
/** Counts up with every change made here: an answer to an older question is not believed. */
let turn = 0;
let isLooking = false;
let isHeld = false;

/** Asks the server who is signed in here. */
export async function look(): Promise<void> {
  if (isLooking || isHeld) return;
  isLooking = true;
  const asked = turn;
  const answer = await doorApi.call('GET /session', {});
  isLooking = false;
  if (isHeld) return;
  if (asked === turn) believe(answer);
  else void look();
}

function believe({ data, problem }: Answered<WhoAmI>): void {
  if (data) show(standingOf(data));
  else if (problem.code === 'not_signed_in') {
    const wasIn = standing.at !== 'asking' && standing.at !== 'door';
    if (standing.at !== 'door') show({ at: 'door', why: wasIn ? problem : undefined });
  } else if (standing.at === 'asking') show({ at: 'desk', who: undefined });
}

const standingOf = (who: WhoAmI): Standing =>
  who.owes === null ? { at: 'desk', who } : { at: placeOf[who.owes], who };

/** Somebody has come in here, or is another step further. */
export function cameIn(who: WhoAmI): void {
  turn++;
  show(standingOf(who));
  otherTabs.postMessage('changed');
}

/** Whoever was here has gone, by their own wish. */
export function wentOut(): void {
  turn++;
  show({ at: 'door', why: undefined });
  otherTabs.postMessage('changed');
}

/** The place was locked here. */
export function lockedHere(): void {
  turn++;
  void look();
  otherTabs.postMessage('changed');
}

/** While somebody proves themselves anew in the midst of their work, the desk stays: it owes a proof for a moment only. */
export function holdStanding(): () => void {
  isHeld = true;
  return () => {
    isHeld = false;
    void look();
  };
}

function show(next: Standing): void {
  if (isAnother(next)) history.replaceState(null, '', import.meta.env.BASE_URL);
  standing = next;
  for (const listener of listeners) listener();
}

/** Whose work the addresses of this page were about, last. */
let lastPerson: string | undefined;

/** Somebody else begins at the start, not in the midst of what the one before had open. */
function isAnother(next: Standing): boolean {
  if (next.at !== 'desk' || next.who === undefined) return false;
  const person = personOf(next.who);
  const isNew = lastPerson !== undefined && lastPerson !== person;
  lastPerson = person;
  return isNew;
}

/** A person in an office: what somebody else, or the same one elsewhere, must see nothing of. */
export const personOf = ({ office, staff }: WhoAmI): string => `${office} ${staff}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useStanding = (): Standing => useSyncExternalStore(subscribe, () => standing);

whenNobodyIsKnown(look);
otherTabs.addEventListener('message', () => {
  turn++;
  void look();
});
void look();
