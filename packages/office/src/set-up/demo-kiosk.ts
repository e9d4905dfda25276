import { devices } from '@front-office/devices';
import type { Actor } from '@front-office/kernel';
import { sites } from '@front-office/organisation';
import { beginOnce } from '../begin-once.ts';
import type { Office } from '../create-office.ts';

const settingUp: Actor = { kind: 'system', id: 'set-up', capabilities: new Set(['devices.manage', 'devices.pair']) };

/** The kiosk of a demo, paired from the beginning: there is nobody at a desk to show its code. */
export async function demoKiosk(office: Office, id: string): Promise<string> {
  const [site] = await office.list({ office: id, workflow: sites.name, limit: 1 });
  if (site === undefined) throw new Error('A demo has a site before it has a kiosk.');
  const settings = {
    language: 'de',
    largePrint: false,
    highContrast: false,
    idleSeconds: 45,
    purposesShown: true,
  } as const;
  const input = { kind: 'kiosk', name: 'Kiosk am Eingang', site: site.id, settings } as const;
  const device = await beginOnce(office, devices, 'offer', input, {
    office: id,
    actor: settingUp,
    request: 'demo:kiosk',
  });
  const asked = (what: string) => ({ office: id, case: device, actor: settingUp, request: `demo:kiosk:${what}` });
  let paired = await office.dispatch(devices, 'pair', {}, asked('paired'));
  // The first start was broken off right here, and its code is over by now.
  if (paired.refused?.code === 'pairing_over') {
    await office.dispatch(devices, 'offerAgain', {}, asked('again'));
    paired = await office.dispatch(devices, 'pair', {}, asked('paired'));
  }
  // `not_now`: somebody at the desk has tried out revoking it. It stays revoked.
  if (paired.refused && paired.refused.code !== 'not_now')
    throw new Error(`The demo's kiosk was refused: ${paired.refused.code}`);
  return device;
}
