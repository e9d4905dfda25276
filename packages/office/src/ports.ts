import type { DevicePorts } from '@front-office/devices';
import { derivedSecrets, eventTypesOf, type IntegrationsPorts, type WebhookSender } from '@front-office/integrations';
import { byId, type Decidable, EffectFailed, type Read, through } from '@front-office/kernel';
import {
  type MailTransport,
  MessagePolicy,
  type MessagePorts,
  type ReadNow,
  type Subject,
} from '@front-office/messages';
import {
  addressBook,
  hostDirectory,
  type OrganisationPorts,
  officeHours,
  placeKnown,
  staffMembers,
} from '@front-office/organisation';
import type { SignIn } from '@front-office/sign-in';
import { displayName, type PersonName } from '@front-office/values';
import { peopleCapabilities, type Vertical } from '@front-office/verticals';
import { type VisitPorts, visits } from '@front-office/visits';

/** What all packages need from outside, by package. */
export type OfficePorts = OrganisationPorts & VisitPorts & MessagePorts & DevicePorts & IntegrationsPorts;

interface Filling {
  /** What kind of office asks: its policies. */
  readonly kind: Read<Vertical>;
  readonly mail: MailTransport | undefined;
  readonly signIn: SignIn | undefined;
  readonly webhooks: { readonly key: Uint8Array; readonly sender: WebhookSender } | undefined;
  readonly definitions: readonly Decidable[];
}

/** Fills the packages' ports from one another: hosts, hours and addresses from organisation, policies from the kind of office. */
export function officePorts({ kind, mail = noMail, signIn, webhooks, definitions }: Filling): OfficePorts {
  const policy = <T>(of: (vertical: Vertical) => T): Read<T> => through(kind, of);
  return {
    organisation: { policy: policy(rightsPolicyOf) },
    visits: {
      hosts: hostDirectory,
      hours: officeHours,
      policy: policy((vertical) => vertical.policy.visits),
    },
    messages: {
      recipients: {
        byId: (id) => through(addressBook.staffById(id), (person) => (person?.active ? named(person) : undefined)),
      },
      house: addressBook.house,
      subjects: { of: visitTold },
      policy: policy((vertical) => MessagePolicy.parse(vertical.policy.messages)),
      transport: mail,
    },
    devices: {
      policy: policy((vertical) => vertical.policy.devices),
      places: { known: placeKnown },
      tokens: {
        end: async (office, device) => signIn?.endTokens(office, device),
        lastSeen: async (office) => (await signIn?.lastSeen(office)) ?? new Map(),
      },
    },
    integrations: {
      policy: policy((vertical) => vertical.policy.integrations),
      keys: { end: async ({ office, account }) => signIn?.endTokens(office, account) },
      secrets: derivedSecrets(webhooks?.key ?? NO_KEY),
      sender: webhooks?.sender ?? noSender,
      eventTypes: eventTypesOf(definitions),
    },
  };
}

const rightsPolicyOf = ({ organisation: { ownRights, pairs }, policy }: Vertical) => ({
  ownRights,
  pairs,
  capabilities: peopleCapabilities,
  labels: policy.visits.labels.map(({ id }) => id),
});

const named = <Person extends { readonly name: PersonName }>(person: Person) => ({
  ...person,
  name: displayName(person.name),
});

/** A visit as a message tells of it: names are looked up when it is written, and kept nowhere. */
async function visitTold(_workflow: 'visit', id: string, read: ReadNow): Promise<Subject | undefined> {
  const visit = (await read(byId(visits, id)))?.data;
  if (visit === undefined) return undefined;
  const host = await read(byId(staffMembers, visit.host));
  return {
    visitor: displayName(visit.visitor),
    company: visit.company,
    host: host ? displayName(host.data.name) : '—',
    since: visit.arrivedAt ?? visit.expectedAt ?? visit.since,
    waiting: visit.arrivedAt !== null && visit.receivedAt === null && visit.endedAt === null,
  };
}

/** An office without a mail server: what it would send waits for a person to set one up. */
const noMail: MailTransport = {
  async send() {
    throw new EffectFailed('no_mail_server', { permanent: true });
  },
};

/** Where nobody is told of anything, nothing is signed, and whoever subscribes is told so by the delivery that fails. */
const NO_KEY = new Uint8Array(32);
const noSender: WebhookSender = {
  async post() {
    throw new EffectFailed('no_webhook_sender', { permanent: true });
  },
};
