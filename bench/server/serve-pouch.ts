/** express-pouchdb as it comes, on LevelDB in the folder given. A process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expressPouch, PouchDB } from '../peers/pouch.ts';

const [folder = ''] = process.argv.slice(2);
const databases = PouchDB.defaults({ prefix: `${folder}/` });
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') };
// What it gives is an app of the Express that it brings along; mounted in Express 5 it cannot read queries.
const server = createServer(expressPouch(databases, options));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.once('disconnect', () => process.exit());
