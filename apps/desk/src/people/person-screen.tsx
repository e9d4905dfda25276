import { useState } from 'react';
import { Link } from 'wouter';
import { AwayNow } from '../absences/away-now.tsx';
import { api, type Problem, type Visitors } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import type { Snapshot } from '../live.ts';
import { nameOf } from '../names.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Leaving } from './leaving.tsx';
import { has, useMyRights } from './my-rights.ts';
import { loadTeam, type Team } from './people-screen.tsx';
import { RightsForm } from './rights-form.tsx';
import { RightsList } from './rights-list.tsx';
import { SignInOf } from './sign-in-of.tsx';
import { useLoaded } from './use-loaded.ts';

interface PersonProps {
  readonly person: string;
  /** Today's list: it knows the office's zone and the server's clock. */
  readonly visitors: Snapshot<Visitors, Problem>;
}

/** One colleague: what they may do and why, how they sign in, and that they leave. */
export function PersonScreen({ person, visitors }: PersonProps) {
  const language = useLanguage();
  const t = words[language];
  const team = useLoaded<Team>(loadTeam, person);
  const mine = useMyRights();
  const rights = useLoaded(
    (signal) => api.call('GET /staff-members/{staffMember}/rights', { staffMember: person }, { signal }),
    person,
  );
  const [said, say] = useState('');
  const member = team.data?.staff.find(({ id }) => id === person);
  if (team.data && !member) {
    return (
      <Page title={t.people.unknown}>
        <p>{t.people.unknownHelp}</p>
        <Back />
      </Page>
    );
  }
  const nameFor = (staff: string) => {
    const found = team.data?.staff.find(({ id }) => id === staff);
    return found && nameOf(found.name);
  };
  const changed = (text: string) => {
    say(text);
    team.reload();
    rights.reload();
  };
  return (
    <Page title={member ? nameOf(member.name) : t.people.title}>
      <Back />
      <p role="status" className="said">
        {said}
      </p>
      {team.problem && <ProblemNotice problem={team.problem} busy={false} again={team.reload} />}
      {!team.data && !team.problem && <p className="empty">{t.chrome.loading}</p>}
      {member && !member.active && <p className="notice">{t.people.hasLeft}</p>}
      {member?.active && <AwayNow person={person} visitors={visitors} nameFor={nameFor} />}
      {member?.active && team.data && has(mine.data, 'capabilities.grant') && (
        <section aria-labelledby="given">
          <h2 id="given">{t.people.given}</h2>
          <RightsForm
            key={`${person} ${team.data.rights.find(({ staff }) => staff === person)?.id}`}
            member={member}
            team={team.data}
            saved={() => changed(t.people.saved)}
          />
        </section>
      )}
      {rights.data && (
        <section aria-labelledby="may">
          <h2 id="may">{t.people.may}</h2>
          <RightsList rights={rights.data.rights} because />
        </section>
      )}
      {member?.active && has(mine.data, 'staff.invite') && (
        <>
          <SignInOf member={member} mayRecover={has(mine.data, 'staff.recover')} />
          <Leaving member={member} team={team.data} left={() => changed(t.people.leave.done)} />
        </>
      )}
    </Page>
  );
}

function Back() {
  const t = words[useLanguage()];
  return (
    <p className="back">
      <Link className="back-link" href="/people">
        {t.people.back}
      </Link>
    </p>
  );
}
