/** `npm run server`: reads the environment, starts, and stops when the system asks for it. */
import { ConfigError, readConfig } from './config.ts';
import { startServer } from './start.ts';
import { DataDirInUse } from './store/sqlite.ts';

// A reader of the log that goes away must not take the server with it.
process.stdout.on('error', () => {});

try {
  const server = await startServer(readConfig(process.env));
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => void server.stop());
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof DataDirInUse)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
