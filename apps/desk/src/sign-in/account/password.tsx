import { useState } from 'react';
import { api, type WhoAmI } from '../../api.ts';
import { useWords } from '../../language.ts';
import { useTrying } from '../../sending.ts';
import { passwordRefusals } from '../password-refusals.ts';
import { cameIn } from '../standing.ts';
import { FormDialog } from './form-dialog.tsx';
import { Section, type SectionTold } from './section.tsx';

/** Changing one's password, for which the present one is asked. */
export function Password({ say }: SectionTold) {
  const t = useWords();
  const { title, help, change, current, done } = t.account.password;
  const { fields, hints, missing } = t.signIn;
  const [isOpen, setOpen] = useState(false);
  const sending = useTrying<{ readonly current: string; readonly password: string }, WhoAmI>(
    (typed) => api.call('POST /account/password', typed),
    (who) => {
      cameIn(who);
      setOpen(false);
      say(done);
    },
  );
  const open = () => {
    sending.forget();
    setOpen(true);
  };
  return (
    <Section id="password" title={title} help={help}>
      <div className="buttons">
        <button type="button" onClick={open}>
          {change}
        </button>
      </div>
      {isOpen && (
        <FormDialog
          title={change}
          entries={[
            { name: 'current', kind: 'password', label: current, missing: missing.password },
            {
              name: 'password',
              kind: 'newPassword',
              label: fields.newPassword,
              hint: hints.newPassword,
              missing: missing.password,
            },
          ]}
          sending={sending}
          about={passwordRefusals}
          close={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
