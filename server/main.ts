/**
 * `npm run server`: reads the environment, starts, and stops when the system asks it to. With a command after it
 * (`npm run server -- backup FILE`) it runs that command instead.
 */
import { readConfig, type ServerConfig } from './config.ts';
import { logForPeople, logToStdout } from './http/log.ts';
import { commands, usage } from './operate/commands.ts';
import { startProblem } from './operate/start-problems.ts';
import { startServer } from './start.ts';

// When the reader of the log goes away, the server must not go with it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const [name, ...args] = process.argv.slice(2);

let config: Partial<ServerConfig> = {};
try {
  if (name === undefined) await serve();
  else await runCommand(name);
} catch (error) {
  const problem = startProblem(error, config);
  if (!problem) throw error;
  console.error(problem.sentence);
  process.exitCode = problem.exitCode;
}

async function serve(): Promise<void> {
  const read = settings();
  const format = read.logFormat ?? (process.stdout.isTTY ? 'text' : 'json');
  const server = await startServer({ ...read, log: format === 'text' ? logForPeople : logToStdout });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.stop());
}

async function runCommand(wanted: string): Promise<void> {
  const command = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
  if (!command) {
    console.log(usage);
    process.exitCode = wanted === 'help' || wanted === '--help' ? 0 : 1;
    return;
  }
  const say = (line: string) => console.log(line);
  process.exitCode = await command.run({ config: settings(), args, say, now: Date.now() });
}

/** Kept, so that a problem with them can be named. */
function settings(): ServerConfig {
  const read = readConfig(process.env);
  config = read;
  return read;
}
