import { SettingsRefused } from './settings.ts';

/** Why the server did not start, for the person who started it: German and English where we know, the stack where we do not. */
export function plainWords(error: unknown): string {
  if (error instanceof SettingsRefused) return error.message;
  const sentences = sentencesOf(error);
  if (sentences) return `\n${sentences.en}\n\n${sentences.de}\n`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The failures of the packages carry sentences in both languages. */
function sentencesOf(error: unknown): { readonly de: string; readonly en: string } | undefined {
  if (typeof error !== 'object' || error === null || !('sentences' in error)) return undefined;
  return error.sentences as { de: string; en: string }; // the one shape that goes by this name in the packages
}
