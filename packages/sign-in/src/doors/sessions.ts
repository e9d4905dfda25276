import { defineDoor } from '@front-office/kernel';
import { Instant } from '@front-office/values';
import * as z from 'zod';
import { isNo } from '../refusals.ts';
import { SessionId } from '../schema.ts';
import { WhoAmI } from '../who-am-i.ts';
import { came, letIn, line, none, signInOf } from './at-the-door.ts';

const SessionLine = z.object({
  session: SessionId,
  browser: z.string().nullable(),
  office: z.uuid().nullable(),
  since: Instant,
  lastSeenAt: Instant,
  locked: z.boolean(),
  present: z.boolean(),
});

const Place = z.object({
  session: SessionId,
  shownAs: z.string(),
  office: z.uuid().nullable(),
  hasPin: z.boolean(),
  present: z.boolean(),
  locked: z.boolean(),
});

/** One's own session, one's other ones, and the places of a shared desk. */
export const sessionDoors = [
  defineDoor({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in here, where, and what is still owed',
    opensTo: 'session',
    input: none,
    output: WhoAmI,
    refusals: ['not_signed_in'],
    run: (door) => signInOf(door).whoAmI(came(door)),
  }),
  defineDoor({
    method: 'POST',
    path: '/session/end',
    summary: 'Sign out',
    opensTo: 'session',
    input: none,
    output: z.object({ ended: z.literal(true) }),
    async run(door) {
      await signInOf(door).signOut(came(door));
      door.keep('session', null);
      return { ended: true as const };
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/session/lock',
    summary: 'Lock this place',
    opensTo: 'session',
    input: none,
    output: z.object({ locked: z.literal(true) }),
    refusals: ['not_signed_in'],
    run: (door) => signInOf(door).lock(came(door)),
  }),
  defineDoor({
    method: 'POST',
    path: '/session/office',
    summary: 'Choose the office to work in',
    opensTo: 'session',
    input: z.strictObject({ office: z.uuid() }),
    output: WhoAmI,
    refusals: ['not_signed_in', 'second_proof_owed', 'session_locked', 'office_not_yours'],
    run: async (door, { office }) => letIn(door, await signInOf(door).chooseOffice(came(door), office)),
  }),
  defineDoor({
    method: 'GET',
    path: '/sessions',
    summary: 'One’s own sessions',
    opensTo: 'session',
    input: none,
    output: z.object({ sessions: z.array(SessionLine) }),
    refusals: ['not_signed_in', 'second_proof_owed', 'session_locked'],
    async run(door) {
      const answer = await signInOf(door).mySessions(came(door));
      return isNo(answer) ? answer : { sessions: [...answer.sessions] };
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/sessions/{session}/end',
    summary: 'End one of one’s own sessions',
    opensTo: 'session',
    input: z.strictObject({ session: SessionId }),
    output: z.object({ ended: z.int() }),
    refusals: ['not_signed_in', 'second_proof_owed', 'session_locked', 'session_unknown'],
    run: (door, { session }) => signInOf(door).endSession(came(door), session),
  }),
  defineDoor({
    method: 'POST',
    path: '/sessions/end-others',
    summary: 'End all of one’s sessions but this one',
    opensTo: 'session',
    input: none,
    output: z.object({ ended: z.int() }),
    refusals: ['not_signed_in', 'second_proof_owed', 'session_locked'],
    run: (door) => signInOf(door).endOtherSessions(came(door)),
  }),
  defineDoor({
    method: 'GET',
    path: '/place',
    summary: 'Who is signed in at this browser',
    opensTo: 'browser',
    input: none,
    output: z.object({ places: z.array(Place) }),
    async run(door) {
      return { places: [...(await signInOf(door).whoIsHere(came(door))).places] };
    },
  }),
  defineDoor({
    method: 'POST',
    path: '/place',
    summary: 'Change places at a shared desk, by PIN',
    opensTo: 'browser',
    input: z.strictObject({ session: SessionId, pin: line(20) }),
    output: WhoAmI,
    refusals: ['place_over', 'pin_not_set', 'pin_wrong', 'busy_signing_in'],
    run: async (door, input) => letIn(door, await signInOf(door).changePlace(came(door), input)),
  }),
] as const;
