/**
 * Deals with proxies between a browser and this process. We trust their headers only from addresses that are
 * configured, because anybody can send `X-Forwarded-For`. Callers from other machines must have used TLS as far as that
 * proxy.
 */
import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/**
 * A proxy on this machine need not be named. Any other must be: in a private network there are others besides it, who
 * could give themselves any address.
 */
export const DEFAULT_PROXIES: readonly string[] = ['127.0.0.0/8', '::1'];

export interface ProxyConfig {
  /** A TLS proxy stands in front: believe what it says in X-Forwarded-For. */
  behindProxy: boolean;
  /** Network addresses and ranges of that proxy, e.g. `10.0.0.2`, `172.18.0.0/16`. */
  trustedProxies: readonly string[];
}

/** The network address of the client: behind trusted proxies, the nearest address that is not one of them. */
export function clientAddress(c: Context<AppEnv>, { behindProxy, trustedProxies }: ProxyConfig): string {
  const peer = peerOf(c);
  if (!behindProxy) return peer;
  const proxies = listOf(trustedProxies);
  if (!isIn(proxies, peer)) return peer;
  const hops = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map(hop => plain(hop.trim()))
    .reverse();
  let client = peer;
  for (const hop of hops) {
    if (isIP(hop) === 0) break;
    client = hop;
    if (!isIn(proxies, hop)) break;
  }
  return client;
}

/** Paths that say nothing about anybody. Probes call them over plain http. */
const OPEN_TO_PROBES = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Refuses plain http from other machines. `checkReach` makes sure that there is a TLS proxy; this makes sure that
 * nobody bypasses it by mistake. The proxy has to send `X-Forwarded-Proto: https`, unless it runs on this machine.
 */
export function requireTls(publicUrl: string) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const peer = peerOf(c);
    const proto = c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim();
    const fine = isIn(LOOPBACK, peer) || peer === NO_NETWORK || proto === 'https';
    if (fine || OPEN_TO_PROBES.has(c.req.path)) return next();
    return problem(c, {
      status: 403,
      title: 'Not over plain http',
      detail: `Use ${publicUrl}. If this came through its proxy, let it set X-Forwarded-Proto.`,
    });
  });
}

const NO_NETWORK = 'unknown';

/** The address of the other end of the connection; IPv4 without the IPv6 prefix. */
function peerOf(c: Context<AppEnv>): string {
  return plain(c.env?.incoming?.socket?.remoteAddress ?? NO_NETWORK);
}

/** `::ffff:10.0.0.2` → `10.0.0.2`; `[::1]` → `::1`. */
function plain(address: string): string {
  return address.replace(/^\[(.*)\]$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '');
}

const lists = new WeakMap<readonly string[], BlockList>();

function listOf(networks: readonly string[]): BlockList {
  const known = lists.get(networks);
  if (known) return known;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  lists.set(networks, list);
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

const LOOPBACK = listOf(['127.0.0.0/8', '::1']);
