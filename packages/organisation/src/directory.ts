import { byId, byPrefix, type Found, known, type Lookup, type Read, through } from '@front-office/kernel';
import { foldName, nameKeys, type PersonName } from '@front-office/values';
import { isHost, staffMembers } from './records.ts';
import type { StaffMember } from './schema.ts';

/** Somebody whom visitors may ask for, and no more than they may know of that person. */
export interface Host {
  readonly id: string;
  readonly name: PersonName;
}

/** A search that begins with fewer letters would let anybody page through the staff. */
const FEWEST_LETTERS = 3;

/** With several words one is looked up and the rest is compared here, so more are looked up than are answered. */
const MOST_COMPARED = 50;

/** The people of this office whom visitors may ask for. */
export const hostDirectory = {
  /** The host with this id; nobody when the person has left, or receives no visitors. */
  byId: (id: Lookup['value']): Read<Host | undefined> =>
    through(byId(staffMembers, id), (found) => (found && isHost(found.data) ? asHost(found) : undefined)),

  /**
   * Hosts with names that begin with the words of `text`, in any order, at most `limit` of them: `anna bei`, `Dr. Müll`
   * and `mull` find Dr. Anna Müller-Beispiel. Nobody before one word has three letters.
   */
  search(text: string, limit: number): Read<readonly Host[]> {
    const words = text.normalize('NFC').split(BETWEEN_WORDS).filter(Boolean);
    const longest = words.reduce((one, other) => (letters(other) > letters(one) ? other : one), '');
    if (letters(longest) < FEWEST_LETTERS) return known([]);
    const folded = words.map(foldName);
    return through(byPrefix(staffMembers, foldName(longest), words.length === 1 ? limit : MOST_COMPARED), (found) =>
      found
        .filter(({ data }) => folded.every((word) => begins(data.name, word)))
        .slice(0, limit)
        .map(asHost),
    );
  },
};

/** Where folding a name parts its words too: `a-a-a` is three words of one letter. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/** Counted as typed: `Mü` folds to three letters and is two. */
const letters = (word: string) => word.match(/\p{L}/gu)?.length ?? 0;

const begins = (name: PersonName, word: string) =>
  [...nameKeys(name), ...foldName(name.title ?? '').split(' ')].some((key) => key.startsWith(word));

const asHost = ({ id, data }: Found<StaffMember>): Host => ({ id, name: data.name });
