// The real server with a clock that runs sixty times as fast, so that reminders come within seconds.
import { instantOf } from '@front-office/values';
import { readSettings } from '../../src/settings.ts';
import { startOffice } from '../../src/start-office.ts';

/** A Tuesday at ten: the office is open for hours. */
const OPEN_MS = Date.parse('2026-06-30T10:00:00+02:00');
const FASTER = 60;
const begunMs = Number(process.env.CLOCK_BEGAN_MS);

const office = await startOffice(readSettings(process.argv.slice(2), process.env), () =>
  instantOf(OPEN_MS + (Date.now() - begunMs) * FASTER),
);
process.once('SIGTERM', async () => {
  await office.stop();
  process.exit();
});
console.log(office.greeting);
