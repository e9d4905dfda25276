/** What somebody has behind the doors: their office and staff member there, sessions, a passkey. */
export interface Things {
  readonly office: string;
  readonly staff: string;
  readonly session: string;
  readonly credential: string;
}

const PASSWORD = 'Kaffee ohne Zucker';
const nothing = () => ({});

/** For each door something to send, about these things where it can name any. */
export const doorRows: Readonly<Record<string, (things: Things) => Readonly<Record<string, unknown>>>> = {
  'GET /session': nothing,
  'POST /session/end': nothing,
  'POST /session/lock': nothing,
  'POST /session/office': ({ office }) => ({ office }),
  'GET /session/offices': nothing,
  'GET /sessions': nothing,
  'POST /sessions/{session}/end': ({ session }) => ({ session }),
  'POST /sessions/end-others': nothing,
  'GET /place': nothing,
  'POST /place': ({ session }) => ({ session, pin: '482915' }),
  'GET /sign-in/demo': nothing,
  'POST /sign-in/demo': ({ office, staff }) => ({ office, staff }),
  'POST /sign-in': () => ({ name: 'nobody@example.com', password: PASSWORD }),
  'POST /sign-in/second': () => ({ code: '000000' }),
  'POST /sign-in/passkey/options': nothing,
  'POST /sign-in/passkey': ({ credential }) => ({
    id: credential,
    rawId: credential,
    type: 'public-key',
    response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
    clientExtensionResults: {},
  }),
  'POST /account/password': () => ({ current: 'Regen am Dienstag', password: PASSWORD }),
  'POST /account/pin': () => ({ pin: '482915' }),
  'POST /account/one-time-codes': nothing,
  'POST /account/one-time-codes/confirm': () => ({ code: '000000' }),
  'POST /account/one-time-codes/remove': nothing,
  'POST /account/recovery-codes': nothing,
  'GET /account/passkeys': nothing,
  'POST /account/passkeys/options': nothing,
  'POST /account/passkeys': ({ credential }) => ({
    label: 'Telefon',
    response: {
      id: credential,
      rawId: credential,
      type: 'public-key',
      response: { clientDataJSON: 'e30', attestationObject: 'AAAA' },
      clientExtensionResults: {},
    },
  }),
  'POST /account/passkeys/{credential}/remove': ({ credential }) => ({ credential }),
  'POST /invitations/look': () => ({ secret: 'unknown' }),
  'POST /invitations/accept': () => ({
    secret: 'unknown',
    password: PASSWORD,
    shownAs: 'Ivan Sampleton',
    language: 'en',
  }),
  'POST /recovery': () => ({ secret: 'unknown', password: PASSWORD }),
  'POST /pair': () => ({ code: 'AAAA-AAAA' }),
  'POST /pair/demo': nothing,
  'POST /set-up/look': () => ({ secret: 'unknown' }),
  'POST /set-up': () => ({ secret: 'unknown' }),
};
