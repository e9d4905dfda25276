// pnpm bench: prints ratios measured side by side in this run. Figures that were seen go into RESULTS.md by hand.
import { benchBusyDispatch, benchIdleEffect, benchMany } from './after-commit.ts';
import { benchDecide } from './decide.ts';
import { benchDispatch } from './dispatch.ts';
import { benchFeed } from './feed.ts';
import { benchFootprint } from './footprint.ts';
import { benchHttpCommand } from './http-command.ts';
import { benchOpenVisits } from './open-visits.ts';
import { benchSignInTimes } from './sign-in-times.ts';

const benches = {
  decide: benchDecide,
  footprint: benchFootprint,
  'open-visits': benchOpenVisits,
  dispatch: benchDispatch,
  'busy-dispatch': benchBusyDispatch,
  'idle-effect': benchIdleEffect,
  many: benchMany,
  'http-command': benchHttpCommand,
  'sign-in-times': benchSignInTimes,
  feed: benchFeed,
};
const wanted = process.argv.slice(2);

for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const line of await bench()) console.log(line);
}
