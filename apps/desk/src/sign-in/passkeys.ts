import type { InputAt } from '@front-office/http-express/client';
import type { SignInDoors } from '@front-office/sign-in/contract';

/** What the server hands out for `navigator.credentials`, in the JSON of WebAuthn level 3. */
interface Options {
  readonly challenge: string;
}

/** Whether this browser can; one that cannot is not offered it. Since Chrome 129, Firefox 119 and Safari 18.4 they all can. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Whether it offers passkeys in the list under the name, before anybody has pressed a button. */
export const offersPasskeysUnasked = async (): Promise<boolean> =>
  knowsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;

export type SigningPasskey = InputAt<SignInDoors, 'POST /sign-in/passkey'>;
export type NewPasskey = InputAt<SignInDoors, 'POST /account/passkeys'>['response'];

/** Has somebody use a passkey; nothing when they did not, for whatever reason: browsers do not tell one from another. */
export async function takePasskey(
  options: Options,
  { signal, unasked = false }: { readonly signal?: AbortSignal; readonly unasked?: boolean } = {},
): Promise<SigningPasskey | undefined> {
  return answerOf<SigningPasskey>(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
      ...(unasked && { mediation: 'conditional' }),
      ...(signal && { signal }),
    }),
  );
}

/** Has a passkey made; nothing when none was made. */
export const makePasskey = (options: Options): Promise<NewPasskey | undefined> =>
  answerOf<NewPasskey>(() =>
    navigator.credentials.create({
      // The server wrote what the browser asks for; the contract promises the challenge only, hence the casts.
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
    }),
  );

async function answerOf<T>(ask: () => Promise<Credential | null>): Promise<T | undefined> {
  try {
    const credential = await ask();
    // What the browser says about its own passkey; the server checks every field of it.
    return credential === null ? undefined : ((credential as PublicKeyCredential).toJSON() as T);
  } catch {
    return undefined;
  }
}
