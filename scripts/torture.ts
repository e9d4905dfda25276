// pnpm torture [--steps N] [--from SEED] [--kills N]: what takes too long for every npm test, part after part, each until it
// fails or is done. It needs a build.
// pnpm torture --scenario '{ … }': plays one scenario again, and shows its history.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { huntAll, MOST_SEEDS, plantedBugs } from '../test/simulation/planted.ts';
import { play } from '../test/simulation/run.ts';
import { shrink, tell } from '../test/simulation/shrink.ts';
import { simulate } from '../test/simulation/simulate.ts';

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '1' },
    kills: { type: 'string', default: '100' },
    scenario: { type: 'string' },
  },
});

/** A part of the torture: answers what went wrong, or nothing. */
type Part = () => Promise<string | undefined>;

const parts: Readonly<Record<string, Part>> = {
  'planted bugs': huntPlantedBugs,
  simulation: simulateLong,
  'the real server, killed': killTheServer,
};

if (values.scenario !== undefined) {
  // It was printed by `tell`, or written by hand after its pattern.
  const outcome = await play(JSON.parse(values.scenario), { keepsHistory: true });
  console.log(tell(outcome, outcome.history.length));
  process.exit(outcome.violation ? 1 : 0);
}

for (const [name, part] of Object.entries(parts)) {
  console.log(`— ${name}`);
  const failure = await part();
  if (failure === undefined) continue;
  console.log(`\n✗ ${name}: ${failure}`);
  process.exit(1);
}
console.log('✓ torture');

async function huntPlantedBugs(): Promise<string | undefined> {
  const survivors: string[] = [];
  await huntAll(plantedBugs, ({ name }, { seed, steps, violation }) => {
    if (seed === null) survivors.push(name);
    const found = seed === null ? 'NOT CAUGHT' : `seed ${seed}, ${steps} steps: ${violation.split(':')[0]}`;
    console.log(`  ${name.padEnd(46)} ${found}`);
  });
  return survivors.length > 0 ? `not caught within ${MOST_SEEDS} seeds: ${survivors.join(', ')}` : undefined;
}

/** The test of the real server on real PostgreSQL, with more cycles than npm test has time for. It needs `pnpm build`. */
async function killTheServer(): Promise<string | undefined> {
  const vitest = spawn('vitest', ['run', '--project', '@front-office/api', 'test/kill'], {
    env: { ...process.env, KILL_CYCLES: values.kills },
    stdio: 'inherit',
  });
  const [code] = await once(vitest, 'exit');
  return code === 0 ? undefined : 'the test above failed';
}

async function simulateLong(): Promise<string | undefined> {
  const wanted = Number(values.steps);
  const begun = performance.now();
  let shownAt = begun;
  const show = ({ seeds, steps, rows }: { seeds: number; steps: number; rows: number }) => {
    const perSecond = Math.round((steps / (performance.now() - begun)) * 1_000);
    console.log(`  ${steps} of ${wanted} steps, ${seeds} seeds, ${rows} log rows, ${perSecond} steps a second`);
  };
  const done = await simulate({ from: Number(values.from), steps: wanted }, (progress) => {
    if (performance.now() - shownAt < 5_000) return;
    shownAt = performance.now();
    show(progress);
  });
  show(done);
  return done.failed && tell(await shrink(done.failed.scenario));
}
