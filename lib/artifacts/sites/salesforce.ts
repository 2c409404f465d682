import type { PageRule, Reader, SiteDefinition } from '../definition/definition.ts';

const REST = '[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?';
const ORG = '(?<org>[a-z0-9.-]{1,120})';

/** A record page in all its forms: with and without the object's name, the older one.app, the classic page. */
const addresses = (prefix: string): PageRule['address'] => {
  const id = `(?<id>${prefix}${REST})`;
  const lightning = `${ORG}\\.lightning\\.force\\.com(?:\\.mcas\\.ms)?`;
  const classic = `${ORG}\\.my\\.salesforce\\.com(?:\\.mcas\\.ms)?`;
  return [
    { host: lightning, path: `/lightning/r/(?:(?<object>\\w{1,80})/)?${id}(?:/(?:view|edit))?/?` },
    { host: lightning, path: '/one/one\\.app/?', hash: `/sObject/${id}(?:/(?:view|edit))?(?:\\?.*)?` },
    { host: classic, path: `/lightning/r/(?:(?<object>\\w{1,80})/)?${id}(?:/(?:view|edit))?/?` },
    { host: classic, path: `/${id}(?:/[ev])?` },
  ];
};

/** The hosts of the armed forces have no second name. */
const military = (prefix: string): PageRule['address'] => [
  {
    host: '.{1,120}\\.mil',
    path: `/lightning/r/(?:(?<object>\\w{1,80})/)?(?<id>${prefix}${REST})(?:/(?:view|edit))?/?`,
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
    root: ['.windowViewMode-normal', '.oneContent.active'],
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
    {
      ...common,
      address: addresses(prefix),
      origin: 'https://{org}.lightning.force.com',
      canonical: '/lightning/r/{id}/view',
    },
    { ...common, address: military(prefix) },
  ];
}

/** A record is the same by its 15- or 18-character id, in Lightning, one.app and the classic page. Lists stay plain pages. */
export const salesforce: SiteDefinition = {
  id: 'salesforce',
  name: 'Salesforce Lightning',
  version: 1,
  kind: 'crm',
  match: {
    hosts: [
      '*.lightning.force.com',
      '*.my.salesforce.com',
      '*.lightning.force.mil',
      '*.lightning.crmforce.mil',
      '*.lightning.force.com.mcas.ms',
      '*.my.salesforce.com.mcas.ms',
    ],
  },
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
