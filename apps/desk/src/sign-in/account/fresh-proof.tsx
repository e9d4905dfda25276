import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { api, type Problem, type WhoAmI } from '../../api.ts';
import { useWords } from '../../language.ts';
import { Modal } from '../../parts/modal.tsx';
import { SecondProof } from '../second-proof.tsx';
import { SignInForm } from '../sign-in-form.tsx';
import { cameIn, holdStanding } from '../standing.ts';

/** Asks for something grave; when the server wants a fresh proof first, asks the person for it and then once more. */
export type AskGravely = <Answer extends { readonly problem?: Problem | undefined }>(
  ask: () => Promise<Answer>,
) => Promise<Answer>;

const Grave = createContext<AskGravely>((ask) => ask());
export const useGrave = (): AskGravely => useContext(Grave);

interface FreshProofProps {
  readonly who: WhoAmI;
  readonly children: ReactNode;
}

/** Lets everything in it ask gravely. */
export function FreshProof({ who, children }: FreshProofProps) {
  const [isOpen, setOpen] = useState(false);
  const tell = useRef<(isProven: boolean) => void>(undefined);
  const grave = useMemo<AskGravely>(
    () => async (ask) => {
      const answer = await ask();
      if (answer.problem?.code !== 'proof_too_old') return answer;
      setOpen(true);
      const isProven = await new Promise<boolean>((resolve) => {
        tell.current = resolve;
      });
      setOpen(false);
      return isProven ? ask() : answer;
    },
    [],
  );
  return (
    <Grave value={grave}>
      {children}
      {isOpen && <ProofDialog office={who.office} done={(isProven) => tell.current?.(isProven)} />}
    </Grave>
  );
}

interface ProofDialogProps {
  readonly office: string | null;
  readonly done: (isProven: boolean) => void;
}

function ProofDialog({ office, done }: ProofDialogProps) {
  const t = useWords();
  const [second, setSecond] = useState<WhoAmI>();
  useEffect(holdStanding, []);

  /** Whoever it is that came in: somebody else gets a desk of their own, and this page is gone. */
  async function entered(who: WhoAmI): Promise<void> {
    if (who.owes === 'second') return setSecond(who);
    const back =
      who.owes === 'office' && office !== null ? await api.call('POST /session/office', { office }) : { data: who };
    cameIn(back.data ?? who);
    done(true);
  }
  const cancel = () => done(false);
  return (
    <Modal labelledBy="proof-title" close={cancel}>
      <h2 id="proof-title">{t.account.proof.title}</h2>
      {second ? (
        <SecondProof shownAs={second.shownAs} entered={entered} cancel={cancel} labelledBy="proof-title" />
      ) : (
        <>
          <p className="lead">{t.account.proof.help}</p>
          <SignInForm entered={entered} labelledBy="proof-title" />
          <button type="button" className="quiet" onClick={cancel}>
            {t.account.close}
          </button>
        </>
      )}
    </Modal>
  );
}
