import type { AtTheDoor } from '@front-office/kernel';
import type { SignIn } from '@front-office/sign-in';
import type { Office } from '../create-office.ts';

/** What the doors of an office work with: whoever mounts them hands it to the server as `services`. */
export interface DoorServices {
  readonly signIn: SignIn;
  readonly office: Office;
  /** The device that anybody may be in a demo, by office; left out everywhere else. */
  readonly demoDevices?: ReadonlyMap<string, string>;
}

/** The kernel cannot know of them, hence the cast. */
export const servicesOf = (door: AtTheDoor): DoorServices => door.services as DoorServices;
