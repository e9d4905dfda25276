import { join } from 'node:path';
import type { Link } from '@front-office/sign-in';
import type { Demo } from './demo.ts';
import type { House } from './house.ts';
import type { Settings } from './settings.ts';
import type { Trust } from './trust/open-trust.ts';

interface Greeting {
  readonly house: House;
  /** Where devices are told to trust this house, with the code that opens it. */
  readonly trust: Trust | undefined;
  readonly demo: Demo | undefined;
  /** The link of the first start; refused once there is an owner. */
  readonly setUp: Link | { readonly refused: unknown } | undefined;
  /** Where the data lies. */
  readonly place: string;
  readonly settings: Settings;
}

/** What a person reads who has just started the server. */
export function greeting({ house, trust, demo, setUp, place, settings }: Greeting): string {
  const { url } = house;
  const link = setUp && !setUp.refused ? (setUp as Link) : undefined;
  const lines = [
    demo ? `${demo.title} (demo): anybody may sign in as one of its people` : 'Your office',
    '',
    ...(link ? [`To begin, open ${url}/desk/set-up#${link.secret}`, 'The link is good once, and for a day.', ''] : []),
    `Kiosk    ${url}/kiosk`,
    `Desk     ${url}/desk`,
    `API      ${url}/api/v1   to read and try: ${url}/api/docs`,
    `Health   ${url}/health`,
    '',
    `Data     ${place}`,
    `Mail     ${mailLine(settings)}`,
    ...reach(trust, settings),
    'Press Ctrl-C to close the office.',
  ];
  return `\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n`;
}

const mailLine = ({ smtpUrl, dataDir }: Settings) =>
  smtpUrl === undefined
    ? `is not sent but written into ${join(dataDir, 'mail')}; SMTP_URL=smtp://… sends it`
    : 'is sent by SMTP_URL';

/** Who can reach it, and how others may. */
function reach(trust: Trust | undefined, { publicUrl }: Settings): string[] {
  if (publicUrl) return [`It is reached by ${publicUrl.origin}.`];
  if (trust)
    return [
      'Everybody in the local network reaches it. Each device is told once to trust this house:',
      `Trust    ${trust.url}`,
      `SHA-256  ${trust.fingerprint}`,
      ...trust.qr.split('\n'),
      ...trust.warnings,
    ];
  return ['It can be reached from this machine only; --lan opens it to the local network.'];
}
