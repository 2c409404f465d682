/**
 * What an administrator set for everybody through the browser's policies (`storage.managed`; docs/administrators.md).
 * A setting in the wrong form is ignored and named; we never guess.
 */
import { browser } from 'wxt/browser';
import { z } from '#lib/records/zod.ts';

export interface Policy {
  /** The only server people may sign in to. */
  server?: string;
  /** Sites the administrator wants Sideline on: offered together, and exempt from `blockedSites`. */
  sites: string[];
  /** Sites on which Sideline does nothing; `*` means every site except those in `sites`. */
  blockedSites: string[];
  /** May people teach Sideline new sites? */
  teaching: boolean;
  /** Names of settings that we could not read. */
  unread: string[];
}

/** A host, `*.example.com` for a host and its subdomains, or a match pattern such as `https://crm.example.com/*`. */
const SITE = /^(?:(\*|https?):\/\/)?(\*|(?:\*\.)?[a-z0-9.-]+)(?::\d+)?(?:\/\*?)?$/i;
const site = z.string().max(300).regex(SITE);
const wantedSite = site.refine(text => text !== '*', 'every site');

const settings = {
  server: z.url({ protocol: /^https?$/ }).max(300),
  sites: z.array(wantedSite).max(500),
  blockedSites: z.array(site).max(500),
  teaching: z.boolean(),
};

/** The policy in `stored`, whatever its shape. Pure. */
export function readPolicy(stored: Record<string, unknown>): Policy {
  const unread: string[] = [];
  function read<K extends keyof typeof settings>(name: K): z.infer<(typeof settings)[K]> | undefined {
    if (stored[name] === undefined) return undefined;
    const parsed = settings[name].safeParse(stored[name]);
    if (parsed.success) return parsed.data as z.infer<(typeof settings)[K]>;
    unread.push(name);
    return undefined;
  }
  const server = read('server');
  return {
    ...(server === undefined ? {} : { server }),
    sites: read('sites') ?? [],
    blockedSites: read('blockedSites') ?? [],
    teaching: read('teaching') ?? true,
    unread,
  };
}

/** Where the last policy is stored, because the browser needs up to three seconds after its start to report one. */
const KEPT = 'policy';
/** Nobody who clicked should wait longer than this, in ms. Later in the session the browser answers within 1 ms. */
const PATIENCE_MS = 60;

function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([answer, new Promise<undefined>(done => setTimeout(done, ms))]);
}

async function managed(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects when no administrator has set anything.
    return {};
  }
}

/** The browser's policy or, just after the browser's start, the last one we saved. */
export async function loadPolicy(): Promise<Policy> {
  const told = await within(PATIENCE_MS, managed());
  return readPolicy(told ?? (await kept()));
}

async function kept(): Promise<Record<string, unknown>> {
  return ((await browser.storage.local.get(KEPT))[KEPT] as Record<string, unknown> | undefined) ?? {};
}

/**
 * Saves the policy for the next start and reports changes to `onPolicyChange`. The background calls it at every start.
 */
export async function savePolicy(): Promise<void> {
  const told = await managed();
  if (JSON.stringify(told) !== JSON.stringify(await kept()))
    await browser.storage.local.set({ [KEPT]: told });
}

/** Calls back when the administrator changed something, and when the policy is first known after a start. */
export function onPolicyChange(callback: () => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || (area === 'local' && KEPT in changes)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Does this host or match pattern cover this address? */
export function fitsSite(entry: string, address: string): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  const [, scheme = '*', host = ''] = SITE.exec(entry.toLowerCase()) ?? [];
  if (scheme !== '*' && `${scheme}:` !== url.protocol) return false;
  if (host === '*') return true;
  const base = host.replace(/^\*\./, '');
  return url.hostname === base || (host.startsWith('*.') && url.hostname.endsWith(`.${base}`));
}

/** Did the administrator switch Sideline off at this address? */
export function isBlocked({ sites, blockedSites }: Policy, address: string): boolean {
  const fits = (entry: string) => fitsSite(entry, address);
  return blockedSites.some(fits) && !sites.some(fits);
}

/** The match pattern for asking the browser's permission. Without a scheme it covers https only. */
export function toMatchPattern(entry: string): string {
  const [, scheme = 'https', host = ''] = SITE.exec(entry.toLowerCase()) ?? [];
  return `${scheme}://${host}/*`;
}
