/**
 * Secrets that are handed out once and kept as a hash: device tokens and live tickets. A token names its workspace, so
 * that looking it up stays within the keys of that workspace: `sld_<workspace>_<43 random characters>`.
 */
import { createHash, randomBytes } from 'node:crypto';

export type TokenPrefix = 'sld' | 'slt';

/** 256 random bits: cannot be guessed, and a plain SHA-256 of it cannot be searched. */
const RANDOM_BYTES = 32;

export function createToken(prefix: TokenPrefix, workspaceId: string): string {
  return `${prefix}_${workspaceId}_${randomBytes(RANDOM_BYTES).toString('base64url')}`;
}

/** The workspace that a token says it is for and its hash; undefined for anything else. */
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
