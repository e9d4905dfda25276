import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { NewDevice, type Site } from './new-device.tsx';

type Line = OutputAt<OfficeRoutes, 'GET /devices'>['devices'][number];

/** In the order in which somebody has to do something about them. */
const states = ['offered', 'lapsed', 'paired', 'revoked'] as const;

interface Shown {
  readonly devices: readonly Line[];
  readonly sites: readonly Site[];
}

async function loadDevices(signal: AbortSignal): Promise<Answered<Shown>> {
  const [sites, ...answers] = await Promise.all([
    api.call('GET /sites', { limit: 200 }, { signal }),
    ...states.map((state) => api.call('GET /devices', { state, limit: 200 }, { signal })),
  ]);
  if (sites.problem) return { problem: sites.problem };
  const failed = answers.find(({ problem }) => problem)?.problem;
  if (failed) return { problem: failed };
  return { data: { sites: sites.data.sites, devices: answers.flatMap(({ data }) => data?.devices ?? []) } };
}

/** The kiosks, tablets and displays of the office. */
export function DevicesScreen() {
  const t = useWords();
  const { data, problem, reload } = useLoaded(loadDevices);
  const [isAdding, setAdding] = useState(false);
  return (
    <Page title={t.devicesPage.title}>
      <p>{t.devicesPage.intro}</p>
      {data && (
        <div className="buttons">
          <button type="button" onClick={() => setAdding(true)}>
            {t.devices.commands.offer}
          </button>
        </div>
      )}
      {data && isAdding && <NewDevice sites={data.sites} close={() => setAdding(false)} />}
      {problem && <ProblemNotice problem={problem} busy={false} again={reload} />}
      {!data && !problem && <p className="empty">{t.chrome.loading}</p>}
      {data?.devices.length === 0 && <p className="empty">{t.devicesPage.none}</p>}
      {data &&
        states.map((state) => {
          const lines = data.devices.filter((line) => line.state === state);
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
