import { byId, byKey, type Language, type Lookup, type Read, through } from '@front-office/kernel';
import type { PersonName, TimeZone } from '@front-office/values';
import { completeOffice, completeStaffMember } from './migrate.ts';
import { offices, SELF, staffMembers } from './records.ts';

/** A staff member, as the house writes to them. */
export interface Addressee {
  readonly id: string;
  readonly name: PersonName;
  /** Null: this person gets no mail. */
  readonly mail: string | null;
  readonly language: Language;
  /** False once the person has left. */
  readonly active: boolean;
}

/** The office, as it signs its mail. */
export interface House {
  readonly name: string;
  /** Where its mail comes from; null: it sends none. */
  readonly mail: string | null;
  /** Where the front desk reads mail. */
  readonly deskMail: string | null;
  readonly zone: TimeZone;
  readonly language: Language;
}

/** Who is written to, and who writes. For programs of this house alone: what a visitor may know is in `hostDirectory`. */
export const addressBook = {
  /** The staff member with this id, also one who has left; whoever writes looks at `active`. */
  staffById: (id: Lookup['value']): Read<Addressee | undefined> =>
    through(byId(staffMembers, id), (found) => {
      if (found === undefined) return undefined;
      const { name, mail, language, active } = completeStaffMember(found.data);
      return { id: found.id, name, mail, language, active };
    }),

  /** @throws when the office has no `office` record: whoever sets it up creates that first. */
  house: through(byKey(offices, SELF), ([own]): House => {
    if (own === undefined) throw new Error('This office has no "office" record yet: create it first.');
    const { name, mail, deskMail, zone, language } = completeOffice(own.data);
    return { name, mail, deskMail, zone, language };
  }),
};
