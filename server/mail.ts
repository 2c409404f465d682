/** Sends mail by SMTP, if whoever runs the server has set that up. */
import { createTransport } from 'nodemailer';
import type { MailConfig } from './config.ts';
import { isLoopback } from './http/network.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /** Rejects with the mail server's error. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** How long sending one mail may take, in ms. */
const MAIL_TIMEOUT = 20_000;

export function createMailer({ url, from }: MailConfig): Mailer {
  const address = new URL(url);
  const transport = createTransport({
    host: address.hostname,
    port: Number(address.port) || (address.protocol === 'smtps:' ? 465 : 587),
    secure: address.protocol === 'smtps:',
    // A link that signs somebody in must not cross a network in clear.
    requireTLS: !isLoopback(address.hostname),
    ignoreTLS: isLoopback(address.hostname),
    ...(address.username === ''
      ? {}
      : {
          auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) },
        }),
    connectionTimeout: MAIL_TIMEOUT,
    greetingTimeout: MAIL_TIMEOUT,
    socketTimeout: MAIL_TIMEOUT,
    // Our mails are words and links only, so nothing may be fetched or read from a file for them.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
    close: () => transport.close(),
  };
}
