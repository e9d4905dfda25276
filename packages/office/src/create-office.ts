import {
  type AfterCommitOptions,
  createKernel,
  type Kernel,
  type Route,
  type Say,
  type Store,
  sayRefusals,
} from '@front-office/kernel';
import { type MailTransport, messagesModule } from '@front-office/messages';
import type { MessageRoutes } from '@front-office/messages/contract';
import { organisationModule } from '@front-office/organisation';
import type { OrganisationRoutes } from '@front-office/organisation/contract';
import { type Instant, instantOf } from '@front-office/values';
import type { Vertical } from '@front-office/verticals';
import { visitsModule } from '@front-office/visits';
import type { VisitRoutes } from '@front-office/visits/contract';
import { type OfficePorts, officePorts } from './ports.ts';
import { visitsMessages } from './reactions/visits-messages.ts';
import { stuck, tryAgain } from './views/stuck.ts';
import { visitorsToday } from './views/visitors-today.ts';
import { welcome } from './views/welcome.ts';

/** Every package that an office is made of. */
export const modules = [organisationModule, visitsModule, messagesModule] as const;

/** The routes that join several packages. */
export const viewRoutes = [welcome, visitorsToday, stuck, tryAgain] as const;

/** Every route of the API, as types for the client. */
export type OfficeRoutes = OrganisationRoutes | VisitRoutes | MessageRoutes | (typeof viewRoutes)[number];

export interface OfficeOptions extends AfterCommitOptions {
  readonly store: Store;
  /** What kind of office: words, policies, roles. */
  readonly vertical: Vertical;
  /** The clock; the system's when left out. */
  readonly now?: () => Instant;
  /** Takes the office's mail. Without it nobody is told anything by mail. */
  readonly mail?: MailTransport;
  /** Told of what failed in the background and is tried again. */
  readonly onProblem?: (error: unknown, where: string) => void;
  /** Ports of your own, instead of those that the packages fill for each other: a staff directory, a calendar. */
  readonly ports?: { readonly [Package in keyof OfficePorts]?: Partial<OfficePorts[Package]> };
}

/** An office without HTTP: dispatch commands, look at cases, answer reads. One of it serves any number of office ids. */
export interface Office extends Kernel {
  readonly vertical: Vertical;
  readonly routes: readonly Route[];
  /** Says a refusal in German or English. */
  readonly say: Say;
}

export function createOffice(options: OfficeOptions): Office {
  const { store, vertical, now = systemClock, mail, ports: own = {}, signingKey, consumers, onProblem } = options;
  const filled = officePorts(vertical.policy, mail);
  const kernel = createKernel({
    store,
    now,
    definitions: modules.flatMap((module) => [...module.definitions]),
    ports: { visits: { ...filled.visits, ...own.visits }, messages: { ...filled.messages, ...own.messages }, vertical },
    reactions: mail ? [visitsMessages] : [],
    signingKey,
    consumers,
    ...(onProblem && { onProblem }),
  });
  return {
    ...kernel,
    vertical,
    routes: [...modules.flatMap((module) => [...module.routes]), ...viewRoutes],
    say: sayRefusals(modules),
  };
}

const systemClock = () => instantOf(Date.now());
