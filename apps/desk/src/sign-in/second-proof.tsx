import { useState } from 'react';
import { api, type WhoAmI } from '../api.ts';
import { useWords } from '../language.ts';
import { useTrying } from '../sending.ts';
import { EntryForm } from './entry-form.tsx';

interface SecondProofProps {
  readonly shownAs: string;
  readonly entered: (who: WhoAmI) => void;
  readonly cancel: () => void;
  readonly wrong?: (wrong: boolean) => void;
  /** Id of the heading that names it. */
  readonly labelledBy?: string;
}

/** The code of an app after the password, or a recovery code where the telephone is gone. */
export function SecondProof({ shownAs, entered, cancel, wrong, labelledBy = 'heading' }: SecondProofProps) {
  const t = useWords().signIn;
  const [kind, setKind] = useState<'code' | 'recoveryCode'>('code');
  const sending = useTrying(
    (typed: Readonly<Record<string, string>>) => api.call('POST /sign-in/second', { code: typed[kind] ?? '' }),
    entered,
  );
  return (
    <>
      <p className="lead">{t.second.hello(shownAs)}</p>
      <EntryForm
        key={kind}
        id="second"
        labelledBy={labelledBy}
        entries={[{ name: kind, kind, label: t.fields[kind], hint: t.hints[kind], missing: t.missing[kind] }]}
        sending={sending}
        submit={t.second.submit}
        about={{ code_wrong: kind }}
        {...(wrong && { wrong })}
      >
        <button type="button" onClick={cancel}>
          {t.second.cancel}
        </button>
      </EntryForm>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          sending.forget();
          setKind(kind === 'code' ? 'recoveryCode' : 'code');
        }}
      >
        {kind === 'code' ? t.second.useRecoveryCode : t.second.useApp}
      </button>
    </>
  );
}
