/** All site definitions that ship. A new site needs its file, a fixture, addresses and a row in docs/sites.md; a test checks these. */
import type { SiteDefinition } from '../definition/definition.ts';
import { attio } from './attio.ts';
import { close } from './close.ts';
import { coda } from './coda.ts';
import { confluence } from './confluence.ts';
import { copper } from './copper.ts';
import { dokuwiki } from './dokuwiki.ts';
import { dolibarr } from './dolibarr.ts';
import { dropboxPaper } from './dropbox-paper.ts';
import { dynamics } from './dynamics.ts';
import { espocrm } from './espocrm.ts';
import { freshsales } from './freshsales.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { gong } from './gong.ts';
import { googleDocs } from './google-docs.ts';
import { googleDrive } from './google-drive.ts';
import { googleSlides } from './google-slides.ts';
import { hubspot } from './hubspot.ts';
import { instagram } from './instagram.ts';
import { linkedin } from './linkedin.ts';
import { loom } from './loom.ts';
import { mediawiki } from './mediawiki.ts';
import { monday } from './monday.ts';
import { notion } from './notion.ts';
import { odoo } from './odoo.ts';
import { officeOnline } from './office-online.ts';
import { pipedrive } from './pipedrive.ts';
import { salesforce } from './salesforce.ts';
import { sidelineDemo } from './sideline-demo.ts';
import { suitecrm } from './suitecrm.ts';
import { tiddlywiki } from './tiddlywiki.ts';
import { tiktok } from './tiktok.ts';
import { tryton } from './tryton.ts';
import { twenty } from './twenty.ts';
import { twitch } from './twitch.ts';
import { vimeo } from './vimeo.ts';
import { wistia } from './wistia.ts';
import { wordpress } from './wordpress.ts';
import { youtube } from './youtube.ts';
import { zendeskSell } from './zendesk-sell.ts';
import { zohoCrm } from './zoho-crm.ts';
import { zoom } from './zoom.ts';

export const builtInSites: readonly SiteDefinition[] = [
  attio,
  close,
  coda,
  confluence,
  copper,
  dokuwiki,
  dolibarr,
  dropboxPaper,
  dynamics,
  espocrm,
  freshsales,
  github,
  gitlab,
  gong,
  googleDocs,
  googleDrive,
  googleSlides,
  hubspot,
  instagram,
  linkedin,
  loom,
  mediawiki,
  monday,
  notion,
  odoo,
  officeOnline,
  pipedrive,
  salesforce,
  sidelineDemo,
  suitecrm,
  tiddlywiki,
  tiktok,
  tryton,
  twenty,
  twitch,
  vimeo,
  wistia,
  wordpress,
  youtube,
  zendeskSell,
  zohoCrm,
  zoom,
];
