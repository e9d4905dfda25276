import { type FormEvent, useState } from 'react';
import { type Answered, api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { useTrying } from '../sending.ts';
import type { Member } from './people-screen.tsx';
import { useLoaded } from './use-loaded.ts';

interface SignInOfProps {
  readonly member: Member;
  readonly mayRecover: boolean;
}

interface Link {
  readonly secret: string;
  readonly until: string;
}

/** How a colleague signs in: by which name, or by an invitation that is handed over; and a way in again. */
export function SignInOf({ member, mayRecover }: SignInOfProps) {
  const language = useLanguage();
  const t = words[language].people.signIn;
  const found = useLoaded(
    (signal) => api.call('GET /staff-members/{staffMember}/sign-in', { staffMember: member.id }, { signal }),
    member.id,
  );
  const [mail, setMail] = useState(member.mail ?? '');
  const [link, setLink] = useState<{ readonly page: 'invitation' | 'recovery'; readonly secret: string }>();
  const inviting = useTrying<void, Link>(
    (): Promise<Answered<Link>> =>
      api.call('POST /staff-members/{staffMember}/invitation', { staffMember: member.id, mail }),
    ({ secret }) => setLink({ page: 'invitation', secret }),
  );
  const recovering = useTrying<void, Link>(
    (): Promise<Answered<Link>> => api.call('POST /staff-members/{staffMember}/recovery', { staffMember: member.id }),
    ({ secret }) => setLink({ page: 'recovery', secret }),
  );
  const [said, say] = useState('');
  const signingOut = useTrying<void, { readonly ended: number }>(
    () => api.call('POST /staff-members/{staffMember}/sign-out', { staffMember: member.id }),
    ({ ended }) => say(t.signedOut(ended)),
  );
  const problem = inviting.problem ?? recovering.problem ?? signingOut.problem ?? found.problem;
  const busy = inviting.busy || recovering.busy || signingOut.busy;
  const name = found.data?.name;
  return (
    <section aria-labelledby="sign-in-of">
      <h2 id="sign-in-of">{t.title}</h2>
      {problem && <ProblemNotice problem={problem} busy={busy} again={found.reload} />}
      {found.data && name !== null && <p>{found.data.demo ? t.demo : t.as(name ?? '')}</p>}
      {found.data && name === null && (
        <form
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void inviting.submit();
          }}
        >
          <Field id="invite-mail" label={t.mail} required hint={t.mailHint}>
            {(ties) => (
              <input {...ties} type="email" value={mail} required onChange={({ target }) => setMail(target.value)} />
            )}
          </Field>
          <div className="buttons">
            <button type="submit" aria-disabled={busy}>
              {t.invite}
            </button>
          </div>
        </form>
      )}
      <p role="status" className="said">
        {said}
      </p>
      {name && mayRecover && (
        <div className="buttons">
          {!found.data?.demo && (
            <button type="button" aria-disabled={busy} onClick={() => recovering.submit()}>
              {t.recover}
            </button>
          )}
          <button type="button" aria-disabled={busy} onClick={() => signingOut.submit()}>
            {t.signOut}
          </button>
        </div>
      )}
      {link && (
        <ShownOnce
          help={link.page === 'invitation' ? t.handInvitation : t.handRecovery}
          text={`${location.origin}/desk/${link.page}#${link.secret}`}
        />
      )}
    </section>
  );
}
