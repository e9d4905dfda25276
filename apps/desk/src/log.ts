import type { LogEntry } from './api.ts';
import type { Words } from './language.ts';
import { nameOf } from './names.ts';
import { wordIn } from './word-in.ts';
import type { VisitFactLabel } from './words/words.ts';

/** What happened, in words: the facts, else the command that had none, else the timer that fired. */
export function whatHappened({ command, facts }: LogEntry, { visits }: Words): string {
  const said = facts.map(({ type }) => wordIn(visits.facts, type) ?? type);
  if (said.length > 0) return said.join(' · ');
  const timer = Object.entries(visits.timers).find(([name]) => command.split('.').includes(name))?.[1];
  return wordIn(visits.commands, command) ?? timer ?? command;
}

/** What a reader may name of an entry, in the order of the page. Ids are no use to people, but for the host's. */
const shown = [
  'visitor',
  'company',
  'host',
  'purpose',
  'expectedAt',
  'note',
  'badge',
  'reason',
] as const satisfies readonly VisitFactLabel[];

/** What was given with an entry of the log, what came of it, and who or which device it was. */
export function detailsOf(
  entry: LogEntry,
  say: { readonly host: (id: string) => string | undefined; readonly time: (instant: string) => string },
  words: Words,
): { readonly label: string; readonly value: string }[] {
  const given = Object.assign({}, ...entry.facts, entry.input) as Record<string, unknown>;
  const details = shown.flatMap((name) => {
    const value = valueSeen(name, given[name], say);
    return value === undefined ? [] : [{ label: words.visit.facts[name], value }];
  });
  if (entry.by.kind === 'system') return details;
  return [...details, { label: words.visit.facts.by, value: entry.by.id }];
}

function valueSeen(
  name: (typeof shown)[number],
  value: unknown,
  { host, time }: { host: (id: string) => string | undefined; time: (instant: string) => string },
): string | undefined {
  if (name === 'visitor' && typeof value === 'object' && value !== null && 'family' in value)
    return nameOf(value as Parameters<typeof nameOf>[0]); // the contract's input of the command that began the visit
  if (typeof value !== 'string') return undefined;
  if (name === 'host') return host(value);
  return name === 'expectedAt' ? time(value) : value;
}
