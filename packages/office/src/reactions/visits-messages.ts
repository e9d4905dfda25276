import { defineReaction, type InputOf, type ReactionHere } from '@front-office/kernel';
import { messages } from '@front-office/messages';
import { addressBook } from '@front-office/organisation';
import { visits } from '@front-office/visits';

type Wish = InputOf<typeof messages, 'queue'>;

/** The host is told of a visitor, is reminded, and then the desk is told; of an announced visitor who stays away, the host. */
export const visitsMessages = defineReaction('visits-messages', visits, {
  visitorArrived: ({ host }, here) => tell(here, 'visitorArrived', { kind: 'staff', id: host }),
  hostReminded: ({ host }, here) => tell(here, 'hostReminded', { kind: 'staff', id: host }),
  hostDidNotAnswer: (_fact, here) => tell(here, 'deskTold', { kind: 'desk' }),
  /** Of a visitor who waits, the new host is told as the first one was. */
  hostChanged: async ({ host }, here) => {
    const { context: visit } = here;
    const waits =
      visit !== undefined && visit.arrivedAt !== null && visit.receivedAt === null && visit.endedAt === null;
    if (waits) await tell(here, 'visitorArrived', { kind: 'staff', id: host });
  },
  visitorDidNotCome: ({ host }, here) => tell(here, 'visitorDidNotCome', { kind: 'staff', id: host }),
});

/** Of a visit that is erased meanwhile there is nothing to tell, and a house without an address of its own sends no mail. */
async function tell(here: ReactionHere, template: Wish['template'], to: Wish['to']): Promise<void> {
  const { mail } = await here.read(addressBook.house);
  if (here.context === undefined || mail === null) return;
  await here.dispatch(messages, 'queue', { template, to, about: { workflow: 'visit', id: here.case } });
}
