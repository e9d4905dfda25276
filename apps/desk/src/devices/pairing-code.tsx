import { useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useTrying } from '../sending.ts';
import { timeOfDay } from '../times.ts';

interface Code {
  readonly code: string;
  readonly until: string;
}

interface PairingCodeProps {
  readonly device: string;
  /** The office's zone; this machine's own while it is unknown. */
  readonly zone: string | undefined;
}

/** The code that is typed at the device. A new one ends the one before. */
export function PairingCode({ device, zone = Intl.DateTimeFormat().resolvedOptions().timeZone }: PairingCodeProps) {
  const language = useLanguage();
  const t = words[language].devicesPage;
  const [shown, show] = useState<Code>();
  const asking = useTrying<void, Code>(() => api.call('POST /devices/{device}/pairing-code', { device }), show);
  return (
    <section aria-labelledby="pairing">
      <h2 id="pairing">{t.pairing}</h2>
      <p>{t.pairingHelp}</p>
      {asking.problem && <ProblemNotice problem={asking.problem} busy={asking.busy} again={() => asking.submit()} />}
      <div role="status">
        {shown && (
          <>
            <p className="pairing-code">{shown.code}</p>
            <p className="hint">{t.until(timeOfDay(shown.until, zone, language))}</p>
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
