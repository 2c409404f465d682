import type { SiteDefinition } from '../definition/definition.ts';

/** Odoo 17 names the model in the fragment, Odoo 18 an app in the path. */
export const odoo: SiteDefinition = {
  id: 'odoo',
  name: 'Odoo',
  version: 2,
  kind: 'crm',
  match: {
    hosts: ['*.odoo.com'],
    probe: [
      'body.o_web_client',
      'script[src*="web.assets_web"]',
      'link[href*="web.assets_web"]',
      'script[src*="web.assets_backend"]',
    ],
  },
  pages: [
    {
      type: {
        group: 'model',
        map: {
          'crm.lead': 'opportunity',
          crm: 'opportunity',
          'res.partner': 'contact',
          contacts: 'contact',
          'sale.order': 'order',
          sales: 'order',
          'project.task': 'task',
          tasks: 'task',
          'my-tasks': 'task',
          'all-tasks': 'task',
          orders: 'order',
          quotations: 'order',
          customers: 'contact',
          leads: 'opportunity',
          'customer-invoices': 'account.move',
          'credit-notes': 'account.move',
          'vendor-bills': 'account.move',
          'vendor-refunds': 'account.move',
          'journal-entries': 'account.move',
          'purchase-orders': 'purchase.order',
          purchase: 'purchase.order',
          employees: 'hr.employee',
        },
      },
      address: [
        { path: '/web/?', hashQuery: { id: '(?<id>\\d{1,15})', model: '(?<model>[\\w.]{1,80})' } },
        { path: '/(?:odoo|scoped_app)(?:/.*)?/(?:m-)?(?<model>[\\w.-]{1,80})/(?<id>\\d{1,15})/?' },
      ],
      formerKeys: ['{origin}|{model}|{id}'],
      title: [
        { css: '.o_last_breadcrumb_item.active .text-truncate' },
        { css: '.o_last_breadcrumb_item' },
        { css: '.o_form_view .oe_title [name="name"] :is(input,textarea,span)' },
        { css: '.o_breadcrumb .active' },
      ],
      owner: [{ css: '.o_field_widget[name="user_id"] input' }, { css: '.o_field_widget[name="user_id"]' }],
      stage: [
        { css: '.o_field_widget[name="stage_id"] .o_arrow_button_current' },
        { css: '.o_field_widget[name="stage_id"] [aria-checked="true"]' },
        { css: '.o_field_widget[name="state"] .o_arrow_button_current' },
      ],
    },
  ],
  fieldPattern: { value: '.o_form_view .o_field_widget[name]', key: { attr: 'name' } },
  navigation: { maxMs: 3000 },
  tried: {
    on: 'published',
    what: 'addresses of 17 and 18, form markup of the community edition',
    date: '2026-11-22',
  },
};
