/**
 * A program that owns a data folder, as `npm start` does. Its one argument is the start options as JSON. It writes one
 * line of JSON (the server, or the refusal), then waits until its standard input ends and stops in order.
 */
import { PostgresUnavailable, startPostgres } from '../src/index.ts';

try {
  const server = await startPostgres(JSON.parse(process.argv[2] ?? ''));
  // Ctrl-C reaches the whole process group; this program answers it by nothing yet.
  process.on('SIGINT', () => {});
  console.log(JSON.stringify({ pid: server.pid, connection: server.connection }));
  process.stdin.resume();
  process.stdin.on('end', () => server.stop());
} catch (error) {
  if (!(error instanceof PostgresUnavailable)) throw error;
  console.log(JSON.stringify({ code: error.code, sentences: error.sentences, cause: String(error.cause) }));
}
