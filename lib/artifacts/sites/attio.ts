import type { SiteDefinition } from '../definition/definition.ts';

const UUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

/** Singular and plural, `overview` and `record/` all give one key. Lists (`collection`) stay plain pages. */
export const attio: SiteDefinition = {
  id: 'attio',
  name: 'Attio',
  version: 1,
  kind: 'crm',
  match: { hosts: ['app.attio.com'] },
  pages: [
    {
      type: {
        group: 'object',
        map: {
          people: 'person',
          companies: 'company',
          deals: 'deal',
          users: 'user',
          workspaces: 'workspace',
        },
      },
      address: [
        {
          path: `/(?<workspace>[^/]{1,100})/(?<object>person|people|company|companies|deals?|users?|workspaces?)/(?:record/)?(?<id>${UUID})(?:/.*)?`,
        },
        {
          path: `/(?<workspace>[^/]{1,100})/custom/(?<object>[\\w-]{1,60})/(?:record/)?(?<id>${UUID})(?:/.*)?`,
        },
      ],
      key: ['workspace', 'type', 'id'],
      idNormalise: 'guid',
      title: [
        { css: '[data-testid="record-title"]' },
        { css: 'main h1' },
        { css: 'title', pattern: '(?<text>.+?) [|·-] .*' },
      ],
    },
  ],
  tried: {
    on: 'published',
    what: 'record addresses; the markup has no stable attributes',
    date: '2026-11-22',
  },
};
