/** Checks and normalises the server address that a person types. */

export type ServerAddress =
  | { ok: true; server: string }
  | { ok: false; reason: 'not-an-address' | 'http-not-allowed' };

/**
 * `team.example/sideline/` becomes `https://team.example/sideline`. Plain http is allowed only for this very
 * machine, because elsewhere everybody on the network could read the notes.
 */
export function normaliseServer(typed: string): ServerAddress {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const url =
    text === '' || /\s/.test(text) ? null : URL.parse(hasScheme ? text : `${guessScheme(text)}://${text}`);
  if (!url || url.username || url.password || !isHostName(url.hostname))
    return { ok: false, reason: 'not-an-address' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { ok: false, reason: 'http-not-allowed' };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { ok: false, reason: 'not-an-address' };
  return { ok: true, server: url.origin + url.pathname.replace(/\/+$/, '') };
}

/** The first part of the path of each page of a server, in the order of `server/pages`. */
const PAGES = ['join', 'team', 'start', 'sign-in', 'device', 'account', 'data', 'data-sheet', 'password'];

/**
 * The addresses to try for what a person pasted: an invitation or another page of the server stands for the server, so
 * that is tried first; then what they typed, because a server may live under such a path.
 */
export function serverCandidates(typed: string): string[] {
  const text = typed.trim();
  const found = new RegExp(`^(.*?[^/])/(?:${PAGES.join('|')})(?:[/?#].*)?$`, 'i').exec(text);
  const bare = text.replace(/[?#].*$/, '');
  return found?.[1] === undefined ? [bare] : [found[1], bare];
}

/** The code of an invitation link; undefined for anything else. */
export function invitationIn(typed: string): string | undefined {
  return /\/join\/([\w.~-]+)\/?(?:[?#].*)?$/i.exec(typed.trim())?.[1];
}

/** True for an address that we may open in the browser: https, or http on this very machine. */
export function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

function guessScheme(text: string): 'http' | 'https' {
  return isLoopback(URL.parse(`https://${text}`)?.hostname ?? '') ? 'http' : 'https';
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
  );
}

function isHostName(host: string): boolean {
  return (
    host !== '' && (host.includes('.') || host.includes(':') || isLoopback(host) || /^[a-z0-9-]+$/.test(host))
  );
}
