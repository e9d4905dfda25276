import { useState } from 'react';
import { api, type WhoAmI } from '../../api.ts';
import { useWords } from '../../language.ts';
import { useTrying } from '../../sending.ts';
import { Doorway } from '../doorway.tsx';
import { EntryForm } from '../entry-form.tsx';
import { passwordRefusals } from '../password-refusals.ts';
import { useCameByLink } from './came-by-link.ts';
import { LinkPage } from './link-page.tsx';

/** Sets a new password by the link that a colleague handed over. */
export const RecoveryScreen = () => <LinkPage>{(secret) => <Recovery key={secret} secret={secret} />}</LinkPage>;

function Recovery({ secret }: { readonly secret: string }) {
  const { links, fields, hints, missing } = useWords().signIn;
  const [isWrong, setWrong] = useState(false);
  const sending = useTrying<{ readonly password: string }, WhoAmI>(
    ({ password }) => api.call('POST /recovery', { secret, password }),
    useCameByLink(),
  );
  return (
    <Doorway title={links.recovery} wrong={isWrong}>
      <p className="lead">{links.recoveryHelp}</p>
      <EntryForm
        id="recovery"
        labelledBy="heading"
        entries={[
          {
            name: 'password',
            kind: 'newPassword',
            label: fields.newPassword,
            hint: hints.newPassword,
            missing: missing.password,
          },
        ]}
        sending={sending}
        submit={links.setPassword}
        about={passwordRefusals}
        wrong={setWrong}
      />
    </Doorway>
  );
}
