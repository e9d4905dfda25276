import { CircleCheck, Lock, UserRound } from 'lucide-react';
import type { Place } from '../api.ts';
import { useWords } from '../language.ts';

interface PlaceListProps {
  readonly places: readonly Place[];
  readonly choose: (place: Place) => void;
}

/** Who is signed in at this browser: their names and nothing else of them. */
export function PlaceList({ places, choose }: PlaceListProps) {
  const t = useWords().signIn.places;
  return (
    <ul className="people">
      {places.map((place) => {
        const isHere = place.present && !place.locked;
        const Icon = isHere ? CircleCheck : Lock;
        return (
          <li key={place.session}>
            <button type="button" onClick={() => choose(place)}>
              <UserRound size={20} aria-hidden="true" />
              <span>{place.shownAs}</span>
              <span className={isHere ? 'tag tag-ok' : 'tag'}>
                <Icon size={16} aria-hidden="true" />
                {isHere ? t.here : place.hasPin ? t.locked : t.noPin}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
