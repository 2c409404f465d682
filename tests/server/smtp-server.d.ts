/** smtp-server has no types of its own; this is what post-box.ts uses of it. */
declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  export class SMTPServer {
    constructor(options: {
      authOptional: boolean;
      disabledCommands: string[];
      onData(stream: Readable, session: unknown, done: (error?: Error) => void): void;
    });
    server: Server;
    listen(port: number, host: string): Server;
    close(done: () => void): void;
  }
}
