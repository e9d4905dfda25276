import { devicesModule } from '@front-office/devices';
import type { DeviceRoutes } from '@front-office/devices/contract';
import { endpointHealth, integrationsModule, type WebhookSender, webhookConsumer } from '@front-office/integrations';
import type { IntegrationRoutes } from '@front-office/integrations/contract';
import {
  type AfterCommitOptions,
  createKernel,
  type Door,
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
import type { SignIn } from '@front-office/sign-in';
import { doors as signInDoors } from '@front-office/sign-in/contract';
import { type Instant, instantOf } from '@front-office/values';
import type { Vertical } from '@front-office/verticals';
import { visitsModule } from '@front-office/visits';
import type { VisitRoutes } from '@front-office/visits/contract';
import { RightsKept } from './access/rights-kept.ts';
import { leaving } from './consumers/leaving.ts';
import { doors } from './doors/index.ts';
import { kindOf } from './kind.ts';
import { type OfficePorts, officePorts } from './ports.ts';
import { staffVisits } from './reactions/staff-visits.ts';
import { visitsMessages } from './reactions/visits-messages.ts';
import { signInRoutes } from './routes/index.ts';
import { viewRoutes } from './views/index.ts';
import { officeTexts, signInTexts } from './words/index.ts';

/** Every package that an office is made of. */
export const modules = [organisationModule, visitsModule, messagesModule, devicesModule, integrationsModule] as const;

/** Every route of the API, as types for the client. */
export type OfficeRoutes =
  | OrganisationRoutes
  | VisitRoutes
  | MessageRoutes
  | DeviceRoutes
  | IntegrationRoutes
  | (typeof viewRoutes)[number]
  | (typeof signInRoutes)[number];

/** The doors of an office with sign-in, as types for the client. */
export type OfficeDoors = (typeof signInDoors)[number] | (typeof doors)[number];

export interface OfficeOptions extends AfterCommitOptions {
  readonly store: Store;
  /** What kind of office, where its record names none: words, policies, roles. */
  readonly vertical: Vertical;
  /** The clock; the system's when left out. */
  readonly now?: () => Instant;
  /** Takes the office's mail. Without it nobody is told anything by mail. */
  readonly mail?: MailTransport;
  /** Proves who somebody is. Without it there are no doors, and whoever embeds the office says who asks. */
  readonly signIn?: SignIn;
  /** Tells programs of others; without it nobody is told. `key` is 32 random bytes that secrets are made from. */
  readonly webhooks?: { readonly key: Uint8Array; readonly sender: WebhookSender };
  /** Told of what failed in the background and is tried again. */
  readonly onProblem?: (error: unknown, where: string) => void;
  /** Ports of your own, instead of those that the packages fill for each other: a staff directory, a calendar. */
  readonly ports?: { readonly [Package in keyof OfficePorts]?: Partial<OfficePorts[Package]> };
}

/** An office without HTTP: dispatch commands, look at cases, answer reads. One of it serves any number of office ids. */
export interface Office extends Kernel {
  /** The rights of those who are at work now: see `accessOf`. */
  readonly rightsKept: RightsKept;
  readonly vertical: Vertical;
  readonly routes: readonly Route[];
  /** For those who are not signed in yet; none without `signIn`. */
  readonly doors: readonly Door[];
  /** Says a refusal in German or English. */
  readonly say: Say;
}

export function createOffice(options: OfficeOptions): Office {
  const { store, vertical, now = systemClock, mail, signIn, webhooks, signingKey, onProblem } = options;
  const kind = kindOf(vertical);
  const definitions = modules.flatMap((module) => [...module.definitions]);
  const filled = officePorts({ kind, mail, signIn, webhooks, definitions });
  const own = withOwn(filled, options.ports);
  const consumers = [
    ...(options.consumers ?? []),
    ...(signIn ? [leaving(signIn, () => kernel)] : []),
    ...(webhooks ? [webhookConsumer({ kernel: () => kernel, definitions })] : []),
  ];
  const kernel: Kernel = createKernel({
    store,
    now,
    definitions,
    ports: { ...own, kind, signIn },
    reactions: [staffVisits, endpointHealth, ...(mail ? [visitsMessages] : [])],
    signingKey,
    consumers,
    ...(onProblem && { onProblem }),
  });
  const rightsKept = new RightsKept();
  return {
    ...kernel,
    async dispatch(definition, command, input, asked) {
      const answer = await kernel.dispatch(definition, command, input, asked);
      if (!answer.refused) rightsKept.changed(asked.office, definition.name);
      return answer;
    },
    rightsKept,
    vertical,
    routes: [...modules.flatMap((module) => [...module.routes]), ...viewRoutes, ...(signIn ? signInRoutes : [])],
    doors: signIn ? [...signInDoors, ...doors] : [],
    say: sayRefusals([...modules, signInTexts, officeTexts]),
  };
}

/** Each package's ports, with those of the embedder in the place of ours. */
function withOwn(filled: OfficePorts, own: OfficeOptions['ports'] = {}): OfficePorts {
  const packages = Object.entries(filled) as [keyof OfficePorts, object][]; // Object.entries forgets the keys
  return Object.fromEntries(
    packages.map(([name, ports]) => [name, { ...ports, ...own[name] }]),
  ) as unknown as OfficePorts;
}

const systemClock = () => instantOf(Date.now());
