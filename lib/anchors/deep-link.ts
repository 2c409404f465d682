/**
 * The address that leads to a note's place. It is the work's own address, and all that is added stands in the
 * *fragment directive* (behind `:~:`), which browsers take off before the page sees its address: routers that live in
 * the fragment (`#/deals/7`) are left alone, no server is told, and no host can choke on it.
 *
 * `text=` is the browser's own (https://wicg.github.io/scroll-to-text-fragment/): without Sideline it still shows the
 * words. `sideline=` names the note for those who have it; browsers ignore directives that they do not know.
 */
import type { Anchor, TextAnchor } from '#lib/records/anchor.ts';
import { mediaFragment } from './media/moment.ts';

const DIRECTIVE = ':~:';
const OURS = 'sideline=';
/** Words on either end of a quote longer than twice this; more only makes the link break sooner. */
const EDGE_WORDS = 5;
/** Words of prefix and suffix, where the quote alone is not unique. */
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

/** The link to a note's place; undefined where the work has no web address. */
export function deepLink({ url, anchor, noteId, timeParameter }: LinkTarget): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || !NOTE_ID.test(noteId)) return undefined;
  const moment = anchor.kind === 'region' ? anchor.moment : anchor.kind === 'moment' ? anchor : undefined;
  if (moment && timeParameter) address.search = atTime(address.search, timeParameter, moment.start);
  let fragment = address.hash.split(DIRECTIVE)[0]?.slice(1) ?? '';
  // A fragment that is there names the record, or a place in the page: it is never replaced.
  if (moment && !timeParameter && !fragment) fragment = mediaFragment(moment);
  address.hash = '';
  const text = anchor.kind === 'words' ? textDirective(anchor) : undefined;
  const directives = [...(text ? [`text=${text}`] : []), OURS + noteId];
  return `${address.href.replace(/#$/, '')}#${fragment}${DIRECTIVE}${directives.join('&')}`;
}

/** The note that an address leads to; undefined for every other address. Whether there is such a note is not known. */
export function noteInLink(url: string): string | undefined {
  const at = url.indexOf(DIRECTIVE, url.indexOf('#'));
  if (!url.includes('#') || at < 0) return undefined;
  const directives = url.slice(at + DIRECTIVE.length).split('&');
  const id = directives.find(each => each.startsWith(OURS))?.slice(OURS.length);
  return id !== undefined && NOTE_ID.test(id) ? id : undefined;
}

/** `[prefix-,]start[,end][,-suffix]`, or undefined where the browser, which looks for whole words, could not find it. */
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
  // The first word of a prefix and the last of a suffix may be cut.
  const before = wordsOf(quote.prefix).slice(1).slice(-CONTEXT_WORDS);
  const after = wordsOf(quote.suffix).slice(0, -1).slice(0, CONTEXT_WORDS);
  if (before.length > 0) parts.unshift(`${encode(before.join(' '))}-`);
  if (after.length > 0) parts.push(`-${encode(after.join(' '))}`);
  return parts.join(',');
}

/** The query with the time in it. The rest stays as it was written: not every host reads `+` and `%20` alike. */
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
