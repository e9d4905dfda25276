import type { InputOf } from '@front-office/kernel';
import type { staffMembers } from '@front-office/organisation';
import type { Level } from './catalogue/entry.ts';

/** Somebody who works here. Colleagues, roles, departments and rooms go by the short names of the same constant. */
export interface SampleStaffMember<
  Staff extends string = string,
  RoleKey extends string = string,
  Department extends string = string,
  Room extends string = string,
> extends Pick<InputOf<typeof staffMembers, 'create'>, 'name' | 'receivesVisitors' | 'mail' | 'language'> {
  readonly rights: SampleRights<RoleKey>;
  /** Who steps in while this person is away, in this order. */
  readonly deputies: readonly Staff[];
  readonly department?: Department;
  readonly room?: Room;
}

/** What somebody may do: roles, as far as the level goes. Without a role: works here, and has no part in the front office. */
export interface SampleRights<RoleKey extends string = string> {
  readonly level: Level;
  /** `from` and `until` are dates such as `2026-08-01`, both included; left out, the role has been there and stays. */
  readonly roles: { readonly role: RoleKey; readonly from?: string; readonly until?: string }[];
}

export interface SampleDepartment<Staff extends string = string> {
  readonly name: string;
  readonly head?: Staff;
}

/** What a room is for. */
export type RoomKind = 'reception' | 'waiting' | 'consultation' | 'meeting' | 'office' | 'other';

export interface SampleRoom<Department extends string = string> {
  readonly name: string;
  readonly kind: RoomKind;
  readonly department?: Department;
}

/** A visit of the day that the demo shows. */
export interface SampleVisit<Staff extends string = string, Purpose extends string = string> {
  /** Time of day at the office: `09:15`. */
  readonly at: string;
  readonly visitor: SampleStaffMember['name'];
  readonly company?: string;
  readonly host: Staff;
  readonly purpose?: Purpose;
}

/** Somebody who is away for a part of the demo's day. */
export interface SampleAbsence<Staff extends string = string> {
  readonly staff: Staff;
  /** Times of day at the office: from `13:00` until `18:00`. */
  readonly from: string;
  readonly until: string;
  /** One of the deputies, who may do meanwhile what the absent person may. */
  readonly deputy: Staff;
}
