import type { Kernel } from '@front-office/kernel';
import {
  absences,
  offices,
  owners,
  type ReadHere,
  type Rights,
  rightsOf,
  roles,
  staffMembers,
  staffRights,
} from '@front-office/organisation';
import { type Instant, msBetween } from '@front-office/values';
import { rightsPolicyIn } from './rights-policy.ts';

/** What rights follow from. A commit of one of these is known to this server at once, and to others a second later. */
const decisive: ReadonlySet<string> = new Set(
  [absences, offices, owners, roles, staffMembers, staffRights].map(({ name }) => name),
);

/** So long somebody's rights are believed without looking: what changes on another server, or by the clock, is seen then. */
const KEPT_MS = 1_000;

/** More people than are at work at once; then the oldest goes. */
const MOST_KEPT = 5_000;

interface Kept {
  readonly rights: Rights | undefined;
  readonly at: Instant;
}

/** The rights of those who are at work now, so that not every click asks for them anew. */
export class RightsKept {
  readonly #byOffice = new Map<string, Map<string, Kept>>();
  #count = 0;

  /** Everybody's rights in an office are looked up anew when a record that decides them has changed. */
  changed(office: string, definition: string): void {
    if (!decisive.has(definition)) return;
    this.#count -= this.#byOffice.get(office)?.size ?? 0;
    this.#byOffice.delete(office);
  }

  async of(kernel: Kernel, office: string, staff: string): Promise<Rights | undefined> {
    const now = kernel.now();
    const people = this.#peopleOf(office);
    const kept = people.get(staff);
    if (kept && Math.abs(msBetween(kept.at, now)) < KEPT_MS) return kept.rights;
    const read: ReadHere = (wanted) => kernel.read(office, wanted);
    const rights = await rightsOf({ read, policy: rightsPolicyIn(kernel) }, staff, now);
    // A change in the meantime has put another map in the place of this one, and what was read goes with it.
    if (!people.has(staff)) this.#count += 1;
    people.set(staff, { rights, at: now });
    return rights;
  }

  #peopleOf(office: string): Map<string, Kept> {
    if (this.#count > MOST_KEPT) {
      this.#byOffice.clear();
      this.#count = 0;
    }
    const found = this.#byOffice.get(office);
    if (found) return found;
    const people = new Map<string, Kept>();
    this.#byOffice.set(office, people);
    return people;
  }
}
