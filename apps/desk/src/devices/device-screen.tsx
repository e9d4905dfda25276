import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useLoaded } from '../people/use-loaded.ts';
import { useSending } from '../sending.ts';
import { DeviceForm, type DeviceFormName } from './device-forms.tsx';
import { PairingCode } from './pairing-code.tsx';

export type DeviceView = OutputAt<OfficeRoutes, 'GET /devices/{device}'>;

const forms: readonly string[] = ['rename', 'configure', 'revoke'];
const isForm = (command: string): command is DeviceFormName => forms.includes(command);

interface DeviceScreenProps {
  readonly device: string;
  /** The office's zone, where it is known. */
  readonly zone: string | undefined;
}

/** One device: its code while it waits, how it behaves, and what can be done with it. */
export function DeviceScreen({ device, zone }: DeviceScreenProps) {
  const t = useWords();
  const { data, problem, reload } = useLoaded<DeviceView>(
    (signal) => api.call('GET /devices/{device}', { device }, { signal }),
    device,
  );
  const [open, setOpen] = useState<DeviceFormName>();
  const [said, say] = useState('');
  const again = useSending<void, unknown>(
    (_nothing, request): Promise<Answered<unknown>> =>
      api.call('POST /devices/{device}/offer-again', { device }, { request }),
    reload,
  );
  if (!data) {
    return (
      <Page title={t.devicesPage.title}>
        <Back />
        {problem ? <ProblemNotice problem={problem} busy={false} again={reload} /> : <p>{t.chrome.loading}</p>}
      </Page>
    );
  }
  const allowed = new Set(data.actions.filter((action) => action.allowed).map(({ command }) => command));
  const { name, kind, settings } = data.context;
  return (
    <Page
      title={name}
      beside={<span className="hint">{t.devices.states[data.state as keyof typeof t.devices.states]}</span>}
    >
      <Back />
      <p role="status" className="said">
        {said}
      </p>
      {again.problem && <ProblemNotice problem={again.problem} busy={again.busy} again={() => again.submit()} />}
      {data.state === 'offered' && <PairingCode device={device} zone={zone} />}
      <ul className="actions">
        {data.state === 'lapsed' && allowed.has('offerAgain') && (
          <li>
            <button type="button" aria-disabled={again.busy} onClick={() => again.submit()}>
              {t.devices.commands.offerAgain}
            </button>
          </li>
        )}
        {[...allowed].filter(isForm).map((command) => (
          <li key={command}>
            <button
              type="button"
              className={command === 'revoke' ? 'grave' : undefined}
              onClick={() => setOpen(command)}
            >
              {t.devices.commands[command]}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <DeviceForm
          command={open}
          device={device}
          name={name}
          settings={settings}
          close={() => setOpen(undefined)}
          done={() => {
            setOpen(undefined);
            say(t.devicesPage.done[open]);
            reload();
          }}
        />
      )}
      <section aria-labelledby="device-facts">
        <h2 id="device-facts">{t.visit.known}</h2>
        <dl className="levels">
          <div>
            <dt>{t.devicesPage.kind}</dt>
            <dd>{t.devices.kinds[kind]}</dd>
          </div>
          {Object.entries(settings).map(([setting, value]) => (
            <div key={setting}>
              <dt>{t.devices.settings[setting as keyof typeof settings]}</dt>
              <dd>{typeof value === 'boolean' ? (value ? t.devicesPage.yes : t.devicesPage.no) : String(value)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}

function Back() {
  const t = useWords();
  return (
    <p className="back">
      <Link className="back-link" href="/devices">
        {t.devicesPage.back}
      </Link>
    </p>
  );
}
