import { accountDoors } from './doors/account.ts';
import { linkDoors } from './doors/links.ts';
import { sessionDoors } from './doors/sessions.ts';
import { signingInDoors } from './doors/signing-in.ts';

/** Every door of this package. Their `services` are `{ signIn }`. A browser takes the types and paths only. */
export const doors = [...signingInDoors, ...sessionDoors, ...accountDoors, ...linkDoors] as const;

/** The doors as types, for the typed client. */
export type SignInDoors = (typeof doors)[number];
