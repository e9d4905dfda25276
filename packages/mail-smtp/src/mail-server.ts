/** Where mail is handed in, and how the way there is kept private. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly encryption: Encryption;
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * - `tls`: from the first byte (RFC 8314).
 * - `starttls`: before anything is said; a server that does not offer it gets nothing.
 * - `none`: for a mail server on this machine.
 */
export type Encryption = 'tls' | 'starttls' | 'none';

const SUBMISSION_PORT = 587;
const SUBMISSIONS_PORT = 465;
const LOCAL_HOSTS = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Reads `smtps://user:password@mail.example.com:465` or `smtp://…`; what is special in user and password is written with
 * percent signs. Without a wish `smtps` means `tls`, and `smtp` means `starttls`, or `none` on this machine.
 *
 * Encryption is never "if it happens to be offered": whoever sits on the way takes the offer out, and nobody notices.
 *
 * @throws {TypeError} when it is no such address, or would send a password in the clear. The message never quotes it.
 */
export function mailServerAt(address: string, wish?: Encryption): MailServer {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') || url.hostname === '')
    throw new TypeError('The mail server is not written as smtp://host:port or smtps://host:port.');
  if (url.pathname.length > 1 || url.search !== '' || url.hash !== '')
    throw new TypeError('The address of the mail server ends with its port: no path, question mark or # after it.');
  const isLocal = LOCAL_HOSTS.test(url.hostname);
  const encryption = wish ?? (url.protocol === 'smtps:' ? 'tls' : isLocal ? 'none' : 'starttls');
  const auth = credentialsOf(url);
  if (auth && encryption === 'none' && !isLocal)
    throw new TypeError('A password is not sent to another machine without encryption.');
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (encryption === 'tls' ? SUBMISSIONS_PORT : SUBMISSION_PORT) : Number(url.port),
    encryption,
    auth,
  };
}

function credentialsOf({ username, password }: URL): MailServer['auth'] {
  if (username === '' && password === '') return undefined;
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    throw new TypeError('User or password of the mail server hold a percent sign that begins no %XX: write it as %25.');
  }
}
