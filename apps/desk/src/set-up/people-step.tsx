import type { FormEvent, ReactNode } from 'react';
import { useLanguage, words } from '../language.ts';
import type { Colleague, Draft, Kind } from './draft.ts';

interface PeopleStepProps {
  readonly draft: Draft;
  readonly kind: Kind;
  readonly change: (draft: Draft) => void;
  readonly next: () => void;
  readonly back: ReactNode;
}

const levels = ['trainee', 'qualified', 'senior', 'lead'] as const;

/** Who works here besides the owner, and which rooms there are. Both may come later. */
export function PeopleStep({ draft, kind, change, next, back }: PeopleStepProps) {
  const language = useLanguage();
  const { setUp: t, organisation } = words[language];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    next();
  };
  const put = (index: number, colleague: Colleague) =>
    change({ ...draft, people: draft.people.map((each, at) => (at === index ? colleague : each)) });
  const add = () => {
    const role = kind.roles[0]?.key ?? '';
    const one: Colleague = { given: '', family: '', role, level: 'qualified', receivesVisitors: true };
    change({ ...draft, people: [...draft.people, one] });
  };
  return (
    <form className="entry-form" noValidate onSubmit={submit} aria-labelledby="heading">
      <p className="lead">{t.peopleHelp}</p>
      {draft.people.map((each, index) => (
        <fieldset key={index} className="colleague">
          <legend>{t.colleague(index + 1)}</legend>
          <label>
            {t.given}{' '}
            <input value={each.given} onChange={({ target }) => put(index, { ...each, given: target.value })} />
          </label>
          <label>
            {t.family}{' '}
            <input value={each.family} onChange={({ target }) => put(index, { ...each, family: target.value })} />
          </label>
          <label>
            {t.role}{' '}
            <select value={each.role} onChange={({ target }) => put(index, { ...each, role: target.value })}>
              {kind.roles.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title[language]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t.level}{' '}
            <select
              value={each.level}
              onChange={({ target }) => put(index, { ...each, level: target.value as Colleague['level'] })}
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {organisation.levels[level]}
                </option>
              ))}
            </select>
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={each.receivesVisitors}
              onChange={({ target }) => put(index, { ...each, receivesVisitors: target.checked })}
            />{' '}
            {t.receives}
          </label>
          <button
            type="button"
            className="quiet"
            onClick={() => change({ ...draft, people: draft.people.filter((_, at) => at !== index) })}
          >
            {t.remove(index + 1)}
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={add}>
        {t.add}
      </button>
      <div className="field">
        <label htmlFor="rooms">{t.rooms}</label>
        <p id="rooms-hint" className="hint">
          {t.roomsHint}
        </p>
        <textarea
          id="rooms"
          rows={4}
          aria-describedby="rooms-hint"
          value={draft.rooms}
          onChange={({ target }) => change({ ...draft, rooms: target.value })}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="main">
          {t.next}
        </button>
        {back}
      </div>
    </form>
  );
}
