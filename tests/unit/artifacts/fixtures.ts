/** What each site's fixture shows. The pages are small, written by hand after the shape that definitions rely on. */
import type { Artifact } from '#lib/records/artifact.ts';

type Expected = Partial<Artifact> & Pick<Artifact, 'title'>;

const deal = { title: 'Route planning rollout', owner: 'Jonas Petersen' };
const guid = 'd2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21';
const hex = guid.replaceAll('-', '');
const fileId = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd';
const clip = { kind: 'video', title: 'How we open a call' } as const;

export const fixtures: Record<string, { url: string; expected: Expected }> = {
  tryton: {
    url: 'http://127.0.0.1:43550/#sales/model/sale.opportunity/1',
    expected: { ...deal, kind: 'crm', title: 'Route planning rollout, three depots', stage: 'Lead' },
  },
  dokuwiki: {
    url: 'http://wiki.test/dokuwiki/doku.php?id=sales:call_guide',
    expected: { kind: 'doc', title: 'Call guide' },
  },
  tiddlywiki: { url: 'http://wiki.test/#Call%20guide', expected: { kind: 'doc', title: 'Call guide' } },
  'sideline-demo': {
    url: 'http://127.0.0.1:4747/crm/opportunities/hollenkamp-route-planning',
    expected: { ...deal, kind: 'crm', title: 'Route planning rollout, three depots', stage: 'Proposal' },
  },
  youtube: {
    url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=12s',
    expected: { ...clip, owner: 'Northwind Sales', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' },
  },
  salesforce: {
    url: 'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view',
    expected: { ...deal, type: 'opportunity', stage: 'Proposal/Price Quote' },
  },
  hubspot: {
    url: 'https://app.hubspot.com/contacts/1234567/record/0-3/98765',
    expected: { ...deal, type: 'deal', stage: 'Contract sent' },
  },
  pipedrive: { url: 'https://acme.pipedrive.com/deal/42', expected: { ...deal, type: 'deal' } },
  'zoho-crm': {
    url: 'https://crm.zoho.eu/crm/org20061234567/tab/Potentials/123456000000789012',
    expected: { ...deal, type: 'deal', stage: 'Proposal/Price Quote' },
  },
  dynamics: {
    url: `https://acme.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=opportunity&id=${guid}`,
    expected: { ...deal, type: 'opportunity', stage: 'In progress' },
  },
  close: {
    url: 'https://app.close.com/lead/lead_bKf0bJ2LRXh1aCYgSNzDVQ/',
    expected: { title: 'Hollenkamp Logistik' },
  },
  attio: {
    url: `https://app.attio.com/acme/deals/${guid}/overview`,
    expected: { title: deal.title, type: 'deal' },
  },
  freshsales: {
    url: 'https://acme.myfreshworks.com/crm/sales/deals/70001234',
    expected: { title: deal.title },
  },
  copper: { url: 'https://app.copper.com/companies/123456/app#/deal/777', expected: { title: deal.title } },
  'zendesk-sell': {
    url: 'https://app.futuresimple.com/leads/12',
    expected: { title: 'Hollenkamp Logistik' },
  },
  monday: { url: 'https://acme.monday.com/boards/111/pulses/5551', expected: { title: deal.title } },
  odoo: {
    url: 'https://erp.test/odoo/crm/17',
    expected: { ...deal, type: 'opportunity', stage: 'Proposition' },
  },
  espocrm: {
    url: 'http://crm.test/#Opportunity/view/68a1f0c2d3e4f5a6b',
    expected: { ...deal, type: 'opportunity', stage: 'Proposal' },
  },
  suitecrm: {
    url: `http://crm.test/index.php?module=Opportunities&action=DetailView&record=${guid}`,
    expected: { ...deal, type: 'opportunity', stage: 'Proposal/Price Quote' },
  },
  twenty: { url: `https://crm.test/object/opportunity/${guid}`, expected: { title: deal.title } },
  dolibarr: {
    url: 'http://erp.test/dolibarr/comm/propal/card.php?id=7',
    expected: { title: 'PR2611-0007', stage: 'Validated' },
  },
  'google-docs': {
    url: `https://docs.google.com/document/d/${fileId}/edit`,
    expected: { kind: 'doc', title: 'Driver onboarding' },
  },
  'google-slides': {
    url: `https://docs.google.com/presentation/d/${fileId}/edit#slide=id.p`,
    expected: { kind: 'doc', title: 'Quarterly review' },
  },
  notion: {
    url: `https://www.notion.so/acme/Call-guide-${hex}`,
    expected: { kind: 'doc', title: 'Call guide' },
  },
  confluence: {
    url: 'https://acme.atlassian.net/wiki/spaces/SALES/pages/98765/Call+guide',
    expected: { kind: 'doc', title: 'Call guide', owner: 'Leila Haddad' },
  },
  'office-online': {
    url: `https://acme.sharepoint.com/sites/sales/_layouts/15/Doc.aspx?sourcedoc=%7B${guid}%7D&file=Proposal.docx`,
    expected: { kind: 'doc', title: 'Proposal' },
  },
  coda: {
    url: 'https://coda.io/d/Sales-handbook_dAbCdEfGhIj',
    expected: { kind: 'doc', title: 'Sales handbook' },
  },
  'dropbox-paper': {
    url: 'https://paper.dropbox.com/doc/Call-guide--BZ1gN3~Ag-DkpVfb2Ag5z1JFXH4mSBv',
    expected: { kind: 'doc', title: 'Call guide' },
  },
  github: {
    url: 'https://github.com/acme/sales/pull/12',
    expected: { kind: 'doc', title: 'Shorter first demo', owner: 'amira-h', stage: 'Open' },
  },
  gitlab: {
    url: 'https://gitlab.test/acme/sales/-/merge_requests/4',
    expected: { kind: 'doc', title: 'Shorter first demo', owner: 'Leila Haddad', stage: 'Open' },
  },
  mediawiki: {
    url: 'https://wiki.test/wiki/Sales_pitch',
    expected: { kind: 'doc', title: 'Sales pitch', key: 'https://wiki.test/w|page|Sales pitch' },
  },
  wordpress: {
    url: 'https://blog.test/2026/11/how-we-sell/',
    expected: { kind: 'doc', title: 'How we sell', owner: 'Leila Haddad' },
  },
  vimeo: { url: 'https://vimeo.com/76979871', expected: clip },
  loom: { url: `https://www.loom.com/share/${hex}`, expected: clip },
  tiktok: {
    url: 'https://www.tiktok.com/@acme.sales/video/7234567890123456789',
    expected: { ...clip, owner: 'acme.sales' },
  },
  instagram: {
    url: 'https://www.instagram.com/reel/CxYz_1-AbCd/',
    expected: { ...clip, owner: 'acme.sales' },
  },
  linkedin: {
    url: 'https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/',
    expected: { ...clip, owner: 'Jonas Petersen' },
  },
  wistia: { url: 'https://fast.wistia.net/embed/iframe/abcde12345', expected: clip },
  twitch: { url: 'https://www.twitch.tv/videos/1234567890', expected: { ...clip, owner: 'acme' } },
  'google-drive': {
    url: `https://drive.google.com/file/d/${fileId}/view`,
    expected: { kind: 'video', title: 'first-call.mp4' },
  },
  gong: {
    url: 'https://us-1234.app.gong.io/call?id=9007199254740993123',
    expected: { kind: 'video', title: 'Discovery call, Lindhorst' },
  },
  zoom: {
    url: 'https://acme.zoom.us/rec/play/AbCdEfGhIjKlMnOpQrStUvWx.yz_12-3',
    expected: { kind: 'video', title: 'Discovery call, Lindhorst' },
  },
};
