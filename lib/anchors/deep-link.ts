/**
 * The address that leads to a note's place. It is the work's own address with a *fragment directive* (after `:~:`), which
 * browsers remove before the page sees its address. So routers that use the fragment (`#/deals/7`) are left alone, no
 * server is told, and no host can stumble over it.
 *
 * `text=` is the browser's own directive (https://wicg.github.io/scroll-to-text-fragment/), which shows the words even
 * without Sideline. `sideline=` names the note for people who have it; browsers ignore directives that they do not know.
 */
import type { Anchor, TextAnchor } from '#lib/records/anchor.ts';
import { mediaFragment } from './media/moment.ts';

const DIRECTIVE = ':~:';
const OURS = 'sideline=';
/** A longer quote is named by so many words at each end. More words would only make the link break sooner. */
const EDGE_WORDS = 5;
/** How many words of prefix and suffix are added if the quote alone is not unique. */
const CONTEXT_WORDS = 4;
const NOTE_ID = /^[\w-]{1,128}$/;

export interface LinkTarget {
  /** The work's address; an http(s) URL. */
  url: string;
  anchor: Anchor;
  noteId: string;
  /** The address parameter by which the site opens a clip at a second. */
  timeParameter?: string | undefined;
}

/** The link to a note's place; undefined if the work has no web address. */
export function deepLink({ url, anchor, noteId, timeParameter }: LinkTarget): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || !NOTE_ID.test(noteId)) return undefined;
  const moment = anchor.kind === 'region' ? anchor.moment : anchor.kind === 'moment' ? anchor : undefined;
  if (moment && timeParameter) address.search = atTime(address.search, timeParameter, moment.start);
  let fragment = address.hash.split(DIRECTIVE)[0]?.slice(1) ?? '';
  // We never replace a fragment, because it names the record or a part of the page.
  if (moment && !timeParameter && !fragment) fragment = mediaFragment(moment);
  address.hash = '';
  const text = anchor.kind === 'words' ? textDirective(anchor) : undefined;
  const directives = [...(text ? [`text=${text}`] : []), OURS + noteId];
  return `${address.href.replace(/#$/, '')}#${fragment}${DIRECTIVE}${directives.join('&')}`;
}

/** The id in an address that leads to a note, which may not exist; undefined for every other address. */
export function noteInLink(url: string): string | undefined {
  const at = url.indexOf(DIRECTIVE, url.indexOf('#'));
  if (!url.includes('#') || at < 0) return undefined;
  const directives = url.slice(at + DIRECTIVE.length).split('&');
  const id = directives.find(each => each.startsWith(OURS))?.slice(OURS.length);
  return id !== undefined && NOTE_ID.test(id) ? id : undefined;
}

/** `[prefix-,]start[,end][,-suffix]`; undefined if the quote is not whole words, since the browser looks for these only. */
export function textDirective({ quote, seen }: TextAnchor): string | undefined {
  const words = quote.exact.split(/\s+/).filter(Boolean);
  const ending = quote.tail === undefined ? words : quote.tail.split(/\s+/).filter(Boolean);
  if (seen && !seen.wholeWords) return undefined;
  if (words.length === 0) return undefined;
  const isLong = quote.tail !== undefined || words.length > 2 * EDGE_WORDS;
  const parts = isLong
    ? [words.slice(0, EDGE_WORDS), ending.slice(-EDGE_WORDS)].map(edge => encode(edge.join(' ')))
    : [encode(words.join(' '))];
  if (seen?.count === 1) return parts.join(',');
  // The first word of a prefix and the last word of a suffix may be cut off, so we leave them out.
  const before = wordsOf(quote.prefix).slice(1).slice(-CONTEXT_WORDS);
  const after = wordsOf(quote.suffix).slice(0, -1).slice(0, CONTEXT_WORDS);
  if (before.length > 0) parts.unshift(`${encode(before.join(' '))}-`);
  if (after.length > 0) parts.push(`-${encode(after.join(' '))}`);
  return parts.join(',');
}

/** Adds the time to a query. The rest stays as it was written, because not every host reads `+` and `%20` alike. */
function atTime(query: string, parameter: string, seconds: number): string {
  const others = query.slice(1).split('&');
  const kept = others.filter(each => each !== '' && each.split('=')[0] !== parameter);
  return [...kept, `${parameter}=${Math.floor(seconds)}`].join('&');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** Commas, ampersands and hyphens have a meaning in a text directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D');
}
