/** Tryton, a real CRM and ERP from Debian: server, web client, two sales opportunities. Sign in as admin / admin-pass1. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, startDaemon, stopDaemon } from './daemon.ts';
import { needPackages } from './debian-packages.ts';
import { runAsScript, type Site } from './site.ts';

const PACKAGES = ['tryton-server', 'tryton-sao', 'tryton-modules-sale-opportunity', 'tryton-proteus'];
const PORT = Number(process.env.TRYTON_PORT ?? 43550);
const DATABASE = 'sales';

export const trytonSignIn = { login: 'admin', password: 'admin-pass1' };

function configure(folder: string): string {
  const file = join(folder, 'trytond.conf');
  mkdirSync(join(folder, 'db'), { recursive: true });
  writeFileSync(
    file,
    [
      '[database]',
      'uri = sqlite://',
      `path = ${join(folder, 'db')}`,
      '[web]',
      `listen = 127.0.0.1:${PORT}`,
      'root = /usr/share/tryton-sao/www',
      '',
    ].join('\n'),
  );
  return file;
}

function seed(folder: string, config: string): void {
  const database = join(folder, 'db', `${DATABASE}.sqlite`);
  rmSync(database, { force: true });
  writeFileSync(database, '');
  writeFileSync(join(folder, 'password'), trytonSignIn.password);
  const run = (command: string, args: string[]) => {
    const { status, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      input: '',
      encoding: 'utf8',
      env: { ...process.env, TRYTONPASSFILE: join(folder, 'password') },
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  };
  const admin = ['-c', config, '-d', DATABASE];
  run('trytond-admin', [...admin, '--email', 'admin@example.com', '--all']);
  run('trytond-admin', [...admin, '-u', 'sale_opportunity', '--activate-dependencies']);
  run('/usr/bin/python3', [join(import.meta.dirname, 'tryton-seed.py'), config, DATABASE]);
  writeFileSync(join(folder, 'seeded'), new Date().toISOString());
}

export const tryton: Site = {
  name: 'tryton',
  async start() {
    needPackages(PACKAGES);
    const folder = dataFolder('tryton');
    const config = configure(folder);
    if (!existsSync(join(folder, 'seeded'))) seed(folder, config);
    const url = `http://127.0.0.1:${PORT}/`;
    await startDaemon({ folder, command: 'trytond', args: ['-c', config, '-d', DATABASE], url });
    return {
      url,
      pages: {
        opportunity: `${url}#${DATABASE}/model/sale.opportunity/1`,
        otherOpportunity: `${url}#${DATABASE}/model/sale.opportunity/2`,
      },
      stop: async () => stopDaemon(folder),
    };
  },
  stop: () => stopDaemon(dataFolder('tryton')),
};

if (import.meta.main) await runAsScript(tryton);
