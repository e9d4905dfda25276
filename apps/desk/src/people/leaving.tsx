import { useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { nameOf } from '../names.ts';
import { Field } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import type { Member, Team } from './people-screen.tsx';

interface LeavingProps {
  readonly member: Member;
  readonly team: Team | undefined;
  readonly left: () => void;
}

/** Somebody leaves: they lose everything at once, and their open work goes to whom one names. */
export function Leaving({ member, team, left }: LeavingProps) {
  const language = useLanguage();
  const t = words[language];
  const [isOpen, setOpen] = useState(false);
  const [successor, setSuccessor] = useState(member.successor ?? '');
  const sending = useSending<void, unknown>(
    (_nothing, request) => {
      const { id, ...data } = member;
      const input = { ...data, staffMember: id, active: false, successor: successor === '' ? null : successor };
      return api.call('POST /staff-members/{staffMember}/change', input, { request });
    },
    () => {
      setOpen(false);
      left();
    },
  );
  const others = team?.staff.filter(({ id, active }) => active && id !== member.id) ?? [];
  return (
    <section aria-labelledby="leave">
      <h2 id="leave">{t.people.leave.title}</h2>
      <p className="hint">{t.people.leave.help}</p>
      <div className="buttons">
        <button type="button" className="grave" onClick={() => setOpen(true)}>
          {t.people.leave.begin}
        </button>
      </div>
      {isOpen && (
        <Modal labelledBy="leave-title" close={() => setOpen(false)}>
          <h2 id="leave-title">{t.people.leave.sure(nameOf(member.name))}</h2>
          {sending.problem && (
            <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => sending.submit()} />
          )}
          <Field id="successor" label={t.people.leave.successor} required={false} hint={t.people.leave.successorHint}>
            {(ties) => (
              <select {...ties} value={successor} onChange={({ target }) => setSuccessor(target.value)}>
                <option value="">{t.people.leave.nobody}</option>
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {nameOf(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="buttons">
            <button type="button" className="grave" aria-disabled={sending.busy} onClick={() => sending.submit()}>
              {sending.busy ? t.command.sending : t.people.leave.begin}
            </button>
            <button type="button" onClick={() => setOpen(false)}>
              {t.command.cancel}
            </button>
          </div>
        </Modal>
      )}
    </section>
  );
}
