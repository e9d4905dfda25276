import { createClient, followEvents, type OutputAt, type Problem } from '@front-office/http-express/client';
import type { OfficeDoors, OfficeRoutes } from '@front-office/office';
import type { SignInDoors } from '@front-office/sign-in/contract';
import type { VisitState } from '@front-office/visits';
import { hearOffice } from './events.ts';
import { language } from './language.ts';

const server = { baseUrl: '/api/v1', headers: { 'Front-Office-Surface': 'desk' } };

type Routes = OfficeRoutes | OfficeDoors;

let tellNobodyIsKnown = () => {};
/** Says who is told when the server no longer knows who asks, or waits for something before it lets them in. */
export function whenNobodyIsKnown(tell: () => void): void {
  tellNobodyIsKnown = tell;
}

const noticing: typeof fetch = async (...asked) => {
  const response = await fetch(...asked);
  if (response.status === 401) tellNobodyIsKnown();
  return response;
};

/** The API on the server that this page comes from. */
export const api = createClient<Routes>({ ...server, language, fetch: noticing });

/** The same for questions that are themselves about who is signed in: their "nobody" is an answer like any other. */
export const doorApi = createClient<SignInDoors>({ ...server, language });

/** What happens in the office, for every part of this page. */
export const events = hearOffice((signal) => followEvents({ ...server, fetch: noticing, signal }));

/** The day at the desk, with the server's clock and the office's zone. */
export type Visitors = OutputAt<OfficeRoutes, 'GET /desk/visitors'>;
/** A line of today's list: a visit with the name of its host. */
export type Line = Visitors['open'][number];
/** One visit with its log and actions. */
export type VisitView = OutputAt<OfficeRoutes, 'GET /visits/{visit}'>;
export type LogEntry = VisitView['log'][number];
export type Action = VisitView['actions'][number];
/** What a command on a visit came to. */
export type Accepted = OutputAt<OfficeRoutes, 'POST /visits/{visit}/leave'>;
/** Something that failed for good: an effect, or a reaction to a fact. */
export type StuckJob = OutputAt<OfficeRoutes, 'GET /desk/stuck'>['stuck'][number];
/** Who is signed in at this browser, and what they still have to do. */
export type WhoAmI = OutputAt<SignInDoors, 'GET /session'>;
/** Somebody who is signed in at this browser, as everybody at the desk may see them. */
export type Place = OutputAt<SignInDoors, 'GET /place'>['places'][number];
export type MessageLine = OutputAt<OfficeRoutes, 'GET /messages'>['messages'][number];
export type { Problem };

export type Answered<T> =
  | { readonly data: T; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: Problem };

/** A view is of any workflow, so the contract says `string`; a visit has the states of its machine. */
export const stateOf = ({ state }: { readonly state: string }): VisitState => state as VisitState;

/** Whether sending the same again can help. */
export const mayPass = ({ code, status }: Pick<Problem, 'code' | 'status'>): boolean =>
  code === 'unreachable' || status >= 500;
