import { useLanguage, words } from '../language.ts';
import type { RightLine } from './my-rights.ts';

interface RightsListProps {
  readonly rights: readonly RightLine[];
  /** Says for each why somebody has it. */
  readonly because?: boolean;
}

/** Rights in words, under what they are about. */
export function RightsList({ rights, because = false }: RightsListProps) {
  const language = useLanguage();
  const t = words[language].people;
  if (rights.length === 0) return <p className="empty">{t.noRights}</p>;
  const groups = [...Map.groupBy(rights, ({ group }) => group)];
  return (
    <div className="rights">
      {groups.map(([group, lines]) => (
        <section key={group} aria-labelledby={`rights-${group}`}>
          <h3 id={`rights-${group}`}>{t.groups[group as keyof typeof t.groups] ?? group}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line.capability}>
                <span>{line.words[language]}</span>
                {because && <span className="because">{line.because.map(inWords).join(' · ')}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );

  function inWords(why: RightLine['because'][number]): string {
    if (why.kind === 'owner') return t.because.owner;
    if (why.kind === 'role') return t.because.role(why.title[language], words[language].organisation.levels[why.level]);
    return t.because.deputy(why.name);
  }
}
