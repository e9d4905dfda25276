// Runs one of the programs of apps/api: installs and builds what is missing first.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, PlainError, prepare, root, turbo } from './prepare.mjs';
import { run } from './run.mjs';

/** @param name of the built file: `backup` for apps/api/dist/backup.js. */
export async function runOfficeProgram(name) {
  await command(async () => {
    const program = join(root, 'apps', 'api', 'dist', `${name}.js`);
    const env = await prepare();
    const built = await turbo(env, 'build', '--filter=@front-office/api...');
    if (built.code !== 0) throw new PlainError(`${built.output}\nThe build failed; the reason is above.`);
    if (!existsSync(program)) throw new PlainError(`The build left no ${program}.`);
    const { code } = await run('node', ['--enable-source-maps', program, ...programArguments()], {
      cwd: root,
      env,
      alone: true,
    });
    return code;
  });
}

/** Without the `--`, npm takes `--office=legal` for its own and hands it on as a variable. */
function programArguments() {
  const given = process.argv.slice(2);
  const office = process.env.npm_config_office ?? process.env.OFFICE;
  const isGiven = given.some((argument) => /^--office(=|$)/.test(argument));
  return office === undefined || isGiven ? given : [`--office=${office}`, ...given];
}
