import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { has, useMyRights } from './my-rights.ts';
import { RoleForm } from './role-form.tsx';
import { useLoaded } from './use-loaded.ts';

export type Role = OutputAt<OfficeRoutes, 'GET /roles'>['roles'][number];
export type Capability = OutputAt<OfficeRoutes, 'GET /capabilities'>['capabilities'][number];

const levels = ['trainee', 'qualified', 'senior', 'lead'] as const;

/** Every role of the office: what it may do, in words, and from which level on. */
export function RolesScreen() {
  const language = useLanguage();
  const t = words[language];
  const roles = useLoaded((signal) => api.call('GET /roles', { limit: 200 }, { signal }));
  const all = useLoaded((signal) => api.call('GET /capabilities', {}, { signal }));
  const mine = useMyRights();
  const [changing, setChanging] = useState<Role>();
  const [said, say] = useState('');
  const problem = roles.problem ?? all.problem;
  const shown = roles.data?.roles.filter(({ withdrawn }) => !withdrawn) ?? [];
  return (
    <Page title={t.people.roles.title}>
      <p>{t.people.roles.intro}</p>
      <p role="status" className="said">
        {said}
      </p>
      {problem && <ProblemNotice problem={problem} busy={false} again={roles.reload} />}
      {!roles.data && !problem && <p className="empty">{t.chrome.loading}</p>}
      {all.data &&
        shown.map((role) => (
          <section key={role.id} aria-labelledby={`role-${role.key}`} className="role">
            <div className="page-head">
              <h2 id={`role-${role.key}`}>{role.title[language]}</h2>
              {has(mine.data, 'capabilities.grant') && (
                <button type="button" aria-describedby={`role-${role.key}`} onClick={() => setChanging(role)}>
                  {t.people.roles.change}
                </button>
              )}
            </div>
            {(role.readsOnly || role.mustEnd) && (
              <p className="hint">
                {role.readsOnly && t.people.roles.readsOnly} {role.mustEnd && t.people.roles.mustEnd}
              </p>
            )}
            <Levels role={role} all={all.data?.capabilities ?? []} />
          </section>
        ))}
      {changing && all.data && (
        <RoleForm
          role={changing}
          all={all.data.capabilities}
          close={() => setChanging(undefined)}
          saved={() => {
            setChanging(undefined);
            say(t.people.roles.saved);
            roles.reload();
          }}
        />
      )}
    </Page>
  );
}

function Levels({ role, all }: { readonly role: Role; readonly all: readonly Capability[] }) {
  const language = useLanguage();
  const t = words[language];
  const saying = new Map(all.map((line) => [line.capability, line.words[language]]));
  const added = levels.filter((level) => role.grants[level].length > 0);
  return (
    <dl className="levels">
      {added.map((level) => (
        <div key={level}>
          <dt>{t.people.roles.from(t.organisation.levels[level])}</dt>
          <dd>
            <ul>
              {role.grants[level].map((name) => (
                <li key={name}>{saying.get(name) ?? name}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
