import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type Answered, api } from '../../api.ts';
import { useWords } from '../../language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTrying } from '../../sending.ts';
import { useAsked } from '../asked.ts';
import { ownProblem } from '../own-problem.ts';
import { knowsPasskeys, makePasskey } from '../passkeys.ts';
import { Confirm } from './confirm.tsx';
import { FormDialog } from './form-dialog.tsx';
import { type AskGravely, useGrave } from './fresh-proof.tsx';
import { Section, type SectionTold } from './section.tsx';
import type { Times } from './times.ts';

interface PasskeysProps extends SectionTold {
  readonly times: Times;
}

const myPasskeys = (signal: AbortSignal) => api.call('GET /account/passkeys', {}, { signal });

/** One's passkeys: which there are, a new one, and taking one away. */
export function Passkeys({ say, times }: PasskeysProps) {
  const t = useWords().account.passkeys;
  const { data, problem, again } = useAsked(myPasskeys);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<{ readonly credential: string; readonly label: string }>();
  const done = (said: string) => {
    setAdding(false);
    setLeaving(undefined);
    again();
    say(said);
  };
  return (
    <Section id="passkeys" title={t.title} help={t.help}>
      {problem && <ProblemNotice problem={problem} busy={false} again={again} />}
      <ul className="own">
        {data?.passkeys.length === 0 && <li>{t.none}</li>}
        {data?.passkeys.map(({ credential, label, createdAt, lastUsedAt }) => (
          <li key={credential}>
            <KeyRound size={20} aria-hidden="true" />
            <div>
              <h3>{label}</h3>
              <p className="hint">
                {t.since(times.day(createdAt))}, {lastUsedAt ? t.lastUsed(times.day(lastUsedAt)) : t.neverUsed}
              </p>
            </div>
            <button type="button" aria-label={t.removeNamed(label)} onClick={() => setLeaving({ credential, label })}>
              {t.remove}
            </button>
          </li>
        ))}
      </ul>
      {knowsPasskeys() ? (
        <div className="buttons">
          <button type="button" onClick={() => setAdding(true)}>
            {t.add}
          </button>
        </div>
      ) : (
        <p>{t.cannot}</p>
      )}
      {isAdding && <AddPasskey close={() => setAdding(false)} done={() => done(t.added)} />}
      {leaving && <RemovePasskey {...leaving} close={() => setLeaving(undefined)} done={() => done(t.removed)} />}
    </Section>
  );
}

interface DialogProps {
  readonly close: () => void;
  readonly done: () => void;
}

function AddPasskey({ close, done }: DialogProps) {
  const t = useWords().account.passkeys;
  const grave = useGrave();
  const sending = useTrying(({ label }: { readonly label: string }) => add(grave, label, t.notMade), done);
  return (
    <FormDialog
      title={t.add}
      entries={[{ name: 'label', kind: 'label', label: t.label, hint: t.labelHint, missing: t.labelMissing }]}
      sending={sending}
      close={close}
    />
  );
}

async function add(grave: AskGravely, label: string, notMade: string): Promise<Answered<unknown>> {
  const options = await grave(() => api.call('POST /account/passkeys/options', {}));
  if (options.problem) return { problem: options.problem };
  const response = await makePasskey(options.data);
  if (!response) return { problem: ownProblem('passkey_not_made', notMade) };
  return api.call('POST /account/passkeys', { label, response });
}

function RemovePasskey({ credential, label, close, done }: DialogProps & { credential: string; label: string }) {
  const t = useWords().account.passkeys;
  const grave = useGrave();
  const sending = useTrying<void, unknown>(
    () => grave(() => api.call('POST /account/passkeys/{credential}/remove', { credential })),
    done,
  );
  return (
    <Confirm
      title={t.removeNamed(label)}
      text={t.removeHelp(label)}
      action={t.remove}
      sending={sending}
      close={close}
    />
  );
}
