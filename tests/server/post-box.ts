/** A mail server on this machine that keeps what comes. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface PostBox {
  url: string;
  mails: { to: string; subject: string; text: string }[];
  /** Resolves with the next mail that nobody has taken yet. */
  next(): Promise<{ to: string; subject: string; text: string }>;
  stop(): Promise<void>;
}

export async function startPostBox(): Promise<PostBox> {
  const mails: PostBox['mails'] = [];
  const waiting: ((mail: PostBox['mails'][number]) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let raw = '';
      stream.on('data', chunk => {
        raw += chunk;
      });
      stream.on('end', () => {
        const mail = read(raw);
        const taker = waiting.shift();
        if (taker) taker(mail);
        else mails.push(mail);
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    mails,
    next() {
      const mail = mails.shift();
      return mail ? Promise.resolve(mail) : new Promise(resolve => waiting.push(resolve));
    },
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}

/** Headers and the one text part, decoded as far as our own mails need it. */
function read(raw: string): PostBox['mails'][number] {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const text = /quoted-printable/i.test(head)
    ? body
        .replaceAll('=\r\n', '')
        .replaceAll(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : /base64/i.test(header('Content-Transfer-Encoding'))
      ? Buffer.from(body, 'base64').toString()
      : body;
  return { to: header('To'), subject: header('Subject'), text };
}
