import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { NewDevice } from './new-device.tsx';

type Line = OutputAt<OfficeRoutes, 'GET /devices'>['devices'][number];

/** In the order in which somebody has to do something about them. */
const states = ['offered', 'lapsed', 'paired', 'revoked'] as const;

async function loadDevices(signal: AbortSignal): Promise<Answered<readonly Line[]>> {
  const answers = await Promise.all(states.map((state) => api.call('GET /devices', { state, limit: 200 }, { signal })));
  const failed = answers.find(({ problem }) => problem)?.problem;
  return failed ? { problem: failed } : { data: answers.flatMap(({ data }) => data?.devices ?? []) };
}

/** The kiosks, tablets and displays of the office. */
export function DevicesScreen() {
  const t = useWords();
  const { data, problem, reload } = useLoaded(loadDevices);
  const [isAdding, setAdding] = useState(false);
  return (
    <Page title={t.devicesPage.title}>
      <p>{t.devicesPage.intro}</p>
      <div className="buttons">
        <button type="button" onClick={() => setAdding(true)}>
          {t.devices.commands.offer}
        </button>
      </div>
      {isAdding && <NewDevice close={() => setAdding(false)} />}
      {problem && <ProblemNotice problem={problem} busy={false} again={reload} />}
      {!data && !problem && <p className="empty">{t.chrome.loading}</p>}
      {data?.length === 0 && <p className="empty">{t.devicesPage.none}</p>}
      {data &&
        states.map((state) => {
          const lines = data.filter((line) => line.state === state);
          if (lines.length === 0) return null;
          return (
            <section key={state} aria-labelledby={`devices-${state}`}>
              <h2 id={`devices-${state}`}>
                {t.devices.states[state]} <span className="count">{lines.length}</span>
              </h2>
              <ul className="members">
                {lines.map(({ device, name, kind, silent }) => (
                  <li key={device}>
                    <Link href={`/devices/${device}`}>{name}</Link>
                    <span className="hint">{t.devices.kinds[kind]}</span>
                    {silent && <span className="silent">{t.devices.silent}</span>}
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
    </Page>
  );
}
