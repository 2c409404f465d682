import type { HtmlEscapedString } from 'hono/utils/html';

/** What hono's `html` gives: markup in which every text is escaped already. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
