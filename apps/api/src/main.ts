import { plainWords } from './plain-words.ts';
import { readSettings } from './settings.ts';
import { type RunningOffice, startOffice } from './start-office.ts';

try {
  const starting = startOffice(readSettings(process.argv.slice(2), process.env));
  let closing: Promise<void> | undefined;
  // From the beginning: who stops it while it starts must not leave a database behind. Further signals change nothing.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      closing ??= close(starting);
    });
  const { greeting } = await starting;
  if (closing === undefined) console.log(greeting);
} catch (error) {
  fail(error);
}

/** Closes the office as soon as it is open. One that could not be opened has closed itself and is told of elsewhere. */
async function close(starting: Promise<RunningOffice>): Promise<void> {
  const running = await starting.catch(() => undefined);
  try {
    await running?.stop();
    console.log('The office is closed. Nothing is left running.');
    process.exit(); // a connection to a server that does not answer would hold us
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  console.error(plainWords(error));
  process.exitCode = 1;
}
