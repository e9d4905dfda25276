import { devices } from '@front-office/devices';
import { type Actor, type AtTheDoor, defineDoor, refuse } from '@front-office/kernel';
import { HOUR_MS, plusMs } from '@front-office/values';
import * as z from 'zod';
import { servicesOf } from './services.ts';

const pairing: Actor = { kind: 'system', id: 'pairing', capabilities: new Set(['devices.pair']) };

/** Browsers keep no cookie longer (RFC 6265bis); a kiosk that is on gets it anew with each pairing only. */
const LASTS_MS = 400 * 24 * HOUR_MS;

const Paired = z.object({ device: z.uuid(), office: z.uuid() });

/** Hands the browser the token of its device: it can then do what a kiosk may, and nothing of a person. */
function keepToken(
  door: AtTheDoor,
  paired: { readonly device: string; readonly office: string; readonly secret: string },
) {
  const { device, office, secret } = paired;
  door.keep('device', { text: secret, until: plusMs(door.now(), LASTS_MS) });
  return { device, office };
}

/** How a kiosk becomes one of the house: somebody types the code that the desk shows. */
export const pair = defineDoor({
  method: 'POST',
  path: '/pair',
  summary: 'Become the device whose code the desk shows',
  opensTo: 'anyone',
  input: z.strictObject({ code: z.string().min(1).max(40) }),
  output: Paired,
  refusals: ['pairing_code_wrong', 'too_many_tries'],
  async run(door, { code }) {
    const { signIn, office } = servicesOf(door);
    const paired = await signIn.pair(code, door.address);
    if (paired.refused) return paired;
    const asked = { office: paired.office, case: paired.device, actor: pairing, request: `paired:${door.request}` };
    const known = await office.dispatch(devices, 'pair', {}, asked);
    if (!known.refused) return keepToken(door, paired);
    // Revoked, or its time over, between the code and now: the token that was issued opens nothing.
    await signIn.endTokens(paired.office, paired.device);
    return { refused: refuse('pairing_code_wrong') };
  },
});

/** In a demo anybody may be the kiosk: there is nobody at a desk to show a code. */
export const pairDemo = defineDoor({
  method: 'POST',
  path: '/pair/demo',
  summary: 'Become the kiosk of the demo',
  opensTo: 'anyone',
  input: z.strictObject({}),
  output: Paired,
  refusals: ['demo_only'],
  async run(door) {
    const { signIn, demoDevices } = servicesOf(door);
    const [demo] = demoDevices ?? [];
    if (demo === undefined) return { refused: refuse('demo_only') };
    const [office, device] = demo;
    const { secret } = await signIn.issueToken({ kind: 'device', office, subject: device, scopes: null, until: null });
    return keepToken(door, { device, office, secret });
  },
});
