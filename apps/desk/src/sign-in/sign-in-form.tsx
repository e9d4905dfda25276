import { KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Answered, api, type WhoAmI } from '../api.ts';
import { useWords } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTrying } from '../sending.ts';
import { EntryForm } from './entry-form.tsx';
import { ownProblem } from './own-problem.ts';
import { knowsPasskeys, takePasskey } from './passkeys.ts';
import { useUnaskedPasskey } from './unasked-passkey.ts';

interface SignInFormProps {
  /** Somebody has come in, or owes a second proof. */
  readonly entered: (who: WhoAmI) => void;
  readonly wrong?: (wrong: boolean) => void;
  /** Id of the heading that names it. */
  readonly labelledBy?: string;
  /** Whether the first entry has the focus when the form appears. */
  readonly takesFocus?: boolean;
  /** Whether the browser may offer passkeys before it is asked; then whoever takes one comes in at once. */
  readonly offersPasskeys?: boolean;
}

/** By name and password, or by passkey. What went wrong never tells whether there is such a name. */
export function SignInForm(props: SignInFormProps) {
  const { entered, wrong, labelledBy = 'heading', takesFocus = true, offersPasskeys = false } = props;
  const t = useWords();
  const byPassword = useTrying(
    (typed: { readonly name: string; readonly password: string }) => api.call('POST /sign-in', typed),
    entered,
  );
  const byPasskey = useTrying<void, WhoAmI>(() => enterByPasskey(t.signIn.passkeyNotUsed), entered);
  const [isAsking, setAsking] = useState(false);
  const [formIsWrong, setFormIsWrong] = useState(false);
  const isWrong = formIsWrong || byPasskey.problem !== undefined;
  useEffect(() => wrong?.(isWrong), [wrong, isWrong]);
  useUnaskedPasskey(offersPasskeys && !isAsking);

  async function askForPasskey() {
    byPassword.forget();
    setAsking(true); // a browser has one such question at a time
    await byPasskey.submit();
    setAsking(false);
  }

  const { name, password } = t.signIn.fields;
  const { missing } = t.signIn;
  return (
    <>
      {byPasskey.problem && <ProblemNotice problem={byPasskey.problem} busy={byPasskey.busy} again={askForPasskey} />}
      <EntryForm
        id="sign-in"
        labelledBy={labelledBy}
        entries={[
          { name: 'name', kind: 'signInName', label: name, missing: missing.name },
          { name: 'password', kind: 'password', label: password, missing: missing.password },
        ]}
        sending={{
          ...byPassword,
          async submit(typed) {
            byPasskey.forget();
            await byPassword.submit(typed);
          },
        }}
        submit={t.signIn.submit}
        wrong={setFormIsWrong}
        takesFocus={takesFocus}
      />
      {knowsPasskeys() && (
        <>
          <p className="or">
            <span>{t.signIn.or}</span>
          </p>
          <button type="button" className="wide" aria-disabled={byPasskey.busy} onClick={askForPasskey}>
            <KeyRound size={16} aria-hidden="true" />
            {byPasskey.busy ? t.signIn.busy : t.signIn.passkey}
          </button>
        </>
      )}
    </>
  );
}

async function enterByPasskey(notUsed: string): Promise<Answered<WhoAmI>> {
  const options = await api.call('POST /sign-in/passkey/options', {});
  if (options.problem) return { problem: options.problem };
  const passkey = await takePasskey(options.data);
  if (!passkey) return { problem: ownProblem('passkey_not_used', notUsed) };
  return api.call('POST /sign-in/passkey', passkey);
}
