/**
 * `npm run server`: reads the environment, starts, and stops when the system asks it to. With a command after it
 * (`npm run server -- backup FILE`) it runs that command instead.
 */
import { ConfigError, readConfig } from './config.ts';
import { BackupProblem } from './exchange/backup-file.ts';
import { logForPeople, logToStdout } from './http/log.ts';
import { commands, usage } from './operate/commands.ts';
import { startServer } from './start.ts';
import { DataDirInUse } from './store/sqlite.ts';

// When the reader of the log goes away, the server must not go with it.
process.stdout.on('error', () => {});

const [name, ...args] = process.argv.slice(2);

try {
  if (name === undefined) await serve();
  else await runCommand(name);
} catch (error) {
  const isExpected =
    error instanceof ConfigError || error instanceof DataDirInUse || error instanceof BackupProblem;
  if (!isExpected) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  const config = readConfig(process.env);
  const format = config.logFormat ?? (process.stdout.isTTY ? 'text' : 'json');
  const server = await startServer({ ...config, log: format === 'text' ? logForPeople : logToStdout });
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
  process.exitCode = await command.run({ config: readConfig(process.env), args, say, now: Date.now() });
}
