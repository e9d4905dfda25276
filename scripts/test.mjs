// npm test: everything that must hold, in one command. `npm test -- --only lint,types` runs only what is named; what follows
// is handed to vitest: `npm test -- --only tests packages/visits`.
import { command, prepare, root, turbo } from './prepare.mjs';
import { run } from './run.mjs';

/** The checks that vitest does not run. Two lanes side by side, for two cores; inside a lane one after the other. */
const lanes = [
  [
    { name: 'build', check: (env) => turbo(env, 'build') },
    { name: 'packages', check: tool('node', 'scripts/check-packages.ts') },
  ],
  [
    { name: 'lint', check: tool('biome', 'check', '.') },
    { name: 'types', check: types },
    { name: 'unused', check: tool('knip', '--no-progress') },
  ],
];

await command(async () => {
  const { only, vitestArguments } = readArguments(process.argv.slice(2));
  const env = await prepare().catch((error) => {
    console.error(`\n${error.message}\n`);
  });
  if (env === undefined) return closeWithFailure();
  const wanted = (name) => !only || only.includes(name);
  const isNeeded = ({ name }) => wanted(name) || (name === 'build' && (wanted('packages') || wanted('tests')));

  const passed = await runLanes(
    lanes.map((lane) => lane.filter(isNeeded)),
    env,
  );
  if (passed === undefined) return closeWithFailure();
  if (!wanted('tests')) return close(`${passed} passed, 0 failed`, 0);

  // The closing line is printed by test/closing-line.ts, which adds the checks that have passed here.
  const tests = await run('vitest', ['run', ...vitestArguments], {
    cwd: root,
    env: { ...env, CHECKS_PASSED: String(passed) },
  });
  return tests.code;
});

/** Answers how many checks passed, or nothing when one failed: it has then been shown, and the other lane has stopped. */
async function runLanes(chosen, env) {
  let passed = 0;
  let failed = false;
  const runLane = async (lane) => {
    for (const { name, check } of lane) {
      if (failed) return;
      const begun = performance.now();
      const { code, output } = await check(env);
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(10)}${seconds.padStart(6)} s`);
      if (code === 0) {
        passed += 1;
      } else {
        failed = true;
        console.log(`\n${output.trimEnd()}\n\n✗ ${name} failed; its output is above.`);
      }
    }
  };
  await Promise.all(chosen.map(runLane));
  return failed ? undefined : passed;
}

async function types(env) {
  const packages = await turbo(env, 'typecheck');
  return packages.code === 0 ? tool('tsc', '-p', 'tsconfig.json')(env) : packages;
}

function tool(name, ...args) {
  return (env) => run(name, args, { cwd: root, env, capture: true });
}

function readArguments(given) {
  const at = given.indexOf('--only');
  if (at < 0) return { only: undefined, vitestArguments: given };
  return { only: (given[at + 1] ?? '').split(','), vitestArguments: [...given.slice(0, at), ...given.slice(at + 2)] };
}

function close(line, code) {
  console.log(line);
  return code;
}

function closeWithFailure() {
  return close('0 passed, 1 failed', 1);
}
