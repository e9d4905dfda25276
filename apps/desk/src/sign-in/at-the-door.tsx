import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { doorApi, type Place, type Problem, type WhoAmI } from '../api.ts';
import { useWords } from '../language.ts';
import { useAsked } from './asked.ts';
import { DemoPeople } from './demo-people.tsx';
import { Doorway } from './doorway.tsx';
import { PinPad } from './pin-pad.tsx';
import { PlaceList } from './place-list.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { cameIn } from './standing.ts';

interface AtTheDoorProps {
  /** Why somebody who was in is not any more. */
  readonly why?: Problem | undefined;
  /** Whose place is locked here. */
  readonly locked?: WhoAmI | undefined;
  /** Who is at the desk now and wants to change places, and the way back. */
  readonly present?: { readonly who: WhoAmI; readonly stay: () => void } | undefined;
}

type Shown = 'people' | 'form' | Pick<Place, 'session' | 'shownAs'>;

const whoIsHere = (signal: AbortSignal) => doorApi.call('GET /place', {}, { signal });

/** Before the desk: those who are signed in at this browser open their place by PIN, everybody else signs in. */
export function AtTheDoor({ why, locked, present }: AtTheDoorProps) {
  const { data, problem } = useAsked(whoIsHere);
  const t = useWords().signIn.places;
  const [chosen, setChosen] = useState<Shown | undefined>(locked?.hasPin ? locked : undefined);
  const byPassword = locked && !locked.hasPin ? t.needsPassword(locked.shownAs) : undefined;
  const [notice, setNotice] = useState<string | undefined>(why?.detail ?? byPassword);
  const places = data?.places ?? [];
  if (!data && !problem && chosen === undefined) return null; // for a moment: else the form would give way to a list

  const shown = chosen ?? (places.length > 0 && (present || !locked) ? 'people' : 'form');
  const show = (next: Shown, said?: string) => {
    setNotice(said);
    setChosen(next);
  };
  const choose = (place: Place) => {
    if (present && place.session === present.who.session) present.stay();
    else if (place.hasPin) show(place);
    else show('form', t.needsPassword(place.shownAs));
  };
  if (shown === 'people') return <People {...{ places, notice, present }} choose={choose} other={() => show('form')} />;
  if (shown === 'form') return <Form notice={notice} back={places.length > 0 ? () => show('people') : present?.stay} />;
  return <Pin place={shown} others={places.length > 0} show={show} />;
}

interface PeopleProps extends Pick<AtTheDoorProps, 'present'> {
  readonly places: readonly Place[];
  readonly notice: string | undefined;
  readonly choose: (place: Place) => void;
  readonly other: () => void;
}

function People({ places, notice, present, choose, other }: PeopleProps) {
  const t = useWords().signIn.places;
  return (
    <Doorway title={t.title}>
      <Notice text={notice} />
      <p className="lead">{t.help}</p>
      <PlaceList places={places} choose={choose} />
      <button type="button" className="wide" onClick={other}>
        {t.other}
      </button>
      {present && (
        <button type="button" className="quiet" onClick={present.stay}>
          {t.stay(present.who.shownAs)}
        </button>
      )}
    </Doorway>
  );
}

function Form({ notice, back }: { readonly notice: string | undefined; readonly back: (() => void) | undefined }) {
  const t = useWords().signIn;
  const [isWrong, setWrong] = useState(false);
  return (
    <Doorway title={t.title} wrong={isWrong}>
      <Notice text={notice} />
      <SignInForm entered={cameIn} wrong={setWrong} takesFocus={notice === undefined} offersPasskeys />
      {back && (
        <button type="button" className="quiet" onClick={back}>
          {t.places.back}
        </button>
      )}
      <DemoPeople />
    </Doorway>
  );
}

interface PinProps {
  readonly place: Exclude<Shown, string>;
  readonly others: boolean;
  readonly show: (next: Shown, said?: string) => void;
}

function Pin({ place, others, show }: PinProps) {
  const t = useWords().signIn;
  const [isWrong, setWrong] = useState(false);
  return (
    <Doorway title={t.pin.title(place.shownAs)} wrong={isWrong}>
      <PinPad place={place} entered={cameIn} over={({ detail }) => show('form', detail)} wrong={setWrong} />
      <div className="buttons">
        {others && (
          <button type="button" className="quiet" onClick={() => show('people')}>
            {t.pin.another}
          </button>
        )}
        <button type="button" className="quiet" onClick={() => show('form')}>
          {t.pin.byPassword}
        </button>
      </div>
    </Doorway>
  );
}

/** What happened before this screen came; it takes the focus, which reads it out. */
function Notice({ text }: { readonly text: string | undefined }) {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text) notice.current?.focus();
  }, [text]);
  if (!text) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and this one comes and goes
    <div className="notice notice-warn" role="group" aria-label={text} tabIndex={-1} ref={notice}>
      <TriangleAlert size={20} aria-hidden="true" />
      <p>{text}</p>
    </div>
  );
}
