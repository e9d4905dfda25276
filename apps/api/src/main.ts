import { plainWords } from './plain-words.ts';
import { readSettings } from './settings.ts';
import { startOffice } from './start-office.ts';

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  const running = await startOffice(settings);
  console.log(running.greeting);

  let _stopping: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      _stopping ??= running.stop().then(
        () => console.log('The office is closed. Nothing is left running.'),
        (error: unknown) => {
          console.error(plainWords(error));
          process.exitCode = 1;
        },
      );
    });
  }
} catch (error) {
  console.error(plainWords(error));
  process.exitCode = 1;
}
