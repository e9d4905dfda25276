import { join } from 'node:path';
import { StoreAway } from '@front-office/kernel';
import { folderTransport, smtpTransport } from '@front-office/mail-smtp';
import type { MailTransport } from '@front-office/messages';
import type { Logger } from 'pino';
import type { Settings } from './settings.ts';

/** Mail goes to the server of SMTP_URL; without one it is written into a folder, where it can be looked at. */
export const mailOf = ({ smtpUrl, dataDir }: Pick<Settings, 'smtpUrl' | 'dataDir'>): MailTransport =>
  smtpUrl === undefined ? folderTransport(join(dataDir, 'mail')) : smtpTransport({ url: smtpUrl });

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
