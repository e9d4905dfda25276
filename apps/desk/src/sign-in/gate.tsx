import { type ReactNode, useState } from 'react';
import { api, type WhoAmI } from '../api.ts';
import { useWords } from '../language.ts';
import { AtTheDoor } from './at-the-door.tsx';
import { Doorway } from './doorway.tsx';
import { useIdleLock } from './idle-lock.ts';
import { OfficeChoice } from './office-choice.tsx';
import { SecondProof } from './second-proof.tsx';
import { cameIn, personOf, useStanding, wentOut } from './standing.ts';

/** What somebody at the desk can ask for that takes the whole page. */
export type Wish = 'places' | 'offices';

interface GateProps {
  /** The desk of this person; of nobody in particular where the server knows no sign-in. */
  readonly children: (who: WhoAmI | undefined, ask: (wish: Wish) => void) => ReactNode;
}

/**
 * Shows the desk to whom the server lets in, and the screen that leads there to everybody else. The address stays, so
 * that one goes on where one was. For another person, or in another office, the desk is made anew: nothing that it knew
 * is left, and its connection to the office is closed.
 */
export function Gate({ children }: GateProps) {
  const t = useWords().signIn;
  const standing = useStanding();
  const [wish, setWish] = useState<{ readonly of: string; readonly wish: Wish }>();

  switch (standing.at) {
    case 'asking':
      return null;
    case 'door':
      return <AtTheDoor why={standing.why} />;
    case 'locked':
      return <AtTheDoor key={standing.who.session} locked={standing.who} />;
    case 'second':
      return <Second who={standing.who} />;
    case 'office':
      return <OfficeChoice who={standing.who} back={{ label: t.bar.signOut, go: signOut }} />;
    case 'desk': {
      const { who } = standing;
      if (!who) return children(undefined, () => {});
      const person = personOf(who);
      const back = () => setWish(undefined);
      // A wish is the person's own: it is forgotten once it is granted, or somebody else has come.
      if (wish?.of === person && wish.wish === 'places') return <AtTheDoor present={{ who, stay: back }} />;
      if (wish?.of === person) return <OfficeChoice who={who} back={{ label: t.office.back, go: back }} />;
      return <Desk key={person}>{children(who, (next) => setWish({ of: person, wish: next }))}</Desk>;
    }
  }
}

/** One person's desk. */
function Desk({ children }: { readonly children: ReactNode }) {
  useIdleLock();
  return children;
}

function Second({ who }: { readonly who: WhoAmI }) {
  const t = useWords().signIn.second;
  const [isWrong, setWrong] = useState(false);
  return (
    <Doorway title={t.title} wrong={isWrong}>
      <SecondProof shownAs={who.shownAs} entered={cameIn} cancel={signOut} wrong={setWrong} />
    </Doorway>
  );
}

/** Nothing is kept of a session that waits: where the server cannot be told, it ends by itself in a few minutes. */
async function signOut(): Promise<void> {
  const { problem } = await api.call('POST /session/end', {});
  if (!problem) wentOut();
}
