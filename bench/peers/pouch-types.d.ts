/** Types of the peer, as far as the measurement uses it. */
declare module 'pouchdb' {
  interface Replication {
    ok: boolean;
    docs_written: number;
  }
  interface Options {
    batch_size: number;
  }
  class PouchDB {
    constructor(name: string);
    static defaults(options: { prefix: string }): typeof PouchDB;
    bulkDocs(docs: object[]): Promise<unknown>;
    replicate: {
      to(url: string, options: Options): Promise<Replication>;
      from(url: string, options: Options): Promise<Replication>;
    };
    destroy(): Promise<void>;
  }
  export default PouchDB;
}
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  import type PouchDB from 'pouchdb';
  export default function expressPouch(
    db: typeof PouchDB,
    options: { mode: string; inMemoryConfig: boolean; logPath: string },
  ): RequestListener;
}
