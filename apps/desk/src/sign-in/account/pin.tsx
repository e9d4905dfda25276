import { useState } from 'react';
import { type Answered, api, type WhoAmI } from '../../api.ts';
import { useWords } from '../../language.ts';
import { useTrying } from '../../sending.ts';
import { ownProblem } from '../own-problem.ts';
import { look } from '../standing.ts';
import { FormDialog } from './form-dialog.tsx';
import { useGrave } from './fresh-proof.tsx';
import { Section, type SectionTold } from './section.tsx';

interface PinProps extends SectionTold {
  readonly who: WhoAmI;
}

/** The PIN for the shared desk of this office. */
export function Pin({ who, say }: PinProps) {
  const t = useWords();
  const { title, help, set, change, entry, hint, again, differ, done } = t.account.pin;
  const missing = t.signIn.missing.pin;
  const grave = useGrave();
  const [isOpen, setOpen] = useState(false);
  const sending = useTrying<Readonly<Record<'pin' | 'again', string>>, unknown>(
    async (typed): Promise<Answered<unknown>> =>
      typed.pin === typed.again
        ? grave(() => api.call('POST /account/pin', { pin: typed.pin }))
        : { problem: ownProblem('pins_differ', differ) },
    () => {
      setOpen(false);
      say(done);
      void look(); // the place can be opened by PIN from now on
    },
  );
  const open = () => {
    sending.forget();
    setOpen(true);
  };
  const action = who.hasPin ? change : set;
  return (
    <Section id="pin-section" title={title} help={help}>
      <div className="buttons">
        <button type="button" onClick={open}>
          {action}
        </button>
      </div>
      {isOpen && (
        <FormDialog
          title={action}
          entries={[
            { name: 'pin', kind: 'pin', label: entry, hint, missing },
            { name: 'again', kind: 'pin', label: again, missing },
          ]}
          sending={sending}
          about={{ pin_too_simple: 'pin', pins_differ: 'again' }}
          close={() => setOpen(false)}
        />
      )}
    </Section>
  );
}
