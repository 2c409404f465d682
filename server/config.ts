/** Reads the configuration from the environment, once at start. All defaults are safe on one's own machine. */

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '#lib/records/zod.ts';
import { DAY } from '#lib/time.ts';
import type { ExtensionConfig } from './http/headers.ts';
import { isLoopback, isNetwork } from './http/network.ts';
import { DEFAULT_PROXIES, type ProxyConfig } from './http/proxy.ts';
import { defaultRateLimits, type RateLimits } from './http/rate-limit.ts';
import type { DatabaseConfig } from './store/database.ts';

/**
 * The extension's own origin. Its id follows from the `key` in wxt.config.ts; Firefox makes up one for each
 * installation.
 */
export const DEFAULT_EXTENSION_ORIGINS: readonly string[] = [
  'chrome-extension://iefickocfipinncknccklkdbpgbhlglc',
];

/** How long an invitation can be accepted, in ms. */
export const INVITATION_MS = 7 * DAY;

/** A company's own sign-in, by OpenID Connect. */
export interface CompanyConfig {
  /** Its address without a slash at the end; /.well-known/openid-configuration has to be below it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The name on the button. */
  name: string;
  /** E-mail domains whose people need no invitation. */
  domains: readonly string[];
  /** Trust the issuer's addresses even though it does not send `email_verified`, because they are the company's own. */
  trustEmail: boolean;
}

/** How the server sends mail. */
export interface MailConfig {
  /** smtp:// (with STARTTLS) or smtps://, with user and password. */
  url: string;
  from: string;
}

export interface ServerConfig extends DatabaseConfig, ExtensionConfig, ProxyConfig {
  host: string;
  /** 0 picks a free one. */
  port: number;
  /** Where people and devices reach the server, without a slash at the end. Unset: http://HOST:PORT. */
  publicUrl?: string | undefined;
  /** The database that a backup replaces; `restore` alone reads what has happened in it since. */
  previousDatabaseUrl?: string | undefined;
  /** Signs sessions. Unset: generated once and kept in the data directory. */
  secret?: string | undefined;
  /** Anybody may start a workspace. Otherwise only the first person may. */
  openWorkspaces: boolean;
  /** Encrypts and decrypts backups. */
  backupKey?: string | undefined;
  /** Whoever has it may read the metrics. Unset: only the server's own machine may. */
  metricsToken?: string | undefined;
  /** Unset: text for a person at a terminal, else JSON. */
  logFormat?: 'json' | 'text' | undefined;
  /** How long the server still serves after it was asked to stop, so that a balancer can notice on /readyz. */
  drainSeconds: number;
  company?: CompanyConfig | undefined;
  /** Unset: no mail is sent. Owners see the links and send them themselves. */
  mail?: MailConfig | undefined;
  rateLimits: RateLimits;
}

export class ConfigError extends Error {
  override name = 'ConfigError';
}

function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

const flag = z
  .enum(['', '0', '1', 'true', 'false'], { error: 'use 1 or 0' })
  .default('')
  .transform(value => value === '1' || value === 'true');

const postgresAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, { error: 'use an address like postgres://user:password@host/database' })
  .optional();

const webAddress = z
  .url({ protocol: /^https?$/, error: 'use an address like https://sideline.example' })
  .transform(value => new URL(value).origin);

/** https, or http to this machine; without a slash at the end. */
const safeAddress = z
  .url({ protocol: /^https?$/, error: 'use an address like https://login.company.example' })
  .refine(value => value.startsWith('https://') || isLoopback(new URL(value).hostname), {
    error: 'use https',
  })
  .transform(value => value.replace(/\/+$/, ''));

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'use a number' }).int().min(0).max(65_535).default(8787),
  PUBLIC_URL: webAddress.optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: postgresAddress,
  FORMER_DATABASE_URL: postgresAddress,
  DATABASE_POOL: z.coerce.number({ error: 'use a number' }).int().min(2).max(200).default(10),
  DATABASE_PLAIN: flag,
  SECRET: z.string().min(32, { error: 'use at least 32 random characters' }).optional(),
  EXTENSION_ORIGINS: z
    .string()
    .default('')
    .transform(listOf)
    .pipe(
      z.array(
        z.string().regex(/^(chrome|moz)-extension:\/\/[a-z0-9-]+$/, {
          error: 'list origins like chrome-extension://<id>',
        }),
      ),
    ),
  ANY_EXTENSION: flag,
  BEHIND_TLS_PROXY: flag,
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listOf)
    .refine(list => list.every(isNetwork), { error: 'list addresses like 10.0.0.2 or 172.18.0.0/16' }),
  OPEN_WORKSPACES: flag,
  BACKUP_KEY: z.string().min(32, { error: 'use at least 32 random characters' }).optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[!-~]{16,512}$/, { error: 'use at least 16 random characters, without spaces' })
    .optional(),
  LOG_FORMAT: z.enum(['json', 'text'], { error: 'use json or text' }).optional(),
  DRAIN_SECONDS: z.coerce.number({ error: 'use a number' }).int().min(0).max(300).default(0),
  OIDC_ISSUER: safeAddress.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('your company'),
  OIDC_DOMAINS: z
    .string()
    .default('')
    .transform(value => listOf(value.toLowerCase()))
    .refine(list => list.every(domain => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)), {
      error: 'list domains like company.example',
    }),
  OIDC_TRUST_EMAIL: flag,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'use an address like smtps://user:password@mail.example' })
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
});

/**
 * Reads the configuration.
 * @throws ConfigError that names every variable that is wrong and says what to put there.
 */
export function readConfig(env: Record<string, string | undefined>): ServerConfig {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => `${issue.path[0]?.toString() ?? '?'}: ${issue.message}`);
    throw new ConfigError(`The configuration cannot be used.\n  ${lines.join('\n  ')}`);
  }
  const values = parsed.data;
  const config: ServerConfig = {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    previousDatabaseUrl: values.FORMER_DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    secret: values.SECRET,
    extensionOrigins: [...DEFAULT_EXTENSION_ORIGINS, ...values.EXTENSION_ORIGINS],
    anyExtension: values.ANY_EXTENSION,
    behindProxy: values.BEHIND_TLS_PROXY,
    trustedProxies: values.TRUSTED_PROXIES.length > 0 ? values.TRUSTED_PROXIES : DEFAULT_PROXIES,
    openWorkspaces: values.OPEN_WORKSPACES,
    logFormat: values.LOG_FORMAT,
    backupKey: values.BACKUP_KEY,
    metricsToken: values.METRICS_TOKEN,
    drainSeconds: values.DRAIN_SECONDS,
    company: companyOf(values),
    mail: mailOf(values),
    rateLimits: defaultRateLimits,
  };
  checkReach(config);
  checkProxy(config);
  checkDatabase(config);
  checkWayTo('DATABASE_URL', config.databaseUrl, values.DATABASE_PLAIN);
  checkWayTo('FORMER_DATABASE_URL', config.previousDatabaseUrl, values.DATABASE_PLAIN);
  return config;
}

/** Without its name a proxy elsewhere is not believed, and then all people seem to be one, and share the limits on tries. */
function checkProxy({ host, behindProxy, trustedProxies }: ServerConfig): void {
  if (!behindProxy || isLoopback(host) || trustedProxies !== DEFAULT_PROXIES) return;
  throw new ConfigError(
    `TRUSTED_PROXIES: with BEHIND_TLS_PROXY and HOST ${host} say the address of the proxy, such as 10.0.0.2. ` +
      'Use 127.0.0.1 where it runs on this machine.',
  );
}

function checkDatabase({ databaseUrl, secret }: ServerConfig): void {
  if (databaseUrl === undefined || secret !== undefined) return;
  throw new ConfigError(
    'SECRET: with DATABASE_URL it has to be set, to the same at least 32 random characters for all instances.',
  );
}

/** `plain`: whoever runs the server says that the way to the database is private. */
function checkWayTo(name: string, address: string | undefined, plain: boolean): void {
  if (address === undefined) return;
  const { hostname, searchParams } = new URL(address);
  const host = searchParams.get('host') ?? hostname;
  if (plain || host === '' || host.startsWith('/') || isLoopback(host)) return;
  if (/^(require|verify-ca|verify-full)$/.test(searchParams.get('sslmode') ?? '')) return;
  throw new ConfigError(
    `${name}: ${host} is another machine, and without TLS what people write would cross the network in clear. ` +
      'Add ?sslmode=verify-full, or set DATABASE_PLAIN=1 if the way there is private.',
  );
}

type Values = z.infer<typeof environment>;

function companyOf(values: Values): CompanyConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError('OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: set all three, or none.');
  }
  const { OIDC_NAME: name, OIDC_DOMAINS: domains, OIDC_TRUST_EMAIL: trustEmail } = values;
  return { issuer, clientId, clientSecret, name, domains, trustEmail };
}

function mailOf({ SMTP_URL: url, MAIL_FROM: from }: Values): MailConfig | undefined {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined)
    throw new ConfigError('SMTP_URL, MAIL_FROM: set both, or none.');
  return { url, from };
}

/** What people write about each other must not cross a network in clear. */
export function checkReach({ host, publicUrl }: Pick<ServerConfig, 'host' | 'publicUrl'>): void {
  if (publicUrl?.startsWith('http://') && !isLoopback(new URL(publicUrl).hostname)) {
    throw new ConfigError(
      `PUBLIC_URL: ${publicUrl} would send passwords and what people write in clear. Put a TLS proxy in front and ` +
        'give its https:// address; http:// is for one’s own machine only.',
    );
  }
  if (isLoopback(host) || publicUrl?.startsWith('https://')) return;
  throw new ConfigError(
    `HOST: ${host} can be reached from other machines, and plain http would send what people write in clear. ` +
      'Put a TLS proxy in front and set PUBLIC_URL=https://… to its address.',
  );
}

/**
 * The signing secret: the configured one, or one that is generated once and stored where only this user can read it.
 */
export function loadSecret(config: Pick<ServerConfig, 'secret' | 'dataDir'>): string {
  if (config.secret !== undefined) return config.secret;
  if (config.dataDir === ':memory:') return newSecret();
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const file = join(config.dataDir, 'secret');
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept.length < 32) throw new ConfigError(`${file} is too short. Delete it to have a new one made.`);
    return kept;
  }
  const secret = newSecret();
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return secret;
}

function newSecret(): string {
  return randomBytes(48).toString('base64url');
}
