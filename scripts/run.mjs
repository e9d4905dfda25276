// Child processes for the two commands, `npm start` and `npm test`.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and answers `{ code, output }`; a program ended by a signal has the code of a shell, 128 + n.
 * `capture: true` collects what it prints (both streams in order) instead of showing it.
 *
 * A signal sent to us is handed on once: Ctrl-C reaches us from the terminal and again from npm, and a server that is told
 * twice may think it is being hurried. `alone: true` takes the program out of the terminal's reach, so that it hears
 * of Ctrl-C from us only.
 */
export function run(command, args, { cwd, env = process.env, capture = false, alone = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: alone && process.platform !== 'win32',
      shell: process.platform === 'win32', // npx and the tools are .cmd files there
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);

    const signalsHeard = forwardSignals(child);
    child.once('error', (error) => {
      signalsHeard.stop();
      reject(error);
    });
    child.once('close', (code, signal) => {
      signalsHeard.stop();
      if (signalsHeard.first && !alone) process.exit(exitCodeOf(signalsHeard.first)); // we were told to stop, not to go on
      resolve({ code: code ?? exitCodeOf(signal), output });
    });
  });
}

function forwardSignals(child) {
  const heard = { first: undefined, stop };
  const removers = signals.map((signal) => {
    let forwarded = false;
    const forward = () => {
      heard.first ??= signal;
      if (!forwarded) child.kill(signal);
      forwarded = true;
    };
    process.on(signal, forward);
    return () => process.off(signal, forward);
  });
  function stop() {
    for (const remove of removers) remove();
  }
  return heard;
}

const exitCodeOf = (signal) => 128 + (constants.signals[signal] ?? 0);
