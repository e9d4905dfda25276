import { type Read, through } from '@front-office/kernel';
import { officeKind } from '@front-office/organisation';
import { type Vertical, verticals } from '@front-office/verticals';

/** The kinds of office that one server knows, by the name that an office's record carries. */
type Kinds = Readonly<Record<string, Vertical>>;

/**
 * What kind the office is that asks: by its record, so that one server holds offices of several kinds. `otherwise` is the
 * kind of those whose record names none, or one that this program does not know.
 */
export const kindOf = (otherwise: Vertical): Read<Vertical> => {
  const kinds: Kinds = { ...verticals, [otherwise.name]: otherwise };
  return through(
    officeKind,
    (name) => (name !== null && Object.hasOwn(kinds, name) ? kinds[name] : undefined) ?? otherwise,
  );
};
