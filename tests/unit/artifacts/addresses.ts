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
];
