import { useWords } from '../../language.ts';
import type { Sending } from '../../sending.ts';
import { EntryForm } from '../entry-form.tsx';
import { passwordRefusals } from '../password-refusals.ts';

/** How the first person of an office will sign in. Their language is that of the page. */
export type FirstPerson = Readonly<Record<'shownAs' | 'name' | 'password', string>>;

const about = { ...passwordRefusals, name_no_mail_address: 'name' } as const;

interface OwnerAccountProps {
  readonly sending: Sending<FirstPerson>;
  /** On the button. */
  readonly submit: string;
  readonly wrong: (wrong: boolean) => void;
}

/** The part of the first start that makes somebody's sign-in. */
export function OwnerAccount({ sending, submit, wrong }: OwnerAccountProps) {
  const { links, fields, hints, missing } = useWords().signIn;
  return (
    <>
      <p className="lead">{links.setUpHelp}</p>
      <EntryForm
        id="owner"
        labelledBy="heading"
        entries={[
          { name: 'shownAs', kind: 'person', label: fields.shownAs, hint: hints.shownAs, missing: missing.shownAs },
          { name: 'name', kind: 'name', label: fields.name, missing: missing.name },
          {
            name: 'password',
            kind: 'newPassword',
            label: fields.newPassword,
            hint: hints.newPassword,
            missing: missing.password,
          },
        ]}
        sending={sending}
        submit={submit}
        about={about}
        wrong={wrong}
      />
    </>
  );
}
