import { byId, EffectFailed, known, through } from '@front-office/kernel';
import {
  type MailTransport,
  MessagePolicy,
  type MessagePorts,
  type ReadNow,
  type Subject,
} from '@front-office/messages';
import { addressBook, hostDirectory, officeHours, staffMembers } from '@front-office/organisation';
import { displayName, type PersonName } from '@front-office/values';
import { type VisitPolicy, type VisitPorts, visits } from '@front-office/visits';
import type * as z from 'zod';

/** What all packages need from outside, by package. */
export type OfficePorts = VisitPorts & MessagePorts;

interface Policies {
  readonly visits: VisitPolicy;
  readonly messages: z.input<typeof MessagePolicy>;
}

/** Fills the packages' ports from one another: hosts, hours and addresses from organisation, policies from the vertical. */
export function officePorts(policy: Policies, mail: MailTransport = noMail): OfficePorts {
  return {
    visits: {
      hosts: hostDirectory,
      hours: officeHours,
      policy: known(policy.visits),
    },
    messages: {
      recipients: {
        byId: (id) => through(addressBook.staffById(id), (person) => (person?.active ? named(person) : undefined)),
      },
      house: addressBook.house,
      subjects: { of: visitTold },
      policy: known(MessagePolicy.parse(policy.messages)),
      transport: mail,
    },
  };
}

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
