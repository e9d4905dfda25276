import type { RunningServer } from '@front-office/http-express';
import { renewal, serverNames, trustQr } from '@front-office/local-ca';
import type { House, Lan } from '../house.ts';
import { serveTrust } from './serve-trust.ts';

/** The page that devices open once, and what is kept up while the server runs. */
export interface Trust {
  readonly url: string;
  /** SHA-256 of the authority's certificate, compared by eye. */
  readonly fingerprint: string;
  /** Opens the page, for a terminal. */
  readonly qr: string;
  /** What a person should know of the authority. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

interface Opening {
  readonly house: House;
  readonly server: RunningServer;
  readonly host: string;
  /** As it was asked for: 0 takes any that is free, also for the page. */
  readonly port: number;
  readonly onProblem: (error: unknown, where: string) => void;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Serves the page beside the office, one port further, and looks every day whether the certificate is still good. */
export async function openTrust(
  { authority, certificate, reachedBy }: Lan,
  { house, server, host, port, onProblem }: Opening,
): Promise<Trust> {
  const page = await serveTrust({
    authority,
    host,
    port: port === 0 ? 0 : port + 1,
    hosts: () => house.hosts,
    office: () => house.url,
    reachedBy: reachedBy.find((name) => !name.endsWith('.local')) ?? reachedBy[0] ?? 'localhost',
  });
  const renew = renewal({ authority, server, current: certificate, names: () => serverNames(authority) });
  const daily = setInterval(() => renew().catch((error: unknown) => onProblem(error, 'certificate')), DAY_MS);
  daily.unref();
  return {
    url: page.url,
    fingerprint: authority.fingerprint,
    qr: trustQr(page.url).text,
    warnings: authority.warnings.map(({ sentences }) => sentences.en),
    async close() {
      clearInterval(daily);
      await page.close();
    },
  };
}
