import type { Logger } from 'pino';
import type { Trace } from './trace.ts';

/** Logs a bug under the id that the caller was told. */
export function logBug(logger: Logger, { id, route }: Trace, error: unknown): void {
  logger.error({ id, route, error: withoutMessage(error) }, 'bug');
}

/** Where it happened, and nothing of what it was about: a message may quote a name, and so may a driver's details. */
function withoutMessage(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown }; // Node and database drivers set one
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) ? { code } : {}),
    frames: framesOf(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: withoutMessage(error.cause, depth + 1) } : {}),
  };
}

const FRAME = /^ {4}at (?:.+ \()?(?:file:|node:|[/\\A-Z]).*:\d+:\d+\)?$/;

function framesOf({ stack = '', message }: Error): string[] {
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return afterMessage
    .split('\n')
    .filter((line) => FRAME.test(line))
    .map((line) => line.trim());
}
