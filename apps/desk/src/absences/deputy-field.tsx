import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { type Colleague, namesFor } from './load-absences.ts';

interface DeputyFieldProps {
  /** Who is away. */
  readonly person: string;
  /** Who stands in so far, and stays to be chosen where the person names others by now. */
  readonly before: string | null;
  readonly names: ReadonlyMap<string, string>;
  readonly value: string;
  readonly choose: (deputy: string) => void;
}

/** Who stands in: one of those whom the person's record names. */
export function DeputyField({ person, before, names, value, choose }: DeputyFieldProps) {
  const t = useWords();
  const { data, problem } = useLoaded((signal) => loadDeputies({ person, before, names }, signal));
  return (
    <Field
      id="absence-deputy"
      label={t.absences.fields.deputy}
      required={false}
      hint={data?.length === 0 ? t.absences.noDeputies : t.absences.deputyHint}
      error={problem?.detail}
    >
      {(ties) => (
        <select {...ties} value={value} onChange={({ target }) => choose(target.value)}>
          <option value="">{t.absences.nobodyElse}</option>
          {data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

async function loadDeputies(
  { person, before, names: known }: Pick<DeputyFieldProps, 'person' | 'before' | 'names'>,
  signal: AbortSignal,
): Promise<Answered<readonly Colleague[]>> {
  const { data, problem } = await api.call('GET /staff-members/{staffMember}', { staffMember: person }, { signal });
  if (problem) return { problem };
  const ids = [...new Set<string>([...data.context.deputies, ...(before === null ? [] : [before])])];
  const names = await namesFor(ids, known, signal);
  return {
    data: ids.flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : { id, name };
    }),
  };
}
