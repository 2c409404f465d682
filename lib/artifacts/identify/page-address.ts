/** The address of a page, without the parts that do not say which page it is. Part of the page script. */
import { isOfVisit, pathWithoutSessions, TOKEN, withoutSessions } from './sessions.ts';

/** Parameters that say where a visitor came from, not what the page is. */
const TRACKING =
  /^(_|_dc|utm_\w+|(g|d|y|fb|tw|tt|ms)clid|msclkid|wbraid|gbraid|mc_[ce]id|_g[al]|_hs\w+|hsa_\w+|hsctatracking|igsh(id)?|ref_(src|url)|li_fat_id|mkt_tok|oly_\w+_id|vero_\w+|(php|j|asp)sess(ion)?id\w*|_openstat|srsltid|wt\.mc_id)$/i;

/** A fragment that marks a place in the page: a text, a second, a page or the zoom of a PDF, a slide. */
const PLACE =
  /^#(:~:|\w+_token=|((t|page|zoom|slide)=[\d.,:hms%-]*|(view|search|nameddest)=[^&/=]*)(&(t|page|zoom|slide|view|search|nameddest)=[^&/=]*)*$)/;

/** A fragment that is a route (`#/deals/7`, `#demo/model/x/7`, `#id=7&model=y`), rather than a part of the page. */
function isRoute(hash: string, document?: Document): boolean {
  if (!/^#(!|[^#]*[/=])/.test(hash) || PLACE.test(hash)) return false;
  return !document?.getElementById(hash.slice(1));
}

/** The route in a fragment without sessions, in its own order and spelling. What is left must still read as a route. */
function plainRoute(hash: string): string {
  const route = hash.replace(/(?<=[?&#])([\w-]+)=([^&]+)(&|$)/g, (pair, name: string, value: string) =>
    isOfVisit(name, value) || isOfVisit(name, value, TOKEN) ? '' : pair,
  );
  const bare = route.replace(/[?&#/]+$/, '');
  return [bare, `${bare}/`].find(each => route.startsWith(each) && isRoute(each)) ?? '';
}

/** A viewer is told the file by its address, which may have a session of its own. */
function plainValue(value: string): string {
  const inner = /^https?:\/\/\S+\?/.test(value) && URL.parse(value);
  return inner ? plainAddress(inner) : value;
}

/**
 * The address as it names the page: no tracking parameters, no session, parameters in one order, no trailing slash,
 * no fragment unless the page is routed by it. Every key of a page that no definition knows is made from this.
 */
export function plainAddress(address: URL, document?: Document): string {
  const bare = pathWithoutSessions(address.pathname);
  const hash = isRoute(address.hash, document) ? plainRoute(address.hash) : '';
  const known = [...address.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = withoutSessions(known, bare, hash.length > 1)
    .map(([name, value]) => [name, plainValue(value)].map(encodeURIComponent).join('='))
    .sort()
    .join('&');
  const path = bare.replace(/\/index\.html?$/i, '/').replace(/\/+$/, '');
  return `${address.protocol}//${address.host}${path || '/'}${query && `?${query}`}${hash}`;
}
