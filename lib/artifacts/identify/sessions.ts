/**
 * Recognises what an address carries for one visit only: session ids, tokens and signatures. If they were part of a key,
 * each visit would be a work of its own. A name alone proves nothing (`sid` may be a student), nor does a long value: it
 * may name the work. So a value goes only where its name AND its shape say so, and a token only where something else in
 * the address names the work. Part of the page script, and therefore terse.
 */

const SESSION = /sess(ion)?[_.-]?(id|key|hash)|^(s[_-]?id|\w*csid|sess|cfid)$/i;
/** Some links to shared works hold nothing but such a token. */
export const TOKEN =
  /token|csrf|nonce|hmac|signature|^(session|auth|jwt|ticket|sig|sso|policy|x-(amz|goog)-.*)$/i;
/** What goes with a signature. */
const SIGNED = /^(expires|exp|.*keyid|key-pair-id|s[evprt]|spr|x-.*-.*)$/i;
/** Says how a page is shown, not which. */
const MANNER = /^(page|lang|tab|view|mode|embed|t)$/i;
/** Pages that show whatever a parameter says, so that their own name names no work. */
const OPENER =
  /^(view(er)?|show|open|read|watch|play(er)?|embed|preview|shared?|public|link|file|download|doc(ument)?|pdf|replay|recording|session|meeting|call|clip|video|media|invite|sign|proposal|quote|invoice|.)s?(\.(php|aspx?|jsp|html?|do))?$/i;

/** Whether only a machine writes such a text: long and mixed, unlike a number, a date, a name or a slug. */
export function isRandom(text: string): boolean {
  const turns = text.match(/\d(?=[A-Za-z])|[A-Za-z](?=\d)|[a-z](?=[A-Z])/g) ?? [];
  return (
    /^([0-9a-f]{24,}|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})$|[a-z]{24}/i.test(text) ||
    (turns.length > 3 && !/\s/.test(text))
  );
}

/** A JSON Web Token, or longer than ids are and as mixed as text can be. */
const isToken = (text: string) => /^(eyJ.+\..+\..*|(?=.*[g-z])(?=.*[G-Z])(?=.*\d)[\w.~=-]{64,})$/.test(text);

/** Whether `name=value` belongs to one visit, by its name and its shape. */
export const isOfVisit = (name: string, value: string, names = SESSION) =>
  // The tokens of a collection are numbered.
  names.test(name) && isRandom(value) && (names === SESSION || !/^\d+$/.test(value));

function isSessionPair(pair: string): boolean {
  const [, name = '', value = ''] = /^([\w.-]+)[=:](.*)/.exec(pair) ?? [];
  return /^(j|php)sess/i.test(name) || isOfVisit(name, value);
}

/** The path without session ids and signatures. */
export function pathWithoutSessions(path: string): string {
  const parts = path
    .replace(/;([^;/]*)/g, (all, pair: string) => (isSessionPair(pair) ? '' : all))
    .split('/');
  const isTime = (part: string) => /^(1[5-9]|2\d)\d{8}$/.test(part);
  const kept = parts.filter((part, i) => {
    const before = parts[i - 1] ?? '';
    const random = isRandom(part);
    if (/^\(.*\)\)$/.test(part) || isSessionPair(part) || (random && SESSION.test(before))) return false;
    // What nothing follows that could name the work names it itself.
    if (!parts.slice(i + 1).some(later => /[\d.-]/.test(later))) return true;
    const beside = [before, parts[i + 1] ?? ''];
    return !(
      isToken(part) ||
      /hmac=|token_*=|^hdn/i.test(part) ||
      (isTime(part) && beside.some(isRandom)) ||
      (random && (beside.some(isTime) || /^(session|token|signed|secure|auth)$/i.test(before)))
    );
  });
  return kept.join('/') || '/';
}

/**
 * The parameters without those of one visit. `path` is the page's path without sessions; `names` says that something
 * else, such as a route in the fragment, names the work.
 */
export function withoutSessions(pairs: [string, string][], path: string, names = false): [string, string][] {
  const last = /[^/]*(?=\/*$)/.exec(path)?.[0] ?? '';
  const isHome = /^(index.*)?$/.test(last);
  const named =
    names ||
    !(isHome || OPENER.test(last)) ||
    /\d|-/.test(path.replace(/\/v\d+\//, '')) ||
    pairs.some(([name, value]) => value && ![SESSION, TOKEN, MANNER, SIGNED].some(each => each.test(name)));
  const signed = pairs.some(([name, value]) => /^sig$|hmac|signature/i.test(name) && isRandom(value));
  return pairs.filter(
    ([name, value]) =>
      !(
        ((named || isHome) && isOfVisit(name, value)) ||
        (named &&
          (isOfVisit(name, value, TOKEN) || (signed && SIGNED.test(name)) || /^eyJ.+\..+\./.test(value)))
      ),
  );
}
