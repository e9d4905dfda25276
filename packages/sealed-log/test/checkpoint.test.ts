import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Checkpoint, openCheckpoint, originOf, signCheckpoint } from '../src/checkpoint/checkpoint.ts';
import {
  newSigningKey,
  privateKeyFromPem,
  privateKeyToPem,
  publicKeyFromPem,
  publicKeyOf,
  publicKeyToPem,
  readVerifierKey,
  verifierKey,
} from '../src/checkpoint/keys.ts';
import { openNote, signNote } from '../src/checkpoint/note.ts';
import { EMPTY_ROOT } from '../src/merkle/hash.ts';

const key = newSigningKey();
const office = '0197be0c-7a5b-7c3d-8e4f-0123456789ab';
const checkpoint: Checkpoint = { origin: originOf(office), size: 40, root: EMPTY_ROOT };
const opened = (text: string) => openCheckpoint(text, publicKeyOf(key));

describe('a checkpoint', () => {
  it('is a note that a person can read: whose log, how many rows, the root, the signature', () => {
    const lines = signCheckpoint(key, checkpoint).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      `front-office/${office}`,
      '40',
      '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      '',
    ]);
    expect(lines[4]).toMatch(new RegExp(`^— front-office/${office} [A-Za-z0-9+/]{91}=$`));
    expect(lines.slice(5)).toEqual(['']);
  });

  it('gives what was signed, to whoever has the public key', () => {
    const root = Buffer.from(EMPTY_ROOT);
    expect(opened(signCheckpoint(key, checkpoint))).toEqual({ checkpoint: { ...checkpoint, root } });
  });

  it('with any bit of any character turned over is refused', () => {
    const bytes = Buffer.from(signCheckpoint(key, checkpoint));
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ (1 << bit);
        expect(opened(copy.toString('utf8')).refused).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  it('of another key is told from a forged one', () => {
    expect(opened(signCheckpoint(newSigningKey(), checkpoint)).refused).toBe('other_key');
    expect(opened(signCheckpoint(key, checkpoint).replace('\n40\n', '\n41\n')).refused).toBe('forged');
  });

  it('signed in the name of another log is refused', () => {
    const text = `${originOf('another')}\n40\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n`;
    expect(opened(signNote(text, checkpoint.origin, key)).refused).toBe('other_origin');
  });

  it.each([
    ['a size with a leading zero', '040\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a size beyond all counting', '9007199254740993\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'],
    ['a root too short', '40\n47DEQpj8HBSa\n'],
    ['no root', '40\n'],
    ['an empty line after it', '40\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n'],
  ])('with %s is refused, even when it is signed', (_what, rest) => {
    expect(opened(signNote(`${checkpoint.origin}\n${rest}`, checkpoint.origin, key)).refused).toBe('malformed');
  });

  it('may carry the signatures of witnesses, whom this verifier does not know', () => {
    const witnessed = `${signCheckpoint(key, checkpoint)}— witness.example AAAAAAAAAAA=\n`;
    expect(opened(witnessed).refused).toBeUndefined();
  });

  it('that cannot be is not signed', () => {
    expect(() => signCheckpoint(key, { ...checkpoint, size: -1 })).toThrow(RangeError);
    expect(() => signCheckpoint(key, { ...checkpoint, root: Buffer.alloc(31) })).toThrow(RangeError);
    expect(() => signCheckpoint(key, { ...checkpoint, origin: 'two words' })).toThrow(TypeError);
    expect(() => signCheckpoint(key, { ...checkpoint, origin: 'two\nlines' })).toThrow(TypeError);
  });
});

// The example in the documentation of golang.org/x/mod/sumdb/note; its published private key makes the same note again.
const NAME = 'PeterNeumann';
const SIGNER = 'YEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

describe("the example of Go's sumdb/note", () => {
  it('opens with its verifier key', () => {
    const read = readVerifierKey(VERIFIER);
    expect(read && openNote(NOTE, read.publicKey)).toEqual({ text: TEXT, name: NAME });
  });

  it('is made again, byte for byte, with its private key', () => {
    const seed = Buffer.from(`A${SIGNER}`, 'base64').subarray(1);
    const head = Buffer.from('302e020100300506032b657004220420', 'hex'); // PKCS #8 around an Ed25519 seed (RFC 8410)
    const privateKey = createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' });
    expect(signNote(TEXT, NAME, privateKey)).toBe(NOTE);
    expect(verifierKey(NAME, publicKeyOf(privateKey))).toBe(VERIFIER);
  });

  it('has a verifier key in which no character can be changed', () => {
    for (let at = 0; at < VERIFIER.length; at += 1) {
      const other = VERIFIER[at] === 'A' ? 'B' : 'A';
      expect(readVerifierKey(VERIFIER.slice(0, at) + other + VERIFIER.slice(at + 1))).toBeUndefined();
    }
  });
});

describe('a key', () => {
  it('comes back from its file', () => {
    const text = signCheckpoint(privateKeyFromPem(privateKeyToPem(key)), checkpoint);
    expect(openCheckpoint(text, publicKeyFromPem(publicKeyToPem(publicKeyOf(key)))).refused).toBeUndefined();
  });

  it('that does not fit is refused: the private one of an auditor, one of another kind, no key at all', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
    expect(() => publicKeyFromPem(privateKeyToPem(key))).toThrow('public one');
    expect(() =>
      publicKeyFromPem(publicKeyToPem(createPublicKey(rsa.publicKey.export({ format: 'pem', type: 'spki' })))),
    ).toThrow('Ed25519');
    expect(() => privateKeyFromPem(privateKeyToPem(rsa.privateKey))).toThrow('Ed25519');
    expect(() => publicKeyFromPem('garbage')).toThrow();
  });
});
