/** Addresses of every site: which ones are the same record, and which name none. */
export interface SiteAddresses {
  site: string;
  /** Each entry is one record with all its addresses. */
  same: { key: string; type?: string; urls: string[] }[];
  /** Addresses that name no record: lists, searches, the home page. */
  plain?: string[];
  html?: string;
}

export const addresses: SiteAddresses[] = [
  {
    site: 'tryton',
    same: [
      {
        key: 'http://127.0.0.1:43050|demo|sale.opportunity|1',
        type: 'opportunity',
        urls: [
          'http://127.0.0.1:43050/#demo/model/sale.opportunity/1',
          'http://127.0.0.1:43050/#demo/model/sale.opportunity/1;name=%22Sale%20Opportunity%22&views=%5Bnull%5D',
        ],
      },
      {
        key: 'http://127.0.0.1:43050|demo|sale.opportunity|12',
        urls: ['http://127.0.0.1:43050/#demo/model/sale.opportunity/12'],
      },
      {
        key: 'http://127.0.0.1:43050|other|sale.opportunity|1',
        urls: ['http://127.0.0.1:43050/#other/model/sale.opportunity/1'],
      },
      {
        key: 'http://127.0.0.1:43050/erp|demo|party.party|1',
        type: 'party',
        urls: ['http://127.0.0.1:43050/erp/#demo/model/party.party/1'],
      },
      {
        key: 'http://127.0.0.1:43050|demo|sale.sale|1',
        type: 'sale.sale',
        urls: ['http://127.0.0.1:43050/#demo/model/sale.sale/1'],
      },
    ],
    plain: ['http://127.0.0.1:43050/#demo/model/sale.opportunity', 'http://127.0.0.1:43050/'],
  },
  {
    site: 'dokuwiki',
    html: '<html><head><link rel="start" href="/dokuwiki/"><link rel="canonical" href="http://wiki.test/dokuwiki/doku.php?id=sales:call_guide"></head><body><p>Some readable words on a page.</p></body></html>',
    same: [
      {
        key: 'http://wiki.test/dokuwiki|page|sales:call_guide',
        urls: [
          'http://wiki.test/dokuwiki/doku.php?id=sales:call_guide',
          'http://wiki.test/dokuwiki/doku.php?id=sales:call_guide&rev=1699999999',
          'http://wiki.test/dokuwiki/doku.php?id=sales:call_guide&do=edit',
          'http://wiki.test/dokuwiki/doku.php?id=Sales:Call%20Guide#the_first_minute',
          'http://wiki.test/dokuwiki/doku.php/sales:call_guide',
          'http://wiki.test/dokuwiki/doku.php/sales/call_guide',
          'http://wiki.test/dokuwiki/sales:call_guide',
        ],
      },
      { key: 'http://wiki.test/dokuwiki|page|start', urls: ['http://wiki.test/dokuwiki/doku.php?id=start'] },
      { key: 'http://wiki.test/other|page|start', urls: ['http://wiki.test/other/doku.php?id=start'] },
    ],
    plain: ['http://wiki.test/dokuwiki/doku.php?do=search&id=start&q=price'],
  },
  // Addresses are not rewritten here: whatever stands after doku.php, the wiki shows its start page.
  {
    site: 'dokuwiki',
    html: '<html><head><link rel="start" href="/dokuwiki/"></head><body><div class="pageId"><span>start</span></div><p>Some readable words on a page.</p></body></html>',
    same: [
      {
        key: 'http://wiki.test/dokuwiki|page|start',
        urls: [
          'http://wiki.test/dokuwiki/',
          'http://wiki.test/dokuwiki/doku.php',
          'http://wiki.test/dokuwiki/doku.php?do=show',
          'http://wiki.test/dokuwiki/doku.php/sales:call_guide',
        ],
      },
    ],
  },
  // Rewritten by DokuWiki itself.
  {
    site: 'dokuwiki',
    html: '<html><head><link rel="start" href="/dokuwiki/"><link rel="canonical" href="http://wiki.test/dokuwiki/doku.php/sales:call_guide"></head><body><p>Some readable words on a page.</p></body></html>',
    same: [
      {
        key: 'http://wiki.test/dokuwiki|page|sales:call_guide',
        urls: [
          'http://wiki.test/dokuwiki/doku.php/sales:call_guide',
          'http://wiki.test/dokuwiki/doku.php/sales:call_guide?rev=1699999999',
        ],
      },
    ],
  },
  // A template that does not name its page: the address alone.
  {
    site: 'dokuwiki',
    html: '<html><head></head><body><p>Some readable words on a page.</p></body></html>',
    same: [
      {
        key: 'http://wiki.test/dokuwiki|page|sales:call_guide',
        urls: ['http://wiki.test/dokuwiki/doku.php/sales:call_guide'],
      },
    ],
  },
  {
    site: 'tiddlywiki',
    same: [
      {
        key: 'http://127.0.0.1:43510|tiddler|Discovery call',
        urls: [
          'http://127.0.0.1:43510/#Discovery%20call',
          'http://127.0.0.1:43510/#Discovery call',
          'http://127.0.0.1:43510/#Discovery%20call:%5B%5BDiscovery%20call%5D%5D%20GettingStarted',
        ],
      },
      {
        key: 'http://127.0.0.1:43510|tiddler|GettingStarted',
        urls: ['http://127.0.0.1:43510/#GettingStarted'],
      },
      {
        key: 'http://127.0.0.1:43510|wiki',
        type: 'wiki',
        urls: ['http://127.0.0.1:43510/', 'http://127.0.0.1:43510/index.html'],
      },
    ],
  },
  {
    site: 'youtube',
    same: [
      {
        key: 'https://www.youtube.com|watch|dQw4w9WgXcQ',
        type: 'watch',
        urls: [
          'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
          'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=43s&list=PL123&index=2',
          'https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&feature=youtu.be',
          'https://m.youtube.com/watch?v=dQw4w9WgXcQ',
          'https://music.youtube.com/watch?v=dQw4w9WgXcQ',
          'https://youtu.be/dQw4w9WgXcQ?si=abcdefgh&t=43',
          'https://www.youtube.com/shorts/dQw4w9WgXcQ',
          'https://www.youtube.com/live/dQw4w9WgXcQ?feature=share',
          'https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1',
          'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
          'https://studio.youtube.com/video/dQw4w9WgXcQ/edit',
          'https://studio.youtube.com/video/dQw4w9WgXcQ/analytics/tab-overview/period-default',
        ],
      },
      // Eleven letters as well, and no clip.
      {
        key: 'https://www.youtube.com|playlist|PL123',
        urls: ['https://www.youtube.com/embed/videoseries?list=PL123'],
      },
      {
        key: 'https://www.youtube.com|channel|UC456',
        urls: ['https://www.youtube.com/embed/live_stream?channel=UC456'],
      },
      {
        key: 'https://www.youtube.com|watch|dQw4w9WgXcq',
        urls: ['https://www.youtube.com/watch?v=dQw4w9WgXcq'],
      },
    ],
    plain: [
      'https://www.youtube.com/',
      'https://www.youtube.com/watch?v=short',
      'https://www.youtube.com/clip/UgkxAbCdEfGhIjKlMnOpQrStUvWxYz',
    ],
  },

  {
    site: 'sideline-demo',
    same: [
      {
        key: 'http://127.0.0.1:4747|opportunity|hollenkamp-route-planning',
        urls: [
          'http://127.0.0.1:4747/crm/opportunities/hollenkamp-route-planning',
          'http://127.0.0.1:4747/crm/opportunities/hollenkamp-route-planning/?utm_source=mail',
        ],
      },
      {
        key: 'http://127.0.0.1:4747|opportunity|hollenkamp-service-contract',
        urls: ['http://127.0.0.1:4747/crm/opportunities/hollenkamp-service-contract'],
      },
      {
        key: 'http://127.0.0.1:4747|clip|lindhorst-discovery',
        type: 'clip',
        urls: ['http://127.0.0.1:4747/calls/lindhorst-discovery#t=20'],
      },
    ],
    plain: ['http://127.0.0.1:4747/'],
  },
  {
    site: 'salesforce',
    same: [
      {
        key: 'https://acme.lightning.force.com|0065g00000AbCdEAAV',
        type: 'opportunity',
        urls: [
          'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view',
          'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdE/view',
          'https://acme.lightning.force.com/lightning/r/0065g00000AbCdEAAV/view?ws=%2Flightning%2Fr%2FAccount%2F0015g00000AbCdEAAV%2Fview',
          'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/edit',
          'https://acme.lightning.force.com/one/one.app#/sObject/0065g00000AbCdEAAV/view',
          'https://acme.lightning.force.com/one/one.app#/sObject/0065g00000AbCdE/view?t=1700000000000',
          'https://acme.my.salesforce.com/0065g00000AbCdE',
          'https://acme.lightning.force.com.mcas.ms/lightning/r/Opportunity/0065g00000AbCdEAAV/view',
        ],
      },
      // Only the case of one letter differs: another record.
      {
        key: 'https://acme.lightning.force.com|0065g00000AbCdeAAF',
        urls: ['https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCde/view'],
      },
      {
        key: 'https://acme.lightning.force.com|0015g00000AbCdEAAV',
        type: 'account',
        urls: ['https://acme.lightning.force.com/lightning/r/Account/0015g00000AbCdEAAV/view'],
      },
      {
        key: 'https://acme--uat.sandbox.lightning.force.com|0065g00000AbCdEAAV',
        urls: [
          'https://acme--uat.sandbox.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view',
          'https://acme--uat.sandbox.my.salesforce.com/0065g00000AbCdE',
        ],
      },
      {
        key: 'https://acme.lightning.force.com|a0B5g00000AbCdEEAV',
        type: 'Visit__c',
        urls: ['https://acme.lightning.force.com/lightning/r/Visit__c/a0B5g00000AbCdEEAV/view'],
      },
    ],
    plain: [
      'https://acme.lightning.force.com/lightning/o/Opportunity/list?filterName=Recent',
      'https://acme.lightning.force.com/lightning/page/home',
      'https://acme.lightning.force.com/lightning/r/Account/0015g00000AbCdEAAV/related/Opportunities/view',
    ],
  },
  {
    site: 'hubspot',
    same: [
      {
        key: 'https://app.hubspot.com|1234567|deal|9876543210',
        type: 'deal',
        urls: [
          'https://app.hubspot.com/contacts/1234567/record/0-3/9876543210',
          'https://app.hubspot.com/contacts/1234567/deal/9876543210/',
          'https://app-eu1.hubspot.com/contacts/1234567/record/0-3/9876543210/view/1?eventId=1',
          'https://app-na2.hubspot.com/contacts/1234567/deal/9876543210?interaction=note',
          'https://app.hubspot.com/contacts/1234567/record/0-3/9876543210/?utm_medium=email#activity',
        ],
      },
      {
        key: 'https://app.hubspot.com|1234567|contact|9876543210',
        urls: ['https://app.hubspot.com/contacts/1234567/record/0-1/9876543210'],
      },
      {
        key: 'https://app.hubspot.com|7654321|deal|9876543210',
        urls: ['https://app.hubspot.com/contacts/7654321/record/0-3/9876543210'],
      },
      {
        key: 'https://app.hubspot.com|1234567|2-4567|1',
        urls: ['https://app.hubspot.com/contacts/1234567/record/2-4567/1'],
      },
    ],
    plain: [
      'https://app.hubspot.com/contacts/1234567/objects/0-3/views/all/list',
      'https://app.hubspot.com/contacts/1234567/deals/board/view/all/',
    ],
  },
  {
    site: 'pipedrive',
    same: [
      {
        key: 'https://acme.pipedrive.com|deal|42',
        urls: [
          'https://acme.pipedrive.com/deal/42',
          'https://acme.pipedrive.com/deal/42/',
          'https://acme.pipedrive.com/deal/42?utm_campaign=x',
        ],
      },
      { key: 'https://acme.pipedrive.com|person|42', urls: ['https://acme.pipedrive.com/person/42'] },
      { key: 'https://other.pipedrive.com|deal|42', urls: ['https://other.pipedrive.com/deal/42'] },
    ],
    plain: ['https://acme.pipedrive.com/pipeline/1', 'https://acme.pipedrive.com/deals/list/42x'],
  },
  {
    site: 'zoho-crm',
    same: [
      {
        key: 'https://crm.zoho.eu|deal|123456000000789012',
        type: 'deal',
        urls: [
          'https://crm.zoho.eu/crm/org20061234567/tab/Potentials/123456000000789012',
          'https://crm.zoho.eu/crm/tab/Potentials/123456000000789012',
          'https://crm.zoho.eu/crm/EntityInfo.do?module=Potentials&id=123456000000789012',
        ],
      },
      {
        key: 'https://crm.zoho.eu|lead|123456000000789012',
        urls: ['https://crm.zoho.eu/crm/org20061234567/tab/Leads/123456000000789012'],
      },
      {
        key: 'https://crm.zoho.eu|CustomModule3|123456000000789013',
        urls: ['https://crm.zoho.eu/crm/org1/tab/CustomModule3/123456000000789013'],
      },
    ],
    plain: [
      'https://crm.zoho.eu/crm/org20061234567/tab/Potentials/custom-view/123456000000000001/list',
      'https://crm.zoho.eu/crm/org20061234567/tab/Home/begin',
    ],
  },
  {
    site: 'dynamics',
    same: [
      {
        key: 'https://acme.crm4.dynamics.com|opportunity|d2719f1c0a3b4e539a550c1b6a1f7e21',
        type: 'opportunity',
        urls: [
          'https://acme.crm4.dynamics.com/main.aspx?appid=00000000-1111-2222-3333-444444444444&pagetype=entityrecord&etn=opportunity&id=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
          'https://acme.crm4.dynamics.com/main.aspx?etn=opportunity&pagetype=entityrecord&id=%7BD2719F1C-0A3B-4E53-9A55-0C1B6A1F7E21%7D',
          'https://acme.crm4.dynamics.com/apps/sales/main.aspx?pagetype=entityrecord&etn=opportunity&id=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21&formid=99999999-1111-2222-3333-444444444444',
        ],
      },
      {
        key: 'https://acme.crm4.dynamics.com|account|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: [
          'https://acme.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=account&id=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        ],
      },
    ],
    plain: [
      'https://acme.crm4.dynamics.com/main.aspx?pagetype=entitylist&etn=opportunity&viewid=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
      'https://acme.crm4.dynamics.com/main.aspx?pagetype=dashboard&id=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
    ],
  },
  {
    site: 'close',
    same: [
      {
        key: 'https://app.close.com|lead|lead_bKf0bJ2LRXh1aCYgSNzDVQ',
        urls: [
          'https://app.close.com/lead/lead_bKf0bJ2LRXh1aCYgSNzDVQ/',
          'https://app.close.com/lead/lead_bKf0bJ2LRXh1aCYgSNzDVQ',
          'https://app.close.com/lead/lead_bKf0bJ2LRXh1aCYgSNzDVQ/notes',
        ],
      },
      {
        key: 'https://app.close.com|lead|lead_bKf0bJ2LRXh1aCYgSNzDVq',
        urls: ['https://app.close.com/lead/lead_bKf0bJ2LRXh1aCYgSNzDVq/'],
      },
    ],
    plain: ['https://app.close.com/leads/', 'https://app.close.com/search/'],
  },
  {
    site: 'attio',
    same: [
      {
        key: 'https://app.attio.com|acme|deal|d2719f1c0a3b4e539a550c1b6a1f7e21',
        type: 'deal',
        urls: [
          'https://app.attio.com/acme/deals/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21/overview',
          'https://app.attio.com/acme/deals/record/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21/activity',
          'https://app.attio.com/acme/deal/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21/overview',
        ],
      },
      {
        key: 'https://app.attio.com|acme|person|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: [
          'https://app.attio.com/acme/person/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21/overview',
          'https://app.attio.com/acme/people/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        ],
      },
      {
        key: 'https://app.attio.com|acme|company|e2719f1c0a3b4e539a550c1b6a1f7e22',
        urls: ['https://app.attio.com/acme/company/e2719f1c-0a3b-4e53-9a55-0c1b6a1f7e22/overview'],
      },
    ],
    plain: [
      'https://app.attio.com/acme/collection/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
      'https://app.attio.com/acme/companies/view/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
    ],
  },
  {
    site: 'freshsales',
    same: [
      {
        key: 'https://acme.myfreshworks.com|deal|70001234',
        urls: [
          'https://acme.myfreshworks.com/crm/sales/deals/70001234',
          'https://acme.myfreshworks.com/crm/sales/deals/70001234/',
        ],
      },
      {
        key: 'https://acme.myfreshworks.com|contact|70001234',
        urls: ['https://acme.myfreshworks.com/crm/sales/contacts/70001234'],
      },
    ],
    plain: [
      'https://acme.myfreshworks.com/crm/sales/deals/view/70001234',
      'https://acme.myfreshworks.com/crm/sales/deals',
    ],
  },
  {
    site: 'copper',
    same: [
      {
        key: 'https://app.copper.com|123456|opportunity|777',
        type: 'opportunity',
        urls: [
          'https://app.copper.com/companies/123456/app#/deal/777',
          'https://app.copper.com/companies/123456/app#/deal/777?tab=activity',
          'https://app.copper.com/companies/123456/app/#/opportunity/777',
        ],
      },
      {
        key: 'https://app.copper.com|123456|person|777',
        urls: [
          'https://app.copper.com/companies/123456/app#/contact/777',
          'https://app.copper.com/companies/123456/app#/people/777',
        ],
      },
    ],
    plain: ['https://app.copper.com/companies/123456/app#/browse/list/deals/default'],
  },
  {
    site: 'zendesk-sell',
    same: [
      {
        key: 'https://app.futuresimple.com|lead|12',
        urls: ['https://app.futuresimple.com/leads/12', 'https://app.futuresimple.com/leads/12/'],
      },
      {
        key: 'https://app.futuresimple.com|contact|12',
        urls: ['https://app.futuresimple.com/crm/contacts/12'],
      },
      { key: 'https://app.futuresimple.com|deal|12', urls: ['https://app.futuresimple.com/sales/deals/12'] },
    ],
    plain: ['https://app.futuresimple.com/working-leads/list'],
  },
  {
    site: 'monday',
    same: [
      {
        key: 'https://acme.monday.com|item|5551',
        urls: [
          'https://acme.monday.com/boards/111/pulses/5551',
          'https://acme.monday.com/boards/222/views/9/pulses/5551',
          'https://acme.monday.com/boards/111/pulses/5551/posts/888?reply=1',
        ],
      },
      { key: 'https://acme.monday.com|item|5552', urls: ['https://acme.monday.com/boards/111/pulses/5552'] },
    ],
    plain: ['https://acme.monday.com/boards/111', 'https://acme.monday.com/boards/111/views/9'],
  },
  {
    site: 'odoo',
    same: [
      {
        key: 'https://acme.odoo.com|opportunity|17',
        type: 'opportunity',
        urls: [
          'https://acme.odoo.com/web#id=17&model=crm.lead&view_type=form',
          'https://acme.odoo.com/web#cids=1&menu_id=130&action=190&model=crm.lead&view_type=form&id=17',
          'https://acme.odoo.com/odoo/crm/17',
          'https://acme.odoo.com/odoo/crm/17?debug=1',
          'https://acme.odoo.com/odoo/crm.lead/17',
          'https://acme.odoo.com/odoo/contacts/5/crm.lead/17',
          'https://acme.odoo.com/odoo/m-crm.lead/17/',
          'https://acme.odoo.com/web?debug=assets#id=17&model=crm.lead',
        ],
      },
      {
        key: 'https://acme.odoo.com|contact|17',
        urls: ['https://acme.odoo.com/odoo/contacts/17', 'https://acme.odoo.com/web#model=res.partner&id=17'],
      },
      {
        key: 'https://acme.odoo.com|task|5',
        urls: ['https://acme.odoo.com/odoo/project/3/tasks/5', 'https://acme.odoo.com/odoo/my-tasks/5'],
      },
    ],
    plain: [
      'https://acme.odoo.com/odoo/crm',
      'https://acme.odoo.com/web#action=190&model=crm.lead&view_type=kanban',
    ],
  },
  {
    site: 'espocrm',
    same: [
      {
        key: 'http://crm.test|opportunity|68a1f0c2d3e4f5a6b',
        type: 'opportunity',
        urls: [
          'http://crm.test/#Opportunity/view/68a1f0c2d3e4f5a6b',
          'http://crm.test/index.php#Opportunity/edit/68a1f0c2d3e4f5a6b',
          'http://crm.test/#Opportunity/view/68a1f0c2d3e4f5a6b/',
        ],
      },
      {
        key: 'http://crm.test/espo|account|68a1f0c2d3e4f5a6b',
        urls: ['http://crm.test/espo/#Account/view/68a1f0c2d3e4f5a6b'],
      },
    ],
    plain: ['http://crm.test/#Opportunity', 'http://crm.test/#Opportunity/create'],
  },
  {
    site: 'suitecrm',
    same: [
      {
        key: 'http://crm.test/suite|opportunity|d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        type: 'opportunity',
        urls: [
          'http://crm.test/suite/index.php?module=Opportunities&action=DetailView&record=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
          'http://crm.test/suite/index.php?action=DetailView&module=Opportunities&record=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21&offset=3&return_module=Home',
          'http://crm.test/suite/index.php?action=ajaxui#ajaxUILoc=index.php%3Fmodule%3DOpportunities%26action%3DDetailView%26record%3Dd2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        ],
      },
      {
        key: 'http://crm.test/suite|account|d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        urls: [
          'http://crm.test/suite/index.php?module=Accounts&action=DetailView&record=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        ],
      },
    ],
    plain: [
      'http://crm.test/suite/index.php?module=Opportunities&action=index',
      'http://crm.test/suite/index.php?action=ajaxui#ajaxUILoc=https%3A%2F%2Fevil.test%2Findex.php%3Fmodule%3DOpportunities%26action%3DDetailView%26record%3Dd2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
    ],
  },
  {
    site: 'twenty',
    same: [
      {
        key: 'https://acme.twenty.com|opportunity|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: [
          'https://acme.twenty.com/object/opportunity/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
          'https://acme.twenty.com/object/opportunity/D2719F1C-0A3B-4E53-9A55-0C1B6A1F7E21/',
          'https://acme.twenty.com/object/opportunity/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21#timeline',
        ],
      },
      {
        key: 'https://acme.twenty.com|company|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: ['https://acme.twenty.com/object/company/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21'],
      },
    ],
    plain: ['https://acme.twenty.com/objects/opportunities'],
  },
  {
    site: 'dolibarr',
    same: [
      {
        key: 'http://erp.test/dolibarr|proposal|7',
        urls: [
          'http://erp.test/dolibarr/comm/propal/card.php?id=7',
          'http://erp.test/dolibarr/comm/propal/card.php?id=7&mainmenu=commercial',
          'http://erp.test/dolibarr/comm/propal/note.php?id=7',
        ],
      },
      {
        key: 'http://erp.test/dolibarr|company|7',
        urls: [
          'http://erp.test/dolibarr/societe/card.php?socid=7',
          'http://erp.test/dolibarr/societe/card.php?id=7',
          'http://erp.test/dolibarr/comm/card.php?socid=7',
        ],
      },
    ],
    plain: [
      'http://erp.test/dolibarr/comm/propal/list.php',
      'http://erp.test/dolibarr/comm/propal/card.php?action=create',
    ],
  },
  {
    site: 'google-docs',
    same: [
      {
        key: 'https://docs.google.com|document|1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd',
        urls: [
          'https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/edit',
          'https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/edit?tab=t.0#heading=h.abc',
          'https://docs.google.com/document/u/1/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/edit?usp=sharing',
          'https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/preview',
          'https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/mobilebasic',
          'https://docs.google.com/a/acme.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/edit',
          'https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd',
        ],
      },
      {
        key: 'https://docs.google.com|document|1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcdx',
        urls: ['https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcdx/edit'],
      },
      {
        key: 'https://docs.google.com|published|2PACX-1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd',
        urls: ['https://docs.google.com/document/d/e/2PACX-1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/pub'],
      },
    ],
    plain: ['https://docs.google.com/document/u/0/'],
  },
  {
    site: 'google-slides',
    same: [
      {
        key: 'https://docs.google.com|presentation|1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd',
        urls: [
          'https://docs.google.com/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/edit#slide=id.p',
          'https://docs.google.com/presentation/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/preview?slide=id.g1',
          'https://docs.google.com/presentation/u/2/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/present',
        ],
      },
    ],
    plain: ['https://docs.google.com/presentation/u/0/'],
  },
  {
    site: 'notion',
    same: [
      {
        key: 'https://www.notion.so|page|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: [
          'https://www.notion.so/acme/Call-guide-d2719f1c0a3b4e539a550c1b6a1f7e21',
          'https://www.notion.so/d2719f1c0a3b4e539a550c1b6a1f7e21',
          'https://www.notion.so/acme/d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21?pvs=4',
          'https://notion.so/acme/Renamed-guide-d2719f1c0a3b4e539a550c1b6a1f7e21',
          'https://acme.notion.site/Call-guide-d2719f1c0a3b4e539a550c1b6a1f7e21',
          'https://www.notion.so/acme/Board-e2719f1c0a3b4e539a550c1b6a1f7e22?v=1&p=d2719f1c0a3b4e539a550c1b6a1f7e21&pm=s',
        ],
      },
      {
        key: 'https://www.notion.so|page|e2719f1c0a3b4e539a550c1b6a1f7e22',
        urls: [
          'https://www.notion.so/acme/Board-e2719f1c0a3b4e539a550c1b6a1f7e22?v=d2719f1c0a3b4e539a550c1b6a1f7e21',
        ],
      },
    ],
    plain: ['https://www.notion.so/acme', 'https://www.notion.so/login'],
  },
  {
    site: 'confluence',
    html: '<html><head><meta name="ajs-page-id" content="98765"></head><body><p>Some readable words on a page.</p></body></html>',
    same: [
      {
        key: 'https://acme.atlassian.net/wiki|page|98765',
        urls: [
          'https://acme.atlassian.net/wiki/spaces/SALES/pages/98765/Call+guide',
          'https://acme.atlassian.net/wiki/spaces/SALES/pages/98765',
          'https://acme.atlassian.net/wiki/spaces/SALES/pages/edit-v2/98765',
          'https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=98765',
          'https://acme.atlassian.net/wiki/display/SALES/Call+guide',
          'https://acme.atlassian.net/wiki/x/AbCd1',
          'https://acme.atlassian.net/wiki/spaces/SALES/overview?homepageId=98765',
        ],
      },
      {
        key: 'https://acme.atlassian.net/wiki|page|98766',
        urls: ['https://acme.atlassian.net/wiki/spaces/SALES/pages/98766/Other'],
      },
    ],
    plain: ['https://acme.atlassian.net/wiki/spaces/SALES/overview'],
  },
  {
    site: 'office-online',
    same: [
      {
        key: 'https://acme.sharepoint.com|file|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: [
          'https://acme.sharepoint.com/:w:/r/sites/sales/_layouts/15/Doc.aspx?sourcedoc=%7BD2719F1C-0A3B-4E53-9A55-0C1B6A1F7E21%7D&file=Proposal.docx&action=default&mobileredirect=true',
          'https://acme.sharepoint.com/sites/sales/_layouts/15/Doc.aspx?sourcedoc=%7Bd2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21%7D&file=Renamed.docx&action=edit',
          'https://acme.sharepoint.com/_layouts/15/Doc2.aspx?sourcedoc=d2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21',
        ],
      },
      {
        key: 'https://acme-my.sharepoint.com|file|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: [
          'https://acme-my.sharepoint.com/personal/j_acme/_layouts/15/Doc.aspx?sourcedoc=%7Bd2719f1c-0a3b-4e53-9a55-0c1b6a1f7e21%7D',
        ],
      },
    ],
    plain: ['https://acme.sharepoint.com/sites/sales/SitePages/Home.aspx'],
  },
  {
    site: 'coda',
    same: [
      {
        key: 'https://coda.io|doc|AbCdEfGhIj',
        urls: [
          'https://coda.io/d/Sales-handbook_dAbCdEfGhIj',
          'https://coda.io/d/Renamed_dAbCdEfGhIj/Call-guide_suXyZ12#_luAbC',
          'https://coda.io/d/_dAbCdEfGhIj/',
        ],
      },
      { key: 'https://coda.io|doc|AbCdEfGhIk', urls: ['https://coda.io/d/Sales-handbook_dAbCdEfGhIk'] },
    ],
    plain: ['https://coda.io/docs', 'https://coda.io/workspaces/ws-abc/docs'],
  },
  {
    site: 'dropbox-paper',
    same: [
      {
        key: 'https://paper.dropbox.com|doc|DkpVfb2Ag5z1JFXH4mSBv',
        urls: [
          'https://paper.dropbox.com/doc/Call-guide--BZ1gN3~Ag-DkpVfb2Ag5z1JFXH4mSBv',
          'https://paper.dropbox.com/doc/Renamed-DkpVfb2Ag5z1JFXH4mSBv',
          'https://paper.dropbox.com/doc/DkpVfb2Ag5z1JFXH4mSBv#:uid=1&h2=First',
        ],
      },
    ],
    plain: ['https://paper.dropbox.com/docs'],
  },
  {
    site: 'github',
    same: [
      {
        key: 'https://github.com|acme|sales|pull|12',
        type: 'pull',
        urls: [
          'https://github.com/acme/sales/pull/12',
          'https://github.com/Acme/Sales/pull/12/files',
          'https://github.com/acme/sales/pull/12/commits/abc#discussion_r1',
        ],
      },
      {
        key: 'https://github.com|acme|sales|issue|13',
        type: 'issue',
        urls: [
          'https://github.com/acme/sales/issues/13',
          'https://github.com/acme/sales/issues/13#issuecomment-1',
          'https://github.com/orgs/acme/projects/4/views/1?pane=issue&itemId=99&issue=Acme%7Csales%7C13',
        ],
      },
      {
        key: 'https://github.com|acme|sales|file|main/docs/Guide.md',
        urls: [
          'https://github.com/acme/sales/blob/main/docs/Guide.md',
          'https://github.com/ACME/sales/blob/main/docs/Guide.md#intro',
        ],
      },
      {
        key: 'https://github.com|acme|sales|file|main/docs/guide.md',
        urls: ['https://github.com/acme/sales/blob/main/docs/guide.md'],
      },
      {
        key: 'https://github.com|acme|sales|wiki|Call-guide',
        urls: ['https://github.com/acme/sales/wiki/Call-guide'],
      },
    ],
    plain: [
      'https://github.com/acme/sales/issues',
      'https://github.com/acme/sales/pulls',
      'https://github.com/acme/sales/issues/new',
    ],
  },
  {
    site: 'gitlab',
    same: [
      {
        key: 'https://gitlab.com|acme/sales/guides|merge request|4',
        urls: [
          'https://gitlab.com/acme/sales/guides/-/merge_requests/4',
          'https://gitlab.com/Acme/Sales/guides/-/merge_requests/4/diffs#note_1',
        ],
      },
      {
        key: 'https://gitlab.com|acme/sales/guides|issue|4',
        urls: [
          'https://gitlab.com/acme/sales/guides/-/issues/4',
          'https://gitlab.com/acme/sales/guides/-/work_items/4',
        ],
      },
      {
        key: 'https://gitlab.com|acme/sales|file|main/README.md',
        urls: ['https://gitlab.com/acme/sales/-/blob/main/README.md?ref_type=heads'],
      },
      {
        key: 'https://gitlab.com|acme/sales|wiki|call/guide',
        urls: ['https://gitlab.com/acme/sales/-/wikis/call/guide'],
      },
    ],
    plain: ['https://gitlab.com/acme/sales/-/issues', 'https://gitlab.com/acme/sales/-/issues/new'],
  },
  {
    site: 'mediawiki',
    html: '<html><head><link rel="EditURI" href="//en.wikipedia.org/w/api.php?action=rsd"></head><body><p>Some readable words on a page.</p></body></html>',
    same: [
      {
        key: 'https://en.wikipedia.org|page|Sales pitch',
        urls: [
          'https://en.wikipedia.org/wiki/Sales_pitch',
          'https://en.m.wikipedia.org/wiki/Sales_pitch',
          'https://en.wikipedia.org/w/index.php?title=Sales_pitch&oldid=123',
          'https://en.wikipedia.org/wiki/sales_pitch#History',
          'https://en.wikipedia.org/w/index.php?title=Sales%20pitch&action=edit',
        ],
      },
      {
        key: 'https://de.wikipedia.org|page|Sales pitch',
        urls: ['https://de.wikipedia.org/wiki/Sales_pitch'],
      },
      {
        key: 'https://en.wikipedia.org|page|AC/DC',
        urls: ['https://en.wikipedia.org/wiki/AC/DC', 'https://en.wikipedia.org/wiki/AC%2FDC'],
      },
    ],
    plain: [
      'https://en.wikipedia.org/w/index.php?title=Sales_pitch&action=history',
      'https://en.wikipedia.org/w/index.php?search=pitch',
    ],
  },
  {
    site: 'wordpress',
    html: '<html><head><link rel="https://api.w.org/" href="https://blog.test/news/wp-json/"></head><body class="post-template single postid-31 logged-in"><p>Some readable words on a page.</p></body></html>',
    same: [
      {
        key: 'https://blog.test/news|post|31',
        urls: [
          'https://blog.test/news/2026/11/how-we-sell/',
          'https://blog.test/news/?p=31',
          'https://blog.test/news/how-we-sell/?utm_source=x',
          'https://blog.test/news/wp-admin/post.php?post=31&action=edit',
        ],
      },
      {
        key: 'https://blog.test/news|post|32',
        urls: ['https://blog.test/news/wp-admin/post.php?post=32&action=edit'],
      },
    ],
  },
  {
    site: 'vimeo',
    same: [
      {
        key: 'https://vimeo.com|video|76979871',
        urls: [
          'https://vimeo.com/76979871',
          'https://vimeo.com/76979871/8272103f6e',
          'https://player.vimeo.com/video/76979871?h=8272103f6e',
          'https://vimeo.com/channels/staffpicks/76979871',
          'https://vimeo.com/showcase/123/video/76979871',
          'https://vimeo.com/groups/shortfilms/videos/76979871',
          'https://vimeo.com/manage/videos/76979871/advanced',
          'https://vimeo.com/user123456/review/76979871/8272103f6e?share=copy',
        ],
      },
      { key: 'https://vimeo.com|video|76979872', urls: ['https://vimeo.com/76979872#t=30s'] },
    ],
    plain: ['https://vimeo.com/channels/staffpicks', 'https://vimeo.com/showcase/1234567'],
  },
  {
    site: 'loom',
    same: [
      {
        key: 'https://www.loom.com|video|d2719f1c0a3b4e539a550c1b6a1f7e21',
        urls: [
          'https://www.loom.com/share/d2719f1c0a3b4e539a550c1b6a1f7e21?sid=abc',
          'https://loom.com/share/d2719f1c0a3b4e539a550c1b6a1f7e21',
          'https://www.loom.com/embed/d2719f1c0a3b4e539a550c1b6a1f7e21?t=12',
          'https://www.loom.com/share/My-first-demo-d2719f1c0a3b4e539a550c1b6a1f7e21',
        ],
      },
      {
        key: 'https://www.loom.com|video|e2719f1c0a3b4e539a550c1b6a1f7e22',
        urls: ['https://www.loom.com/share/e2719f1c0a3b4e539a550c1b6a1f7e22'],
      },
    ],
    plain: ['https://www.loom.com/looms/videos'],
  },
  {
    site: 'tiktok',
    same: [
      {
        key: 'https://www.tiktok.com|video|7234567890123456789',
        urls: [
          'https://www.tiktok.com/@acme.sales/video/7234567890123456789?is_from_webapp=1',
          'https://m.tiktok.com/v/7234567890123456789.html',
          'https://www.tiktok.com/embed/v2/7234567890123456789',
          'https://www.tiktok.com/player/v1/7234567890123456789',
        ],
      },
      {
        key: 'https://www.tiktok.com|video|7234567890123456780',
        urls: ['https://www.tiktok.com/@acme.sales/video/7234567890123456780'],
      },
    ],
    plain: ['https://www.tiktok.com/foryou', 'https://www.tiktok.com/@acme.sales'],
  },
  {
    site: 'instagram',
    same: [
      {
        key: 'https://www.instagram.com|post|CxYz_1-AbCd',
        urls: [
          'https://www.instagram.com/reel/CxYz_1-AbCd/',
          'https://www.instagram.com/reels/CxYz_1-AbCd/',
          'https://www.instagram.com/p/CxYz_1-AbCd/?igsh=abc',
          'https://www.instagram.com/acme.sales/reel/CxYz_1-AbCd/',
          'https://instagram.com/tv/CxYz_1-AbCd',
        ],
      },
      {
        key: 'https://www.instagram.com|post|CxYz_1-AbCD',
        urls: ['https://www.instagram.com/reel/CxYz_1-AbCD/'],
      },
    ],
    plain: ['https://www.instagram.com/reels/audio/123456789/', 'https://www.instagram.com/acme.sales/'],
  },
  {
    site: 'linkedin',
    same: [
      {
        key: 'https://www.linkedin.com|post|activity|7123456789012345678',
        urls: [
          'https://www.linkedin.com/posts/jonas-petersen_sales-coaching-activity-7123456789012345678-AbCd?utm_source=share',
          'https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/',
        ],
      },
      {
        key: 'https://www.linkedin.com|post|ugcPost|7123456789012345678',
        urls: ['https://www.linkedin.com/posts/acme_news-ugcPost-7123456789012345678-xYz1'],
      },
      {
        key: 'https://www.linkedin.com|lesson|coaching-skills|ask-one-question',
        urls: ['https://www.linkedin.com/learning/coaching-skills/ask-one-question?u=1'],
      },
    ],
    plain: ['https://www.linkedin.com/feed/', 'https://www.linkedin.com/in/jonas-petersen/'],
  },
  {
    site: 'wistia',
    same: [
      {
        key: 'https://fast.wistia.net|media|abcde12345',
        urls: [
          'https://fast.wistia.net/embed/iframe/abcde12345',
          'https://fast.wistia.com/embed/medias/abcde12345.jsonp',
          'https://acme.wistia.com/medias/abcde12345',
        ],
      },
      {
        key: 'https://fast.wistia.net|media|abcde12346',
        urls: ['https://acme.wistia.com/medias/abcde12346?wtime=10'],
      },
    ],
    plain: ['https://acme.wistia.com/projects/xyz'],
  },
  {
    site: 'twitch',
    same: [
      {
        key: 'https://www.twitch.tv|video|1234567890',
        urls: [
          'https://www.twitch.tv/videos/1234567890?t=1h2m3s',
          'https://m.twitch.tv/videos/1234567890',
          'https://www.twitch.tv/acme/v/1234567890',
          'https://player.twitch.tv/?video=v1234567890&parent=x.test',
        ],
      },
      {
        key: 'https://www.twitch.tv|clip|BraveQuietFox-AbC_12',
        urls: [
          'https://clips.twitch.tv/BraveQuietFox-AbC_12',
          'https://www.twitch.tv/acme/clip/BraveQuietFox-AbC_12?filter=clips',
        ],
      },
    ],
    plain: ['https://www.twitch.tv/acme', 'https://www.twitch.tv/directory'],
  },
  {
    site: 'google-drive',
    same: [
      {
        key: 'https://drive.google.com|file|1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd',
        urls: [
          'https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/view?usp=sharing',
          'https://drive.google.com/file/u/1/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/preview',
          'https://drive.google.com/open?id=1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd&usp=drive_fs',
          'https://drive.google.com/a/acme.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd/edit',
        ],
      },
      {
        key: 'https://drive.google.com|file|1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcdx',
        urls: ['https://drive.google.com/file/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcdx/view'],
      },
    ],
    plain: [
      'https://drive.google.com/drive/u/0/my-drive',
      'https://drive.google.com/drive/folders/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd',
    ],
  },
  {
    site: 'gong',
    same: [
      {
        key: 'https://app.gong.io|call|9007199254740993123',
        urls: [
          'https://us-1234.app.gong.io/call?id=9007199254740993123',
          'https://app.gong.io/call?id=9007199254740993123',
          'https://us-1234.app.gong.io/call?id=9007199254740993123&highlights=%5B%7B%22type%22%3A%22SHARE%22%2C%22from%22%3A45%2C%22to%22%3A48%7D%5D',
        ],
      },
      {
        key: 'https://app.gong.io|call|9007199254740993124',
        urls: ['https://us-1234.app.gong.io/call?id=9007199254740993124'],
      },
    ],
    plain: ['https://us-1234.app.gong.io/conversations', 'https://us-1234.app.gong.io/home'],
  },
  {
    site: 'zoom',
    same: [
      {
        key: 'https://acme.zoom.us|recording|AbCdEfGhIjKlMnOpQrStUvWx.yz_12-3',
        urls: [
          'https://acme.zoom.us/rec/play/AbCdEfGhIjKlMnOpQrStUvWx.yz_12-3?startTime=1700000000000',
          'https://acme.zoom.us/rec/share/AbCdEfGhIjKlMnOpQrStUvWx.yz_12-3',
          'https://acme.zoom.us/recording/play/AbCdEfGhIjKlMnOpQrStUvWx.yz_12-3',
          'https://acme.zoom.us/rec/play/ZyXwVuTsRqPoNmLkJiHgFeDc.ba_98-7?canPlayFromShare=true&from=share_recording_detail&startTime=1700000000000&componentName=rec-play&originRequestUrl=https%3A%2F%2Facme.zoom.us%2Frec%2Fshare%2FAbCdEfGhIjKlMnOpQrStUvWx.yz_12-3%3FstartTime%3D1700000000000',
        ],
      },
      {
        key: 'https://acme.zoom.us|recording|AbCdEfGhIjKlMnOpQrStUvWx.yz_12-4',
        urls: ['https://acme.zoom.us/rec/play/AbCdEfGhIjKlMnOpQrStUvWx.yz_12-4'],
      },
      {
        key: 'https://acme.zoom.us|clip|AbCdEfGhIjKl',
        urls: ['https://acme.zoom.us/clips/share/AbCdEfGhIjKl'],
      },
    ],
    plain: ['https://acme.zoom.us/recording/management', 'https://acme.zoom.us/meeting#/upcoming'],
  },
];
