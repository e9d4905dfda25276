import type { Route } from './contract.ts';
import type { Decidable } from './decide.ts';
import type { Refusal, RefusalWords } from './refusal.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** A domain package as an office composes it. */
export interface Module<Ports = never> {
  /** Also the name of its Postgres schema and the prefix of its tables. */
  readonly name: string;
  readonly definitions: readonly Decidable[];
  readonly routes: readonly Route[];
  readonly words: Readonly<Record<Language, { readonly refusals: RefusalWords }>>;
  /** Folder of numbered migrations, or none for a package that only has records. */
  readonly migrations: URL | null;
  /** Only for the compiler: what the package needs from outside. */
  readonly needs?: (ports: Ports) => void;
}

/** Everything that an office needs to know of a package, in one constant. */
export const defineModule = <Ports = unknown>(module: Module<Ports>): Module<Ports> => module;

/** Says a refusal to a person. A code without a sentence is a bug, and throws. */
export type Say = (refusal: Refusal, language: Language) => string;

/** Joins the words of all packages. Throws when two packages use one code, since its sentence would be ambiguous. */
export function sayRefusals(modules: readonly Pick<Module<never>, 'name' | 'words'>[]): Say {
  const said: Record<Language, Record<string, RefusalWords[string]>> = { de: { ...de }, en: { ...en } };
  for (const { name, words } of modules) {
    for (const language of languages) {
      for (const [code, sentence] of Object.entries(words[language].refusals)) {
        if (said[language][code])
          throw new Error(`${name}: the refusal code "${code}" is already taken by another package`);
        said[language][code] = sentence;
      }
    }
  }
  return (refusal, language) => {
    const sentence = said[language][refusal.code];
    if (sentence === undefined) throw new Error(`No ${language} sentence for the refusal "${refusal.code}"`);
    return sentence(refusal.figures);
  };
}
