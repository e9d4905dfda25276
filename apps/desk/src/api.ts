import { createClient, followEvents, type OutputAt, type Problem } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import type { VisitState } from '@front-office/visits';
import { hearOffice } from './events.ts';
import { language } from './language.ts';

const server = { baseUrl: '/api/v1', headers: { 'Front-Office-Surface': 'desk' } };

/** The API on the server that this page comes from. */
export const api = createClient<OfficeRoutes>({ ...server, language });

/** What happens in the office, for every part of this page. */
export const events = hearOffice((signal) => followEvents({ ...server, signal }));

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
export type MessageLine = OutputAt<OfficeRoutes, 'GET /messages'>['messages'][number];
export type { Problem };

/** A view is of any workflow, so the contract says `string`; a visit has the states of its machine. */
export const stateOf = ({ state }: { readonly state: string }): VisitState => state as VisitState;

/** Whether sending the same again can help. */
export const mayPass = ({ code, status }: Problem): boolean => code === 'unreachable' || status >= 500;
