/** All built-in site definitions. A new site is its file, a fixture, and a row in docs/sites.md; a test checks the three. */
import type { SiteDefinition } from '../definition.ts';
import { dokuwiki } from './dokuwiki.ts';
import { sidelineDemo } from './sideline-demo.ts';
import { tiddlywiki } from './tiddlywiki.ts';
import { tryton } from './tryton.ts';
import { youtube } from './youtube.ts';

export const builtInSites: readonly SiteDefinition[] = [dokuwiki, sidelineDemo, tiddlywiki, tryton, youtube];
