// npm start: installs and builds what is missing, then runs the server until it is told to stop.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, PlainError, prepare, root, turbo } from './prepare.mjs';
import { run } from './run.mjs';

const server = join(root, 'apps', 'api', 'dist', 'main.js');

await command(async () => {
  const env = await prepare();
  console.log('Building what has changed …');
  const built = await turbo(env, 'build', '--filter=@front-office/api...');
  if (built.code !== 0) throw new PlainError(`${built.output}\nThe build failed; the reason is above.`);
  if (!existsSync(server)) throw new PlainError(`The build left no ${server}.`);
  const { code } = await run('node', ['--enable-source-maps', server, ...serverArguments()], {
    cwd: root,
    env,
    alone: true,
  });
  return code;
});

/** `npm start -- --office=legal`; without the `--`, npm takes the option for its own and hands it on as a variable. */
function serverArguments() {
  const given = process.argv.slice(2);
  const office = process.env.npm_config_office ?? process.env.OFFICE;
  const isGiven = given.some((argument) => /^--office(=|$)/.test(argument));
  return office === undefined || isGiven ? given : [`--office=${office}`, ...given];
}
