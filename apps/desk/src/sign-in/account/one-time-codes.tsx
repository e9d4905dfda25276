import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { api, type WhoAmI } from '../../api.ts';
import { useWords } from '../../language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useTrying } from '../../sending.ts';
import { Confirm } from './confirm.tsx';
import { type AskGravely, useGrave } from './fresh-proof.tsx';
import { type NewSeed, OneTimeCodesSetUp } from './one-time-codes-set-up.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Section, type SectionTold } from './section.tsx';

interface OneTimeCodesProps extends SectionTold {
  readonly who: WhoAmI;
}

/** Codes of an app after the password, and the recovery codes that stand in for them. */
export function OneTimeCodes({ who, say }: OneTimeCodesProps) {
  const t = useWords().account;
  const grave = useGrave();
  // The server says whether they are on only when it is asked to change it; who gave one has them on.
  const [isOn, setOn] = useState(who.provenBy.includes('otp') ? true : undefined);
  const [seed, setSeed] = useState<NewSeed>();
  const [asking, setAsking] = useState<'off' | 'recovery'>();
  const [codes, setCodes] = useState<readonly string[]>();

  const learn: AskGravely = async (ask) => {
    const answer = await grave(ask);
    if (answer.problem?.code === 'one_time_codes_on') setOn(true);
    if (answer.problem?.code === 'one_time_codes_off') setOn(false);
    return answer;
  };
  const settingUp = useTrying<void, NewSeed>(() => learn(() => api.call('POST /account/one-time-codes', {})), setSeed);
  const turningOff = useTrying<void, unknown>(
    () => learn(() => api.call('POST /account/one-time-codes/remove', {})),
    () => {
      setOn(false);
      setAsking(undefined);
      say(t.codes.off);
    },
  );
  const making = useTrying<void, { readonly codes: readonly string[] }>(
    () => learn(() => api.call('POST /account/recovery-codes', {})),
    (made) => {
      setAsking(undefined);
      setCodes(made.codes);
    },
  );
  const ask = (what: 'off' | 'recovery') => {
    turningOff.forget();
    making.forget();
    setAsking(what);
  };
  const failed = settingUp.problem ?? (asking ? undefined : making.problem);

  return (
    <Section id="codes" title={t.codes.title} help={t.codes.help} beside={isOn && <IsOn />}>
      {failed && <ProblemNotice problem={failed} busy={settingUp.busy} again={() => settingUp.submit()} />}
      <div className="buttons">
        {isOn !== true && (
          <button type="button" aria-disabled={settingUp.busy} onClick={() => settingUp.submit()}>
            {t.codes.turnOn}
          </button>
        )}
        {isOn !== false && (
          <>
            <button type="button" onClick={() => ask('recovery')}>
              {t.recovery.make}
            </button>
            <button type="button" className="grave" onClick={() => ask('off')}>
              {t.codes.turnOff}
            </button>
          </>
        )}
      </div>
      {seed && (
        <OneTimeCodesSetUp
          seed={seed}
          close={() => setSeed(undefined)}
          done={() => {
            setSeed(undefined);
            setOn(true);
            say(t.codes.on);
            void making.submit();
          }}
        />
      )}
      {asking === 'off' && (
        <Confirm
          title={t.codes.title}
          text={t.codes.turnOffHelp}
          action={t.codes.turnOff}
          sending={turningOff}
          close={() => setAsking(undefined)}
        />
      )}
      {asking === 'recovery' && (
        <Confirm
          title={t.recovery.make}
          text={t.recovery.makeHelp}
          action={t.recovery.make}
          sending={making}
          close={() => setAsking(undefined)}
        />
      )}
      {codes && <RecoveryCodes codes={codes} close={() => setCodes(undefined)} />}
    </Section>
  );
}

function IsOn() {
  const t = useWords().account.codes;
  return (
    <span className="tag tag-ok">
      <CircleCheck size={16} aria-hidden="true" />
      {t.isOn}
    </span>
  );
}
