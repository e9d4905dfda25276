import { type DeviceWords, de as devicesDe, en as devicesEn } from '@front-office/devices/words';
import { type IntegrationsWords, de as integrationsDe, en as integrationsEn } from '@front-office/integrations/words';
import { type MessageWords, de as messagesDe, en as messagesEn } from '@front-office/messages/words';
import { type OrganisationWords, de as organisationDe, en as organisationEn } from '@front-office/organisation/words';
import { type VisitWords, de as visitsDe, en as visitsEn } from '@front-office/visits/words';
import { useSyncExternalStore } from 'react';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import type { DeskWords } from './words/words.ts';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** The desk's own texts, and those of the packages that it shows, under their names. */
export type Words = DeskWords & {
  readonly visits: VisitWords;
  readonly messages: MessageWords;
  readonly organisation: OrganisationWords;
  readonly devices: DeviceWords;
  readonly integrations: IntegrationsWords;
};
export const words: Readonly<Record<Language, Words>> = {
  de: {
    ...de,
    visits: visitsDe,
    messages: messagesDe,
    organisation: organisationDe,
    devices: devicesDe,
    integrations: integrationsDe,
  },
  en: {
    ...en,
    visits: visitsEn,
    messages: messagesEn,
    organisation: organisationEn,
    devices: devicesEn,
    integrations: integrationsEn,
  },
};

const KEPT_AS = 'front-office.desk.language';
const isLanguage = (text: string | null | undefined): text is Language => languages.some((known) => known === text);

const listeners = new Set<() => void>();
let current: Language = remembered() ?? spoken();
document.documentElement.lang = current;

/** The language of this desk: the one chosen here last, else the first of the browser's that we speak, else German. */
export const language = (): Language => current;

export function choose(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(KEPT_AS, next);
  } catch {
    // A browser that keeps nothing still switches, until it is closed.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, language);
export const useWords = (): Words => words[useLanguage()];

function remembered(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return isLanguage(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function spoken(): Language {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'de';
}
