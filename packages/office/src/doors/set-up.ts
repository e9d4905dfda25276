import { defineDoor, languages, refuse } from '@front-office/kernel';
import { came, letIn, WhoAmI } from '@front-office/sign-in';
import { WeeklyHours } from '@front-office/values';
import { type VerticalName, verticals } from '@front-office/verticals';
import * as z from 'zod';
import { OwnOffice, rolesOffered, setUpOwnOffice, unfitFor } from '../set-up/own-office.ts';
import { servicesOf } from './services.ts';

const Texts = z.object({ de: z.string(), en: z.string() });
const secret = z.string().min(1).max(100);

/** What the wizard offers: the kinds of office, with the roles and usual hours of each. */
const kinds = Object.entries(verticals).map(
  ([
    kind,
    {
      title,
      organisation: { office },
    },
  ]) => ({
    kind,
    title,
    zone: office.zone,
    hours: WeeklyHours.parse(office.hours),
    roles: rolesOffered(kind as VerticalName), // Object.entries forgets the keys
  }),
);

/** Whether a set-up link is still good, before anybody types anything. */
export const lookAtSetUp = defineDoor({
  method: 'POST',
  path: '/set-up/look',
  summary: 'Look at the link of the first start, and at what can be chosen',
  opensTo: 'anyone',
  input: z.strictObject({ secret }),
  output: z.object({
    kinds: z.array(
      z.object({
        kind: z.string(),
        title: Texts,
        zone: z.string(),
        hours: WeeklyHours,
        roles: z.array(z.object({ key: z.string(), title: Texts })),
      }),
    ),
  }),
  refusals: ['link_over'],
  async run(door, input) {
    const isOpen = await servicesOf(door).signIn.setUpIsOpen(input.secret);
    return isOpen ? { kinds } : { refused: refuse('link_over') };
  },
});

/** First start: whoever holds the link makes their account and their office, and is its owner. */
export const takeSetUp = defineDoor({
  method: 'POST',
  path: '/set-up',
  summary: 'Make the first account and its office',
  opensTo: 'anyone',
  input: z.strictObject({
    secret,
    name: z.string().min(1).max(254),
    password: z.string().min(1).max(1024),
    shownAs: z.string().trim().min(1).max(120),
    language: z.enum(languages),
    office: OwnOffice,
  }),
  output: WhoAmI,
  refusals: [
    'link_over',
    'name_no_mail_address',
    'password_too_short',
    'password_too_long',
    'password_too_common',
    'password_tells_name',
    'busy_signing_in',
    'holidays_unknown',
    'role_unknown',
  ],
  async run(door, { office: wish, ...first }) {
    const { signIn, office } = servicesOf(door);
    // Before anything is made: what is refused half-way would leave an account without an office.
    const refused = unfitFor(wish);
    if (refused) return { refused };
    return letIn(door, await signIn.takeSetUp(came(door), first, (account) => setUpOwnOffice(office, wish, account)));
  },
});
