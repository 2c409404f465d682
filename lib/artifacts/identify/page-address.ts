/** The address of a page, without the parts that do not say which page it is. */

/** Parameters that say where a visitor came from, not what the page is. */
const TRACKING =
  /^(utm_\w+|(g|d|y|fb|tw|tt|ms)clid|msclkid|wbraid|gbraid|mc_[ce]id|_g[al]|_hs\w+|hsa_\w+|hsctatracking|igsh(id)?|ref_(src|url)|li_fat_id|mkt_tok|oly_\w+_id|vero_\w+|phpsessid|_openstat|srsltid|wt\.mc_id)$/i;

/** A fragment that is a route (`#/deals/7`, `#demo/model/x/7`, `#id=7&model=y`), rather than a part of the page. */
function isRoute(hash: string, document: Document | undefined): boolean {
  if (!/^#(!|[^#]*[/=])/.test(hash) || /^#(:~:|t=|access_token=)/.test(hash)) return false;
  return !document?.getElementById(hash.slice(1));
}

/**
 * The address as it names the page: no tracking parameters, no session, parameters in one order, no trailing slash,
 * no fragment unless the page is routed by it.
 */
export function plainAddress(address: URL, document?: Document): string {
  const query = [...address.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(pair => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&');
  const path = address.pathname
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(/\/index\.html?$/i, '/')
    .replace(/\/+$/, '');
  const hash = isRoute(address.hash, document) ? address.hash.replace(/\/+$/, '') : '';
  return address.origin + (path || '/') + (query && `?${query}`) + hash;
}
