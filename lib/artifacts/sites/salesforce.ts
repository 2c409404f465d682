import type { PageRule, Reader, SiteDefinition } from '../definition/definition.ts';

const REST = '[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?';
/** The prefixes of list views, reports, dashboards and folders. */
const LISTS = '00B|00O|01Z|00l';
const ORG = '(?<org>[a-z0-9.-]{1,120})';

/**
 * Where an organisation's records are shown: Lightning, the classic pages, and the canonical origin of both. China and
 * the armed forces have hosts of their own. `mcas.ms` is Microsoft's proxy in front of them.
 */
const CLOUDS = [
  {
    lightning: `${ORG}\\.lightning\\.force\\.com(?:\\.mcas\\.ms)?`,
    classic: `${ORG}\\.my\\.salesforce\\.com(?:\\.mcas\\.ms)?`,
    origin: 'https://{org}.lightning.force.com',
  },
  {
    lightning: `${ORG}\\.lightning\\.sfcrmapps\\.cn`,
    classic: `${ORG}\\.my\\.sfcrmproducts\\.cn`,
    origin: 'https://{org}.lightning.sfcrmapps.cn',
  },
  {
    lightning: `${ORG}\\.lightning\\.(?:crmforce|force)\\.mil`,
    classic: `${ORG}\\.my\\.salesforce\\.mil`,
    origin: 'https://{org}.lightning.crmforce.mil',
  },
];

/** A record page in all its forms: with and without the object's name, the older one.app, the classic page. */
const addresses = (host: string, prefix: string): PageRule['address'] => {
  const id = `(?<id>${prefix}${REST})`;
  return [
    { host, path: `/lightning/r/(?:(?<object>\\w{1,80})/)?${id}(?:/(?:view|edit))?/?` },
    { host, path: '/one/one\\.app/?', hash: `/sObject/${id}(?:/(?:view|edit))?(?:\\?.*)?` },
  ];
};

/** A site that an organisation makes for its customers and partners. They see other fields, so it is no Lightning page. */
const experience = (prefix: string): PageRule['address'] => [
  {
    host: '.+\\.my\\.site\\.com',
    path: `(?<base>(?:/[\\w-]{1,80})?)/s/(?<object>[\\w-]{1,80})/(?<id>${prefix}${REST})(?:/[^/]{0,255})?/?`,
  },
];

const field = (object: string, name: string, inner = ''): Reader => ({
  css: `[data-target-selection-name="sfdc:RecordField.${object}.${name}"] .test-id__field-value${inner}`,
  shadow: true,
});
const byLabel = (label: string, inner = ''): Reader => ({
  css: `records-record-layout-item[field-label="${label}"] .test-id__field-value${inner}`,
  shadow: true,
});

const title: Reader[] = [
  { css: 'records-highlights2 [slot="primaryField"] lightning-formatted-text', shadow: true },
  { css: 'records-highlights2 [slot="primaryField"] lightning-formatted-name', shadow: true },
  { css: '[slot="primaryField"]', shadow: true },
  { css: 'h1 .slds-page-header__title', shadow: true },
  { css: '.pageDescription' },
  { css: 'title', pattern: '(?<text>[^|]+) \\| .*Salesforce' },
];

function rules(type: PageRule['type'], prefix: string, object?: string): PageRule[] {
  const common = {
    type,
    key: ['id'],
    idNormalise: 'sf18',
    root: [
      // The tabs of a console keep their records in the page.
      '.windowViewMode-maximized.active',
      '.windowViewMode-normal',
      '.oneContent.active',
    ],
    title,
    ...(object && {
      owner: [
        field(object, 'OwnerId', ' a'),
        field(object, 'Owner', ' a'),
        byLabel(`${object} Owner`, ' a'),
        field(object, 'OwnerId'),
      ],
      stage: [
        field(object, 'StageName'),
        field(object, 'Status'),
        byLabel('Stage'),
        { css: '.slds-path__item.slds-is-current .slds-path__title', shadow: true as const },
      ],
    }),
  } satisfies Partial<PageRule>;
  return [
    ...CLOUDS.map(({ lightning, classic, origin }) => ({
      ...common,
      address: [
        ...addresses(lightning, prefix),
        ...addresses(classic, prefix),
        { host: classic, path: `/(?<id>${prefix}${REST})(?:/[ev])?` },
      ],
      origin,
      canonical: '/lightning/r/{id}/view',
      formerKeys: ['{origin}|{id}'],
    })),
    { ...common, address: experience(prefix) },
  ];
}

/** A record is the same by its 15- or 18-character id, in Lightning, one.app and the classic page. Lists stay plain pages. */
export const salesforce: SiteDefinition = {
  id: 'salesforce',
  name: 'Salesforce Lightning',
  version: 2,
  kind: 'crm',
  match: {
    hosts: [
      '*.lightning.force.com',
      '*.my.salesforce.com',
      '*.lightning.force.mil',
      '*.lightning.crmforce.mil',
      '*.my.salesforce.mil',
      '*.lightning.sfcrmapps.cn',
      '*.my.sfcrmproducts.cn',
      '*.my.site.com',
      '*.lightning.force.com.mcas.ms',
      '*.my.salesforce.com.mcas.ms',
    ],
  },
  // Lists, reports, dashboards and folders have ids too.
  plain: [
    { path: `/(?:lightning/r/)?(?:\\w{1,80}/)?(?:${LISTS})${REST}(?:/.*)?` },
    { path: '/one/one\\.app/?', hash: `/sObject/(?:${LISTS})${REST}(?:/.*)?` },
  ],
  pages: [
    ...rules('opportunity', '006', 'Opportunity'),
    ...rules('account', '001', 'Account'),
    ...rules('contact', '003', 'Contact'),
    ...rules('lead', '00Q', 'Lead'),
    ...rules('case', '500', 'Case'),
    ...rules({ group: 'object', otherwise: 'record' }, '(?:[a-zA-Z][a-zA-Z0-9]{2}|[0-9][a-zA-Z0-9]{2})'),
  ],
  fieldPattern: {
    container: '[data-target-selection-name^="sfdc:RecordField."]',
    key: { attr: 'data-target-selection-name' },
    label: '.test-id__field-label',
    value: '.test-id__field-value',
  },
  navigation: { maxMs: 4000 },
  tried: {
    on: 'published',
    what: 'URL formats and Lightning markup as public documentation and extensions show it',
    date: '2026-11-22',
  },
};
