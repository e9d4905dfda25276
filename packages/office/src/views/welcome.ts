import { defineRoute, type Language, languages } from '@front-office/kernel';
import { officeAt } from '@front-office/organisation';
import { TimeZone } from '@front-office/values';
import type { Vertical } from '@front-office/verticals';
import { VisitPolicy } from '@front-office/visits';
import * as z from 'zod';
import type { OfficePorts } from '../ports.ts';

const KioskWords = z.object({
  greeting: z.string(),
  whomToSee: z.string(),
  purpose: z.string().optional(),
  privacyNotice: z.string(),
  checkedIn: z.string(),
  pleaseSeeStaff: z.string(),
});

/** What a kiosk shows before anybody has touched it, in every language at once: changing it asks nobody. */
export const welcome = defineRoute({
  method: 'GET',
  path: '/welcome',
  summary: "The office's name, the purposes it asks for, and its words for the kiosk",
  needs: 'hosts.search',
  input: z.strictObject({}),
  output: z.object({
    office: z.string(),
    zone: TimeZone,
    language: z.enum(languages),
    purposes: VisitPolicy.shape.purposes,
    words: z.object({ de: KioskWords, en: KioskWords }),
  }),
  async run({ kernel, office: id }) {
    const { office } = await kernel.read(id, officeAt(kernel.now()));
    // createOffice put them there.
    const { visits, vertical } = kernel.ports as OfficePorts & { readonly vertical: Vertical };
    const { purposes } = await kernel.read(id, visits.policy);
    const words = (language: Language) => ({ ...vertical.words[language].kiosk });
    return {
      office: office.name,
      zone: office.zone,
      language: office.language,
      purposes,
      words: { de: words('de'), en: words('en') },
    };
  },
});
