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
