import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type LocalAuthority, localAuthority } from '../src/index.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

export const DAY_MS = 86_400_000;
export const tuesday = new Date('2026-06-30T09:00:00Z');
export const later = (days: number) => new Date(tuesday.getTime() + days * DAY_MS);

/** A folder for an authority, not yet made; removed after the test. */
export async function aFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'front-office-ca-'));
  folders.push(parent);
  return join(parent, 'authority');
}

export const authorityIn = (folder: string, now: Date = tuesday): Promise<LocalAuthority> =>
  localAuthority({ folder, name: 'Front Office praxis-pc', now: () => now, hostNames: ['praxis-pc'] });

export const atHome = { names: ['praxis-pc.local', 'localhost'], addresses: ['192.168.1.20', '127.0.0.1'] };
