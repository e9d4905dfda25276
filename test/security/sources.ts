import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What runs in the product, by its path: the sources of packages and apps, without what tests alone import. */
export const sources: ReadonlyMap<string, string> = new Map(
  globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\/testing(\/|\.ts)/.test(file))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);

/** Something that the sources do not do, and the texts that would do it. */
export interface Forbidden {
  readonly what: string;
  readonly found: RegExp;
}

export const forbidden = {
  shell: { what: 'a program by a line of text', found: /(?<!\.)\bexec(?:Sync)?\(|\bshell: *(?!false)/ },
  html: { what: 'HTML from text', found: /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|InnerHTML/ },
  paste: {
    what: 'a page that hinders pasting',
    found: /onPaste|['"](?:before)?paste['"]|autoComplete="off" type="pass/,
  },
  cipher: { what: 'another cipher than AES-256-GCM', found: /create(?:De)?[cC]ipheriv\((?!'aes-256-gcm')/ },
  hash: { what: 'another hash than SHA-256', found: /create(?:Hash|Hmac)\((?!'sha256')|hkdfSync\((?!'sha256')/ },
  random: { what: 'chance that can be foretold', found: /Math\.random/ },
} as const satisfies Readonly<Record<string, Forbidden>>;

/** Where it stands: `packages/kernel/src/dispatch.ts: const pause = …`. */
export const placesOf = ({ found }: Forbidden, texts: Iterable<readonly [string, string]> = sources): string[] =>
  [...texts].flatMap(([file, text]) =>
    text
      .split('\n')
      .filter((line) => found.test(line) && !/^\s*(?:\*|\/\/|\/\*\*)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
