import { join } from 'node:path';
import type { Link } from '@front-office/sign-in';
import type { Demo } from './demo.ts';
import type { House } from './house.ts';
import type { Settings } from './settings.ts';

interface Greeting {
  readonly house: House;
  readonly demo: Demo | undefined;
  /** The link of the first start; refused once there is an owner. */
  readonly setUp: Link | { readonly refused: unknown } | undefined;
  /** Where the data lies. */
  readonly place: string;
  readonly settings: Settings;
}

/** What a person reads who has just started the server. */
export function greeting({ house, demo, setUp, place, settings }: Greeting): string {
  const { url } = house;
  const link = setUp && !setUp.refused ? (setUp as Link) : undefined;
  const lines = [
    demo ? `${demo.title} (demo): anybody may sign in as one of its people` : 'Your office',
    '',
    ...(link ? [`To begin, open ${url}/desk/set-up#${link.secret}`, 'The link is good once, and for a day.', ''] : []),
    `Kiosk    ${url}/kiosk`,
    `Desk     ${url}/desk`,
    `API      ${url}/api/v1   described in ${url}/api/docs`,
    `Health   ${url}/health`,
    '',
    `Data     ${place}`,
    `Mail     ${mailLine(settings)}`,
    ...reach(house, settings),
    'Press Ctrl-C to close the office.',
  ];
  return `\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n`;
}

const mailLine = ({ smtpUrl, dataDir }: Settings) =>
  smtpUrl === undefined
    ? `is not sent but written into ${join(dataDir, 'mail')}; SMTP_URL=smtp://… sends it`
    : 'is sent by SMTP_URL';

/** Who can reach it, and how others may. */
function reach({ lan: reached, trustUrl }: House, { publicUrl }: Settings): string[] {
  if (publicUrl) return [`It is reached by ${publicUrl.origin}.`];
  if (reached) return [`Everybody in the local network reaches it. Each device is told once to trust it: ${trustUrl}`];
  return ['It can be reached from this machine only; --lan opens it to the local network.'];
}
