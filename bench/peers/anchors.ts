/** The ways of others to find words again. They are installed beside this file, and nowhere else. */
export { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
export { default as approxSearch } from 'approx-string-match';
export * as textPosition from 'dom-anchor-text-position';
export * as textQuote from 'dom-anchor-text-quote';
