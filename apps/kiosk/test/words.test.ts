import { describe, expect, it } from 'vitest';
import { titleOf } from '../src/heading.ts';
import { plainSettings } from '../src/settings.ts';
import { languages, opening, type State } from '../src/state.ts';
import { de } from '../src/words/de.ts';
import { en } from '../src/words/en.ts';
import { practice } from './support/office-words.ts';

describe('the texts', () => {
  const german = new Map(textsOf(de));
  const english = new Map(textsOf(en));

  it.each(languages)('are all there in %s, and say something', (language) => {
    const texts = language === 'de' ? german : english;
    expect(texts.size).toBeGreaterThan(40);
    for (const [name, text] of texts) expect(text.trim(), name).not.toBe('');
  });

  it('are translated, every one', () => {
    const same = [...german].filter(([name, text]) => english.get(name) === text);
    expect(same).toEqual([]);
  });

  it('never say "1 people" or "noch 1 Sekunden"', () => {
    expect([de.secondsLeft(1), en.secondsLeft(1)]).toEqual(['Noch 1 Sekunde', '1 second left']);
    expect(en.hostsFound(1)).toContain('One person');
    expect(de.hostsFound(2)).toContain('2 Personen');
  });
});

describe('the title of the document', () => {
  const base = {
    welcome: practice,
    language: 'de',
    over: 'nothing',
    request: 'r',
    settings: plainSettings(practice),
    nextSettings: plainSettings(practice),
    hosts: { search: '', found: [] },
  } as const;
  const answers = { given: 'Anna', family: 'Beispielmüller', company: '', search: 'prob', host: null, purpose: null };
  const asking = { ...base, page: 'host', answers, mistakes: [] } satisfies State;

  it('names the question and the office, never the visitor', () => {
    expect(titleOf(asking)).toBe(`Zu wem möchten Sie? – ${practice.office}`);
  });

  it('says an error first', () => {
    expect(titleOf({ ...asking, mistakes: [{ field: 'search', code: 'host_missing' }] })).toMatch(/^Fehler: Zu wem/);
  });

  it('is there before the office is known', () => {
    expect(titleOf(opening('en'))).toBe('One moment, please');
  });
});

/** Every text under the name of its place; a function's for two numbers. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[path + name, value]];
    if (typeof value === 'function')
      return [1, 2].map((number) => [`${path}${name}(${number})`, String(value(number, 4))]);
    return textsOf(Object(value), `${path}${name}.`);
  });
}
