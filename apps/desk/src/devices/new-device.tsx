import type { OutputAt } from '@front-office/http-express/client';
import type { OfficeRoutes } from '@front-office/office';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../api.ts';
import { useLanguage, words } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { Modal } from '../parts/modal.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { useSending } from '../sending.ts';

const kinds = ['kiosk', 'tablet', 'display'] as const;

interface Wanted {
  readonly kind: (typeof kinds)[number];
  readonly name: string;
  readonly site: string;
}

export type Site = OutputAt<OfficeRoutes, 'GET /sites'>['sites'][number];

interface NewDeviceProps {
  readonly sites: readonly Site[];
  readonly close: () => void;
}

/** A device is to come. Its own page opens then, and shows the code. */
export function NewDevice({ sites, close }: NewDeviceProps) {
  const language = useLanguage();
  const t = words[language];
  const [, navigate] = useLocation();
  const [kind, setKind] = useState<Wanted['kind']>('kiosk');
  const [name, setName] = useState('');
  const [chosen, setSite] = useState('');
  const [isMissing, setMissing] = useState(false);
  const site = chosen || sites[0]?.id || '';
  const sending = useSending<Wanted, { readonly case: string }>(
    (wanted, request) => {
      const settings = { language, largePrint: false, highContrast: false, idleSeconds: 45, purposesShown: true };
      return api.call('POST /devices', { ...wanted, settings }, { request });
    },
    (answer) => navigate(`/devices/${answer.case}`),
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') document.getElementById('device-name')?.focus();
    else void sending.submit({ kind, name: name.trim(), site });
  };
  return (
    <Modal labelledBy="new-device" close={close}>
      <form noValidate onSubmit={submit}>
        <h2 id="new-device">{t.devices.commands.offer}</h2>
        {sending.problem && <ProblemNotice problem={sending.problem} busy={sending.busy} again={() => submit()} />}
        <Field id="device-kind" label={t.devicesPage.kind} required>
          {(ties) => (
            <select {...ties} value={kind} onChange={({ target }) => setKind(target.value as Wanted['kind'])}>
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t.devices.kinds[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          id="device-name"
          label={t.devicesPage.name}
          hint={t.devicesPage.nameHint}
          required
          error={isMissing ? t.devicesPage.nameMissing : undefined}
        >
          {(ties) => <input {...ties} maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />}
        </Field>
        {sites.length > 1 && (
          <Field id="device-site" label={t.organisation.records.site} required>
            {(ties) => (
              <select {...ties} value={site} onChange={({ target }) => setSite(target.value)}>
                {sites.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div className="buttons">
          <button type="submit" className="main" aria-disabled={sending.busy}>
            {sending.busy ? t.command.sending : t.devices.commands.offer}
          </button>
          <button type="button" onClick={close}>
            {t.command.cancel}
          </button>
        </div>
      </form>
    </Modal>
  );
}
