import { type FormEvent, useState } from 'react';
import { type Answered, api } from '../api.ts';
import { useWords } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';
import type { DeviceView } from './device-screen.tsx';

export type DeviceFormName = 'rename' | 'configure' | 'revoke';
type Settings = DeviceView['context']['settings'];

const reasons = ['lost', 'broken', 'replaced', 'unneeded', 'mistaken'] as const;
const switches = ['largePrint', 'highContrast', 'purposesShown'] as const;

interface DeviceFormProps {
  readonly command: DeviceFormName;
  readonly device: string;
  readonly name: string;
  readonly settings: Settings;
  readonly close: () => void;
  readonly done: () => void;
}

interface Typed {
  readonly name: string;
  readonly settings: Settings;
  readonly reason: (typeof reasons)[number];
}

/** The form of one command on a device. */
export function DeviceForm({ command, device, name, settings, close, done }: DeviceFormProps) {
  const t = useWords();
  const [typed, setTyped] = useState<Typed>({ name, settings, reason: 'lost' });
  const sending = useSending<Typed, unknown>((input, request) => send(command, device, input, request), done);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void sending.submit(typed);
  };
  const put = (changed: Partial<Settings>) => setTyped({ ...typed, settings: { ...typed.settings, ...changed } });
  return (
    <Modal labelledBy="device-form" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="device-form">{t.devices.commands[command]}</h2>
        {sending.problem && (
          <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => sending.submit(typed)} />
        )}
        {command === 'rename' && (
          <Field id="rename" label={t.devicesPage.name} required>
            {(ties) => (
              <input
                {...ties}
                maxLength={60}
                value={typed.name}
                onChange={({ target }) => setTyped({ ...typed, name: target.value })}
              />
            )}
          </Field>
        )}
        {command === 'revoke' && (
          <Field id="reason" label={t.people.reason} hint={t.devicesPage.revokeHint} required>
            {(ties) => (
              <select
                {...ties}
                value={typed.reason}
                onChange={({ target }) => setTyped({ ...typed, reason: target.value as Typed['reason'] })}
              >
                {reasons.map((reason) => (
                  <option key={reason} value={reason}>
                    {t.devices.reasons[reason]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {command === 'configure' && (
          <>
            <Field id="device-language" label={t.devices.settings.language} required>
              {(ties) => (
                <select
                  {...ties}
                  value={typed.settings.language}
                  onChange={({ target }) => put({ language: target.value as Settings['language'] })}
                >
                  <option value="de">Deutsch</option>
                  <option value="en">English</option>
                </select>
              )}
            </Field>
            {switches.map((name) => (
              <label key={name} className="check">
                <input
                  type="checkbox"
                  checked={typed.settings[name]}
                  onChange={({ target }) => put({ [name]: target.checked })}
                />{' '}
                {t.devices.settings[name]}
              </label>
            ))}
            <Field id="idle" label={t.devices.settings.idleSeconds} required>
              {(ties) => (
                <input
                  {...ties}
                  type="number"
                  min={15}
                  max={300}
                  value={typed.settings.idleSeconds}
                  onChange={({ target }) => put({ idleSeconds: Number(target.value) })}
                />
              )}
            </Field>
          </>
        )}
        <div className="buttons">
          <button type="submit" className={command === 'revoke' ? 'grave' : 'main'} aria-disabled={sending.busy}>
            {sending.busy ? t.command.sending : t.devices.commands[command]}
          </button>
          <button type="button" onClick={close}>
            {t.command.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function send(command: DeviceFormName, device: string, typed: Typed, request: string): Promise<Answered<unknown>> {
  const { name, settings, reason } = typed;
  switch (command) {
    case 'rename':
      return api.call('POST /devices/{device}/rename', { device, name }, { request });
    case 'configure':
      return api.call('POST /devices/{device}/configure', { device, settings }, { request });
    case 'revoke':
      return api.call('POST /devices/{device}/revoke', { device, reason }, { request });
  }
}
