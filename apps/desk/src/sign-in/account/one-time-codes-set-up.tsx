import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { useWords } from '../../language.ts';
import { Modal } from '../../parts/modal.tsx';
import { useTrying } from '../../sending.ts';
import { EntryForm } from '../entry-form.tsx';
import { useGrave } from './fresh-proof.tsx';

/** What an authenticator app needs: as an address, and to be typed. */
export interface NewSeed {
  readonly uri: string;
  readonly seed: string;
}

interface OneTimeCodesSetUpProps {
  readonly seed: NewSeed;
  readonly close: () => void;
  readonly done: () => void;
}

/** Hands the seed to an app, and has its first code typed: until then nothing is turned on. */
export function OneTimeCodesSetUp({ seed: { uri, seed }, close, done }: OneTimeCodesSetUpProps) {
  const t = useWords();
  const { codes } = t.account;
  const grave = useGrave();
  const sending = useTrying<{ readonly code: string }, unknown>(
    ({ code }) => grave(() => api.call('POST /account/one-time-codes/confirm', { code })),
    done,
  );
  return (
    <Modal labelledBy="codes-title" close={close}>
      <h2 id="codes-title">{codes.turnOn}</h2>
      <p className="lead">{codes.scan}</p>
      <QrCode text={uri} label={codes.picture} />
      <p className="hint">{codes.orType}</p>
      <p>
        <code className="seed">{seed.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <EntryForm
        id="codes"
        labelledBy="codes-title"
        entries={[
          {
            name: 'code',
            kind: 'code',
            label: t.signIn.fields.code,
            hint: t.signIn.hints.code,
            missing: t.signIn.missing.code,
          },
        ]}
        sending={sending}
        submit={codes.confirm}
        about={{ code_wrong: 'code' }}
      >
        <button type="button" onClick={close}>
          {t.account.close}
        </button>
      </EntryForm>
    </Modal>
  );
}

/** Black on white on every ground: cameras read nothing else as surely. Drawn here, so the seed goes nowhere. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [rows, setRows] = useState<readonly (readonly boolean[])[]>([]);
  useEffect(() => {
    let isHere = true;
    import('uqr').then(({ encode }) => isHere && setRows(encode(text, { border: 4 }).data));
    return () => {
      isHere = false;
    };
  }, [text]);
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${rows.length || 1} ${rows.length || 1}`}>
      <path d={dark.join('')} />
    </svg>
  );
}
