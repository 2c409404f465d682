/** A person's browser, as far as server-rendered pages need one: cookies, redirects, forms. No script. */

export interface Page {
  status: number;
  headers: Headers;
  text: string;
  /** Where the browser ended up, below the server's address. */
  path: string;
  /** What the page's notices say. */
  notice: string;
  /** The fields of the form that goes to `action`, as they stand on the page. */
  fields(action: string): Record<string, string>;
  /** Fills that form in and sends it. */
  submit(action: string, values?: Values): Promise<Page>;
}

type Values = Record<string, string | readonly string[]>;

export interface Browser {
  get(path: string): Promise<Page>;
  /** A form from any page; without an `origin` it is one of the server's own. */
  post(path: string, values: Values, headers?: Record<string, string>): Promise<Page>;
  cookies(): string;
}

/** `cookie` is what a signed-in browser sends, to begin with. */
export function browse(url: string, cookie = ''): Browser {
  const jar = new Map<string, string>();
  for (const pair of cookie.split('; ').filter(Boolean)) keep(pair);

  function keep(pair: string): void {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }

  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function send(path: string, init: RequestInit = {}, hops = 0): Promise<Page> {
    const response = await fetch(url + path, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: cookies(), ...init.headers },
    });
    for (const set of response.headers.getSetCookie()) keep(set.split(';')[0] ?? '');
    const location = response.headers.get('location');
    if (location === null) return pageOf(response, await response.text(), path);
    const target = new URL(location, url + path);
    if (target.origin !== url || hops > 5) throw new Error(`Sent to ${target.href}`);
    return send(target.pathname + target.search, {}, hops + 1);
  }

  const post: Browser['post'] = (path, values, headers = { origin: url }) => {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) {
      for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
    }
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    return send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...sent },
      body: form.toString(),
    });
  };

  function pageOf(response: Response, text: string, path: string): Page {
    const { status, headers } = response;
    const fields = (action: string) => fieldsOf(text, action);
    return {
      status,
      headers,
      text,
      path,
      notice: [...text.matchAll(/<p class="note[^>]*>([^<]*)/g)]
        .map(match => decode(match[1] ?? ''))
        .join(' '),
      fields,
      submit: (action, values = {}) => post(action, { ...fields(action), ...values }),
    };
  }
  return { get: path => send(path), post, cookies };
}

function fieldsOf(html: string, action: string): Record<string, string> {
  const form = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
    match => match[1] === action,
  );
  if (!form) throw new Error(`The page has no form for ${action}.`);
  const fields: Record<string, string> = {};
  for (const [tag] of (form[2] ?? '').matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? '';
    const unticked = /type="(checkbox|radio)"/.test(tag) && !/\schecked[\s>]/.test(tag);
    if (name !== undefined && !unticked) fields[name] = decode(value);
  }
  return fields;
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
