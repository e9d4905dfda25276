import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { ORIGIN, RP_ID } from './desk.ts';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

/** A telephone that makes and uses one passkey (ES256), as a browser would tell of it. */
export class Authenticator {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = text(randomBytes(32));
  counter = 0;
  origin = ORIGIN;
  verifiesUser = true;
  userHandle: string | undefined;

  /** Answers `navigator.credentials.create`. */
  create(options: { readonly challenge: string; readonly user: { readonly id: string } }): RegistrationResponseJSON {
    this.userHandle = options.user.id;
    const id = Buffer.from(this.id, 'base64url');
    const length = Buffer.from([0, id.length]);
    const data = Buffer.concat([this.#data(FLAGS.attested), Buffer.alloc(16), length, id, this.#coseKey()]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', Uint8Array.from(data)],
    ]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge),
        // The map holds what CBOR can say; the type of the library's encoder is narrower than Map's.
        attestationObject: text(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])),
        transports: ['internal'],
      },
    };
  }

  /** Answers `navigator.credentials.get`. */
  get({ challenge }: { readonly challenge: string }): AuthenticationResponseJSON {
    this.counter += 1;
    const clientDataJSON = this.#clientData('webauthn.get', challenge);
    const data = this.#data(0);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      id: this.id,
      rawId: this.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON,
        authenticatorData: text(data),
        signature: text(sign('sha256', signed, this.#keys.privateKey)),
        ...(this.userHandle === undefined ? {} : { userHandle: this.userHandle }),
      },
    };
  }

  #clientData = (type: string, challenge: string) =>
    text(Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })));

  #data(more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = FLAGS.present | (this.verifiesUser ? FLAGS.verified : 0) | more;
    return Buffer.concat([sha256(RP_ID), Buffer.from([flags]), counter]);
  }

  #coseKey(): Uint8Array {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const bytes = (part: string) => Uint8Array.from(Buffer.from(part, 'base64url'));
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ]),
    );
  }
}
