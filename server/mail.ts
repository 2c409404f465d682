/** Sending mail by SMTP, where whoever runs the server has set it up. */
import { createTransport } from 'nodemailer';
import type { MailConfig } from './config.ts';
import { isLoopback } from './http/network.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /** Rejects with what the mail server said. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** How long one mail may take, in ms. */
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
    // What is in a mail are our own words and links: nothing is fetched or read from a file for it.
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
