/** The server that Sideline's is compared with. It is installed beside this file, and nowhere else. */
export { default as expressPouch } from 'express-pouchdb';
export { default as PouchDB } from 'pouchdb';
