import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as z from 'zod';

/** What `navigator.credentials` is handed, in the JSON of WebAuthn level 3. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);

const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
};

/** What a browser answers that has made a passkey. Unknown fields fall away: browsers add some. */
export const Registration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

/** What a browser answers that was asked for a passkey. */
export const Authentication = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(8_000),
    userHandle: base64url(200).optional(),
  }),
});

// Two casts: zod says `undefined` may stand where the library's types say that a field is missing, and the library looks
// at every field itself before it believes it.
export const asRegistration = (parsed: z.output<typeof Registration>) => parsed as RegistrationResponseJSON;
export const asAuthentication = (parsed: z.output<typeof Authentication>) => parsed as AuthenticationResponseJSON;
