// What `npm start` and `npm test` need before they can begin: packages, a recent Node, a build.
// Plain Node 20 without dependencies, because nothing is installed when it runs.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stampFile = join(root, 'node_modules', '.front-office-installed');

/** A failure that the person at the keyboard can do something about: printed without a stack. */
export class PlainError extends Error {}

/** Runs a command's `main`, ends the process with the exit code that it answers, and says plain failures plainly. */
export async function command(main) {
  process.exitCode = await main().catch((error) => {
    if (!(error instanceof PlainError)) throw error;
    console.error(`\n${error.message}`);
    return 1;
  });
}

/** Installs when needed and answers the environment in which `node`, `turbo` and the others are the workspace's own. */
export async function prepare() {
  refuseOldNode(
    process.versions.node,
    '20.0',
    'Install Node.js 20 or later from https://nodejs.org and run this again.',
  );
  const env = workspaceEnvironment();
  if (!isInstalled()) await install(env);
  await checkWorkspaceNode(env);
  return env;
}

/** Runs turbo over the workspace and answers `{ code, output }`; the output has the log of the tasks that failed, no others. */
export function turbo(env, ...args) {
  const quiet = ['--ui=stream', '--output-logs=errors-only', '--log-order=grouped', '--concurrency=100%'];
  return run('turbo', ['run', ...args, ...quiet], { cwd: root, env, capture: true });
}

async function install(env) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  console.log(`Installing packages with ${packageManager} (the first time this takes a minute) …`);
  const npx = ['--yes', packageManager, 'install', '--frozen-lockfile'];
  const { code } = await run('npx', npx, { cwd: root, env }).catch((error) => {
    throw new PlainError(
      error.code === 'ENOENT'
        ? 'npx was not found. It comes with npm and Node.js: install them from https://nodejs.org and run this again.'
        : `npx could not be started: ${error.message}`,
    );
  });
  if (code !== 0) {
    throw new PlainError(
      `The packages could not be installed (${packageManager} ended with ${code}; its reason is above).\n` +
        'The first run and every change of the lockfile need the npm registry: check the network and any proxy, then run\n' +
        'this again. It goes on where it stopped. If the reason is an outdated lockfile, run: npx ' +
        `${packageManager} install`,
    );
  }
  writeFileSync(stampFile, fingerprint());
}

const isInstalled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();

/** Changes whenever an install would lay down something else. */
function fingerprint() {
  const manifests = ['packages', 'apps', 'examples'].flatMap((group) =>
    existsSync(join(root, group))
      ? readdirSync(join(root, group)).map((name) => join(group, name, 'package.json'))
      : [],
  );
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests.sort()]) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function workspaceEnvironment() {
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? process.env.Path ?? ''}`,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
  delete env.npm_config_office; // ours, see start.mjs; npx would warn of an option that it does not know
  return env;
}

/** npm brings Node 24 for Linux on x64 and arm64; elsewhere the host's own Node is used and must be recent enough. */
async function checkWorkspaceNode(env) {
  const { code, output } = await run('node', ['--version'], { cwd: root, env, capture: true });
  if (code !== 0) {
    throw new PlainError(
      `The Node.js 24 that npm installed into node_modules does not run on this machine:\n${output.trim()}\n` +
        'It is built for Linux with glibc. On another system, such as Alpine, use a container image with glibc.',
    );
  }
  refuseOldNode(
    output.trim().replace(/^v/, ''),
    '22.18',
    'On Linux (x64, arm64) npm brings it; here please install Node.js 24 from https://nodejs.org and run this again.',
  );
}

function refuseOldNode(version, least, advice) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = least.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new PlainError(`Node.js ${least} or later is needed, and this is ${version}.\n${advice}`);
}
