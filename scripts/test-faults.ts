/**
 * `npm run test:faults`: the long run of what `npm test` plays for half a minute. 50 rounds of kill -9, 200 seeds of
 * the randomised sync and a first sync of 100,000 records, on SQLite and on PostgreSQL. SIDELINE_KILLS, SIDELINE_SEEDS,
 * SIDELINE_FROM and SIDELINE_MANY change it.
 */
import { spawnSync } from 'node:child_process';

const env = { SIDELINE_KILLS: '50', SIDELINE_SEEDS: '200', SIDELINE_MANY: '100000', ...process.env };
let status = 0;
for (const config of ['vitest.config.ts', 'tests/server/vitest.config.ts']) {
  for (const tests of ['tests/server/faults-kill', 'tests/server/random', 'tests/server/faults.test']) {
    const run = spawnSync('vitest', ['run', '--config', config, tests], { stdio: 'inherit', env });
    if (run.status !== 0) status = 1;
  }
}
process.exit(status);
