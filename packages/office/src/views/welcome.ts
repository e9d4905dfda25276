import { defineRoute, type Language, languages, type Read, together } from '@front-office/kernel';
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
    const { visits, kind } = kernel.ports as OfficePorts & { readonly kind: Read<Vertical> };
    const { policy, vertical } = await kernel.read(id, together({ policy: visits.policy, vertical: kind }));
    const words = (language: Language) => ({ ...vertical.words[language].kiosk });
    return {
      office: office.name,
      zone: office.zone,
      language: office.language,
      purposes: policy.purposes,
      words: { de: words('de'), en: words('en') },
    };
  },
});
