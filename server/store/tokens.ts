/**
 * Secrets that are shown once and stored as a hash: device tokens and live tickets. A token names its workspace, so
 * that the lookup stays within that workspace's keys: `sld_<workspace>_<43 random characters>`.
 */
import { createHash, randomBytes } from 'node:crypto';

export type TokenPrefix = 'sld' | 'slt';

/** 256 random bits: too many to guess, and to find by trying SHA-256 on candidates. */
const RANDOM_BYTES = 32;

export function createToken(prefix: TokenPrefix, workspaceId: string): string {
  return `${prefix}_${workspaceId}_${randomBytes(RANDOM_BYTES).toString('base64url')}`;
}

/** The workspace that a token names, and its hash; undefined for anything that is not a token. */
export function readToken(
  prefix: TokenPrefix,
  token: string,
): { workspaceId: string; hash: string } | undefined {
  const match = /^(sl[dt])_([A-Za-z0-9]{1,64})_[A-Za-z0-9_-]{43}$/.exec(token);
  const workspaceId = match?.[2];
  if (match?.[1] !== prefix || workspaceId === undefined) return undefined;
  return { workspaceId, hash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
