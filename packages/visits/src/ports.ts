import type { Read } from '@front-office/kernel';
import type { Instant, Opening, PersonName } from '@front-office/values';
import type { VisitPolicy } from './policy.ts';

/** Whoever may be visited. Filled by `office` from organisation, or by an integrator from a staff list of their own. */
export interface HostDirectory {
  /** The host with this id, if this person receives visitors now. */
  byId(id: string): Read<Host | undefined>;
  /** Hosts with a name that begins so; nobody before three letters. */
  search(text: string, limit: number): Read<readonly Host[]>;
}

export interface Host {
  readonly id: string;
  readonly name: PersonName;
}

export interface OfficeHours {
  /** When the office next closes its doors on the local day of `at`; at the end of that day when they are closed already. */
  closingTime(at: Instant): Read<Instant>;
  /**
   * The next `minutes` of open time from `at` on, in order. Less, or nothing, when the office does not open for so long:
   * what is left then counts as time on the wall.
   */
  openTime(at: Instant, minutes: number): Read<readonly Opening[]>;
}

/** What this package needs from outside. */
export interface VisitPorts {
  readonly visits: {
    readonly hosts: HostDirectory;
    readonly hours: OfficeHours;
    readonly policy: Read<VisitPolicy>;
  };
}
