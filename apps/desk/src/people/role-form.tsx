import { type FormEvent, useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import type { Capability, Role } from './roles-screen.tsx';

const levels = ['trainee', 'qualified', 'senior', 'lead'] as const;
type Level = (typeof levels)[number];
type From = Level | '';

interface RoleFormProps {
  readonly role: Role;
  readonly all: readonly Capability[];
  readonly close: () => void;
  readonly saved: () => void;
}

/** From which level on a role may do each thing. What it does not give at all stays empty. */
export function RoleForm({ role, all, close, saved }: RoleFormProps) {
  const language = useLanguage();
  const t = words[language];
  const [from, setFrom] = useState(() => fromOf(role));
  const [reason, setReason] = useState('');
  const sending = useSending<void, unknown>((_nothing, request) => {
    const { id, reason: _before, ...data } = role;
    const grants = grantsOf(from);
    const input = { ...data, role: id, grants, reason: reason.trim() === '' ? null : reason };
    return api.call('POST /roles/{role}/change', input, { request });
  }, saved);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sending.submit();
  };
  return (
    <Modal labelledBy="role-form" className="wide" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="role-form">{role.title[language]}</h2>
        {sending.problem && (
          <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => sending.submit()} />
        )}
        <ul className="choices">
          {all
            .filter(({ reads }) => reads || !role.readsOnly)
            .map(({ capability, words: said }) => (
              <li key={capability}>
                <label htmlFor={`from-${capability}`}>{said[language]}</label>
                <select
                  id={`from-${capability}`}
                  value={from[capability] ?? ''}
                  onChange={({ target }) => setFrom({ ...from, [capability]: target.value as From })}
                >
                  <option value="">{t.people.roles.never}</option>
                  {levels.map((level) => (
                    <option key={level} value={level}>
                      {t.people.roles.from(t.organisation.levels[level])}
                    </option>
                  ))}
                </select>
              </li>
            ))}
        </ul>
        <div className="field">
          <label htmlFor="role-reason">
            {t.people.reason} <span className="optional">({t.command.optional})</span>
          </label>
          <input id="role-reason" value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
        </div>
        <div className="buttons">
          <button type="submit" className="main" aria-disabled={sending.busy}>
            {sending.busy ? t.command.sending : t.people.save}
          </button>
          <button type="button" onClick={close}>
            {t.command.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}

const fromOf = ({ grants }: Role): Readonly<Record<string, From>> =>
  Object.fromEntries(levels.flatMap((level) => grants[level].map((name) => [name, level] as const)));

const grantsOf = (from: Readonly<Record<string, From>>): Record<Level, string[]> => {
  const at = (level: Level) => Object.keys(from).filter((name) => from[name] === level);
  return { trainee: at('trainee'), qualified: at('qualified'), senior: at('senior'), lead: at('lead') };
};
