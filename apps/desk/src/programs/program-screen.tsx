import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useMyRights } from '../people/my-rights.ts';
import { useLoaded } from '../people/use-loaded.ts';
import { timesBy } from '../sign-in/account/times.ts';
import { wallClock } from '../times.ts';
import { Confirm } from './confirm.tsx';
import { Keys } from './keys.tsx';
import { ProgramForm } from './program-form.tsx';
import { notForPrograms, type ProgramsProps } from './programs-screen.tsx';

type Program = OutputAt<OfficeRoutes, 'GET /service-accounts/{account}'>;

/** One program: what it may do, its keys, and what can be done with it. */
export function ProgramScreen({ program, visitors }: ProgramsProps & { readonly program: string }) {
  const language = useLanguage();
  const t = words[language];
  const { data, problem, reload } = useLoaded<Program>(
    (signal) => api.call('GET /service-accounts/{account}', { account: program }, { signal }),
    program,
  );
  const mine = useMyRights();
  const [open, setOpen] = useState<'change' | 'close'>();
  const [said, say] = useState('');
  const zone = visitors.data?.zone;
  if (!data) {
    return (
      <Page title={t.programs.title}>
        <Back />
        {problem ? <ProblemNotice problem={problem} busy={false} again={reload} /> : <p>{t.chrome.loading}</p>}
      </Page>
    );
  }
  const { name, purpose, scopes, until } = data.context;
  const allowed = data.actions.filter((action) => action.allowed).map(({ command }) => command);
  const commands = (['change', 'close'] as const).filter((command) => allowed.includes(command));
  const times = timesBy(visitors, language);
  const inWords = new Map(mine.data?.rights.map((line) => [line.capability, line.words[language]]));
  const did = (text: string) => {
    setOpen(undefined);
    say(text);
    reload();
  };
  return (
    <Page
      title={name}
      beside={
        <span className="hint">
          {t.integrations.serviceAccount.states[data.state as keyof typeof t.integrations.serviceAccount.states]}
        </span>
      }
    >
      <Back />
      <p role="status" className="said">
        {said}
      </p>
      <p>{purpose}</p>
      {data.state === 'active' && <p className="hint">{t.programs.goodUntil(times.day(until))}</p>}
      <ul className="actions">
        {commands.map((command) => (
          <li key={command}>
            <button
              type="button"
              className={command === 'close' ? 'grave' : undefined}
              onClick={() => setOpen(command)}
            >
              {t.integrations.serviceAccount.commands[command]}
            </button>
          </li>
        ))}
      </ul>
      {open === 'change' && mine.data && zone && (
        <ProgramForm
          program={program}
          before={{ name, purpose, scopes, until: wallClock(Date.parse(until), zone).date }}
          mine={mine.data.rights.filter(({ capability }) => !notForPrograms.has(capability))}
          zone={zone}
          close={() => setOpen(undefined)}
          done={() => did(t.programs.saved)}
        />
      )}
      {open === 'close' && (
        <Confirm
          title={t.integrations.serviceAccount.commands.close}
          help={t.programs.closeHelp}
          send={(request) => api.call('POST /service-accounts/{account}/close', { account: program }, { request })}
          close={() => setOpen(undefined)}
          done={() => did(t.programs.closed)}
        />
      )}
      <section aria-labelledby="program-may">
        <h2 id="program-may">{t.programs.fields.scopes}</h2>
        <ul className="rights-of">
          {scopes.map((scope) => (
            <li key={scope}>{inWords.get(scope) ?? scope}</li>
          ))}
        </ul>
      </section>
      <Keys key={data.version} program={program} until={until} isActive={data.state === 'active'} times={times} />
    </Page>
  );
}

function Back() {
  const { programs } = words[useLanguage()];
  return (
    <p className="back">
      <Link className="back-link" href="/programs">
        {programs.back}
      </Link>
    </p>
  );
}
