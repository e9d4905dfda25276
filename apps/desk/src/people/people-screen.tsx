import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Answered, api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { nameOf } from '../names.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { NewMember } from './new-member.tsx';
import { useLoaded } from './use-loaded.ts';

export type Member = OutputAt<OfficeRoutes, 'GET /staff'>['staff'][number];
type StaffRights = OutputAt<OfficeRoutes, 'GET /staff-rights'>['staffRights'][number];
type Role = OutputAt<OfficeRoutes, 'GET /roles'>['roles'][number];

/** Everybody of the office, with what they were given. */
export interface Team {
  readonly staff: readonly Member[];
  readonly rights: readonly StaffRights[];
  readonly roles: readonly Role[];
  readonly owners: readonly string[];
}

const PAGE = 200;

export async function loadTeam(signal: AbortSignal): Promise<Answered<Team>> {
  const [staff, rights, roles, owners] = await Promise.all([
    api.call('GET /staff', { limit: PAGE }, { signal }),
    api.call('GET /staff-rights', { limit: PAGE }, { signal }),
    api.call('GET /roles', { limit: PAGE }, { signal }),
    api.call('GET /owners', {}, { signal }),
  ]);
  if (staff.problem) return { problem: staff.problem };
  if (rights.problem) return { problem: rights.problem };
  if (roles.problem) return { problem: roles.problem };
  if (owners.problem) return { problem: owners.problem };
  return {
    data: {
      staff: staff.data.staff,
      rights: rights.data.staffRights,
      roles: roles.data.roles,
      owners: owners.data.owners?.staff ?? [],
    },
  };
}

/** The team: who works here, as what, and who has left. */
export function PeopleScreen() {
  const language = useLanguage();
  const t = words[language];
  const { data, problem, reload } = useLoaded<Team>(loadTeam);
  const [isAdding, setAdding] = useState(false);
  const here = data?.staff.filter(({ active }) => active) ?? [];
  const left = data?.staff.filter(({ active }) => !active) ?? [];
  return (
    <Page
      title={t.people.title}
      beside={
        <>
          <Link href="/roles">{t.people.roles.link}</Link>
          <Link href="/absences">{t.absences.link}</Link>
        </>
      }
    >
      <p>{t.people.intro}</p>
      <div className="buttons">
        <button type="button" onClick={() => setAdding(true)}>
          {t.people.add}
        </button>
      </div>
      {isAdding && <NewMember close={() => setAdding(false)} />}
      {problem && <ProblemNotice problem={problem} busy={false} again={reload} />}
      {!data && !problem && <p className="empty">{t.chrome.loading}</p>}
      {data && <Members id="members-here" title={t.people.here} members={here} team={data} />}
      {data && left.length > 0 && <Members id="members-left" title={t.people.left} members={left} team={data} />}
    </Page>
  );
}

interface MembersProps {
  readonly id: string;
  readonly title: string;
  readonly members: readonly Member[];
  readonly team: Team;
}

function Members({ id, title, members, team }: MembersProps) {
  const language = useLanguage();
  const t = words[language];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="count">{members.length}</span>
      </h2>
      <ul className="members">
        {members.map((member) => (
          <li key={member.id}>
            <Link href={`/people/${member.id}`}>{nameOf(member.name)}</Link>
            <span className="hint">{asWhat(member, team)}</span>
          </li>
        ))}
      </ul>
    </section>
  );

  function asWhat({ id: member }: Member, { rights, roles, owners }: Team): string {
    const own = rights.find(({ staff }) => staff === member);
    const titles = (own?.roles ?? []).map(({ role }) => roles.find(({ key }) => key === role)?.title[language] ?? role);
    const said = [...(owners.includes(member) ? [t.people.owner] : []), ...titles];
    const level = own && own.roles.length > 0 ? t.organisation.levels[own.level] : undefined;
    return [said.join(', ') || t.people.noRole, level].filter(Boolean).join(' · ');
  }
}
