import { join } from 'node:path';
import { StoreAway } from '@front-office/kernel';
import { folderTransport, smtpTransport } from '@front-office/mail-smtp';
import type { MailTransport } from '@front-office/messages';
import type { Logger } from 'pino';
import { type Settings, SettingsRefused } from './settings.ts';

/**
 * Mail goes to the server of SMTP_URL; without one it is written into a folder, where it can be looked at.
 * @throws {SettingsRefused} for an address that is none.
 */
export function mailOf({ smtpUrl, dataDir }: Pick<Settings, 'smtpUrl' | 'dataDir'>): MailTransport {
  if (smtpUrl === undefined) return folderTransport(join(dataDir, 'mail'));
  try {
    return smtpTransport({ url: smtpUrl });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new SettingsRefused(`SMTP_URL cannot be used. ${error.message}`);
  }
}

/**
 * One line for what failed in the background and is tried again. Like the request log it has no messages, since drivers
 * quote values in them.
 */
export function logProblem(logger: Logger, error: unknown, where: string): void {
  const { name, code } =
    error instanceof Error ? (error as Error & { code?: unknown }) : { name: 'unknown', code: null };
  const line = { where, error: name, code: code ?? null };
  if (error instanceof StoreAway) logger.warn(line, 'the database is away');
  else logger.warn(line, 'failed, and is tried again');
}
