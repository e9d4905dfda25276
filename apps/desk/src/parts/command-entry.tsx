import { useState } from 'react';
import type { Entry } from '../commands.ts';
import { useLanguage, words } from '../language.ts';
import type { Labels } from './command-dialog.tsx';
import type { Ties } from './field.tsx';
import { HostSearch } from './host-search.tsx';

interface CommandEntryProps {
  readonly entry: Entry;
  readonly ties: Ties;
  readonly required: boolean;
  /** As it goes to the server: a text, or an id. */
  readonly value: string | undefined;
  readonly labels: Labels;
  readonly change: (value: string) => void;
}

/** Where a command's field is filled in. */
export function CommandEntry({ entry, ties, required, value, labels, change }: CommandEntryProps) {
  if (entry.kind === 'host') return <HostEntry ties={ties} value={value} change={change} />;
  if (entry.kind === 'label')
    return <LabelEntry ties={ties} value={value ?? labels.chosen ?? ''} {...{ labels, change }} />;
  const { maxLength, lines } = entry;
  const tied = {
    ...ties,
    maxLength,
    required,
    value: value ?? '',
    onChange: ({ target }: { target: { value: string } }) => change(target.value),
  };
  return lines > 1 ? <textarea {...tied} rows={lines} /> : <input {...tied} autoComplete="off" />;
}

/** The person is chosen from what is found; a name alone is nobody yet. */
function HostEntry({ ties, value, change }: Pick<CommandEntryProps, 'ties' | 'value' | 'change'>) {
  const [text, setText] = useState('');
  return (
    <HostSearch
      ties={ties}
      text={text}
      isChosen={Boolean(value)}
      change={(typed, chosen) => {
        setText(typed);
        change(chosen?.id ?? '');
      }}
    />
  );
}

function LabelEntry({
  ties,
  value,
  labels,
  change,
}: Pick<CommandEntryProps, 'ties' | 'labels' | 'change'> & { value: string }) {
  const language = useLanguage();
  const options = labels.offered.map(({ id, label }) => (
    <option key={id} value={id}>
      {label[language]}
    </option>
  ));
  return (
    <select {...ties} value={value} onChange={({ target }) => change(target.value)}>
      <option value="">{words[language].command.keptFromNobody}</option>
      {options}
    </select>
  );
}
