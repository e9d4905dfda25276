import { useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTrying } from '../sending.ts';

interface Code {
  readonly code: string;
  readonly until: string;
}

/** The code that is typed at the device. A new one ends the one before. */
export function PairingCode({ device }: { readonly device: string }) {
  const language = useLanguage();
  const t = words[language].devicesPage;
  const [shown, show] = useState<Code>();
  const asking = useTrying<void, Code>(() => api.call('POST /devices/{device}/pairing-code', { device }), show);
  const time = (at: string) => new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });
  return (
    <section aria-labelledby="pairing">
      <h2 id="pairing">{t.pairing}</h2>
      <p>{t.pairingHelp}</p>
      {asking.problem && <ProblemNotice problem={asking.problem} busy={asking.busy} again={() => asking.submit()} />}
      <div role="status">
        {shown && (
          <>
            <p className="pairing-code">{shown.code}</p>
            <p className="hint">{t.until(time(shown.until))}</p>
          </>
        )}
      </div>
      <button
        type="button"
        className={shown ? undefined : 'main'}
        aria-disabled={asking.busy}
        onClick={() => asking.submit()}
      >
        {shown ? t.anotherCode : t.showCode}
      </button>
    </section>
  );
}
