import type { PageRule, SiteDefinition } from '../definition/definition.ts';

const root = ['#tabs > .tab-content > .tab-pane.active', '#tabs .tab-pane.active'];
const stage = [{ css: 'select[name="state"]' }];

/** `#<database>/model/<model>/<id>;<view state>`, with or without the suffix. */
const record = (model: string): PageRule['address'] => [
  { path: '(?<base>.*?)/?', hash: `(?<db>[^/;]{1,64})/model/(?<model>${model})/(?<id>\\d{1,18})(;.*)?` },
];

/** Each record opens in a tab within the page. Its values are in inputs, and its address gets a suffix after the id. */
export const tryton: SiteDefinition = {
  id: 'tryton',
  name: 'Tryton',
  version: 1,
  kind: 'crm',
  match: {
    hosts: [],
    probe: ['script[src*="tryton-sao"]', 'link[href*="tryton-sao"]'],
  },
  pages: [
    {
      type: 'opportunity',
      address: record('sale\\.opportunity'),
      key: ['db', 'model', 'id'],
      root,
      title: [
        { css: 'input[name="description"]' },
        { css: 'input[name="party"]' },
        { css: 'input[name="number"]' },
      ],
      owner: [{ css: 'input[name="employee"]' }],
      stage,
    },
    {
      type: 'party',
      address: record('party\\.party'),
      key: ['db', 'model', 'id'],
      root,
      title: [{ css: 'input[name="name"]' }, { css: 'input[name="code"]' }],
    },
    {
      type: { group: 'model' },
      address: record('[a-z0-9_.]{1,64}'),
      key: ['db', 'model', 'id'],
      root,
      title: [
        { css: 'input[name="description"]' },
        { css: 'input[name="name"]' },
        { css: 'input[name="number"]' },
        { css: 'input[name="party"]' },
      ],
      owner: [{ css: 'input[name="employee"]' }],
      stage,
    },
  ],
  fieldPattern: { value: '#tabs .tab-pane.active :is(input,select,textarea)[name]', key: { attr: 'name' } },
  navigation: { maxMs: 3000 },
  tried: { on: 'software', what: 'Tryton 6.0 web client, sale opportunities', date: '2026-11-22' },
};
