import { type FormEvent, useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import type { Member, Team } from './people-screen.tsx';

const levels = ['trainee', 'qualified', 'senior', 'lead'] as const;

interface RightsFormProps {
  readonly member: Member;
  readonly team: Team;
  readonly saved: () => void;
}

interface Given {
  readonly role: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** Level and roles of one person; a role may have a last day. */
export function RightsForm({ member, team, saved }: RightsFormProps) {
  const language = useLanguage();
  const t = words[language];
  const before = team.rights.find(({ staff }) => staff === member.id);
  const [level, setLevel] = useState(before?.level ?? 'trainee');
  const [given, setGiven] = useState<readonly Given[]>(before?.roles ?? []);
  const [reason, setReason] = useState('');
  const sending = useSending<void, unknown>((_nothing, request) => {
    const input = { staff: member.id, level, roles: [...given], reason: reason.trim() === '' ? null : reason };
    return before
      ? api.call('POST /staff-rights/{staffRights}/change', { ...input, staffRights: before.id }, { request })
      : api.call('POST /staff-rights', input, { request });
  }, saved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sending.submit();
  };
  const toggle = (role: string, on: boolean) =>
    setGiven(on ? [...given, { role, from: null, until: null }] : given.filter((each) => each.role !== role));
  const ends = (role: string, until: string) =>
    setGiven(given.map((each) => (each.role === role ? { ...each, until: until === '' ? null : until } : each)));
  const offered = team.roles.filter(({ withdrawn, key }) => !withdrawn || given.some(({ role }) => role === key));
  return (
    <form noValidate onSubmit={submit}>
      {sending.problem && (
        <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => sending.submit()} />
      )}
      <div className="field">
        <label htmlFor="level">{t.people.level}</label>
        <select id="level" value={level} onChange={({ target }) => setLevel(target.value as typeof level)}>
          {levels.map((each) => (
            <option key={each} value={each}>
              {t.organisation.levels[each]}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{t.people.roles.title}</legend>
        <ul className="choices">
          {offered.map(({ key, title }) => {
            const own = given.find(({ role }) => role === key);
            return (
              <li key={key}>
                <label>
                  <input
                    type="checkbox"
                    checked={own !== undefined}
                    onChange={({ target }) => toggle(key, target.checked)}
                  />{' '}
                  {title[language]}
                </label>
                {own && (
                  <label className="until">
                    {t.people.until}{' '}
                    <input type="date" value={own.until ?? ''} onChange={({ target }) => ends(key, target.value)} />
                  </label>
                )}
              </li>
            );
          })}
        </ul>
      </fieldset>
      <div className="field">
        <label htmlFor="rights-reason">
          {t.people.reason} <span className="optional">({t.command.optional})</span>
        </label>
        <input id="rights-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
      </div>
      <div className="buttons">
        <button type="submit" className="main" aria-disabled={sending.busy}>
          {sending.busy ? t.command.sending : t.people.save}
        </button>
      </div>
    </form>
  );
}
