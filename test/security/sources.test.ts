import { describe, expect, it } from 'vitest';
import { forbidden, placesOf, sources } from './sources.ts';

describe('the sources', () => {
  it('are all read', () => {
    expect(sources.size).toBeGreaterThan(500);
  });

  it('start no program by a line of text that a shell would read', () => {
    expect(placesOf(forbidden.shell)).toEqual([]);
  });

  it('put no HTML together from text', () => {
    expect(placesOf(forbidden.html)).toEqual([]);
  });

  it('hinder nobody from pasting a password', () => {
    expect(placesOf(forbidden.paste)).toEqual([]);
  });

  it('name no cipher but AES-256-GCM, and no hash but SHA-256', () => {
    expect(placesOf(forbidden.cipher)).toEqual([]);
    expect(placesOf(forbidden.hash)).toEqual([]);
  });

  it('let chance that can be foretold decide nothing but how long to wait', () => {
    expect(placesOf(forbidden.random)).toEqual([
      'packages/kernel/src/dispatch.ts: await new Promise((resolve) => setTimeout(resolve, Math.random() * mostMs));',
    ]);
  });
});

describe('it is found', () => {
  // Texts of programs that nobody runs.
  it.each([
    [forbidden.shell, "exec('ls ' + name)"],
    [forbidden.shell, 'spawn(file, args, { shell: true })'],
    [forbidden.html, 'place.innerHTML = text'],
    [forbidden.html, '<p dangerouslySetInnerHTML={{ __html: text }} />'],
    [forbidden.paste, 'onPaste={(event) => event.preventDefault()}'],
    [forbidden.cipher, "createCipheriv('aes-256-ecb', key, null)"],
    [forbidden.cipher, 'createDecipheriv(named, key, nonce)'],
    [forbidden.hash, "createHash('md5')"],
    [forbidden.hash, "createHmac('sha1', key)"],
    [forbidden.random, 'const token = Math.random().toString(36)'],
  ])('$what: %s', (wrong, text) => {
    expect(placesOf(wrong, [['a.ts', text]])).toEqual([`a.ts: ${text}`]);
  });
});
