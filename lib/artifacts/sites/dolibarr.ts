import type { SiteDefinition } from '../definition/definition.ts';

const ID = '(?<id>[1-9]\\d{0,12})';

/** A card and its tabs. What follows the last slash of `modules` may be any of them. */
const card = (modules: string) =>
  `(?<base>.*?)/(?<module>${modules})/(?:card|note|document|contact|agenda|messaging|info|history|element|tasks|ganttview|societecontact|consumption|paymentmodes|price|project)\\.php`;

const COMPANY = card('societe|comm|fourn');
const INVOICE = card('compta/facture');

/** Cards of proposals, orders, projects, invoices, third parties and contacts; its tabs are the same record. */
export const dolibarr: SiteDefinition = {
  id: 'dolibarr',
  name: 'Dolibarr',
  version: 2,
  kind: 'crm',
  match: { hosts: [], probe: ['meta[name="author"][content*="Dolibarr"]'] },
  // A form for something new names what it will belong to, such as the company of a new proposal.
  plain: [{ query: { action: 'create' } }],
  pages: [
    {
      type: {
        group: 'module',
        map: {
          'comm/propal': 'proposal',
          comm: 'company',
          commande: 'order',
          projet: 'project',
          'compta/facture': 'invoice',
          societe: 'company',
          fourn: 'company',
          contact: 'contact',
          contrat: 'contract',
          ticket: 'ticket',
        },
      },
      address: [
        {
          path: card('comm/propal|commande|projet|compta/facture|societe|comm|fourn|contact|contrat|ticket'),
          query: { id: ID },
        },
        { path: COMPANY, query: { socid: ID } },
        { path: INVOICE, query: { facid: ID } },
      ],
      title: [{ css: '.arearef .refid' }, { css: '.refid' }],
      stage: [{ css: '.arearef .statusref .badge-status' }, { css: '.statusref' }],
    },
  ],
  tried: { on: 'published', what: 'addresses and card markup of the open-source code', date: '2026-11-22' },
};
