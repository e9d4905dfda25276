/** What this kind of office calls things, as kiosk and desk show it. */
export interface VerticalWords {
  readonly office: string;
  readonly visitor: string;
  readonly visit: string;
  readonly host: string;
  /** Where people turn to for help. */
  readonly reception: string;
  readonly kiosk: {
    readonly greeting: string;
    /** Above the host search. */
    readonly whomToSee: string;
    /** Above the purposes; left out where the policy has none, since the kiosk does not ask then. */
    readonly purpose?: string;
    /** Shown before anything is sent: what is kept, what for, who sees it, and the way without the kiosk. */
    readonly privacyNotice: string;
    readonly checkedIn: string;
    /** Said whenever the kiosk cannot go on. It never tells why: the next in line reads along. */
    readonly pleaseSeeStaff: string;
  };
}
