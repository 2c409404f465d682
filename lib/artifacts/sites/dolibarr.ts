import type { SiteDefinition } from '../definition/definition.ts';

const CARD =
  '(?<base>.*?)/(?<module>comm/propal|comm|commande|projet|compta/facture|societe|contact|contrat|ticket)/(?:card|note|document|contact|agenda)\\.php';
const ID = '(?<id>[1-9]\\d{0,12})';

/** Cards of proposals, orders, projects, invoices, third parties and contacts; its tabs are the same record. */
export const dolibarr: SiteDefinition = {
  id: 'dolibarr',
  name: 'Dolibarr',
  version: 1,
  kind: 'crm',
  match: { hosts: [], probe: ['meta[name="author"][content*="Dolibarr"]'] },
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
          contact: 'contact',
          contrat: 'contract',
          ticket: 'ticket',
        },
      },
      address: [
        { path: CARD, query: { id: ID } },
        { path: CARD, query: { socid: ID } },
        { path: CARD, query: { facid: ID } },
      ],
      title: [{ css: '.arearef .refid' }, { css: '.refid' }],
      stage: [{ css: '.arearef .statusref .badge-status' }, { css: '.statusref' }],
    },
  ],
  tried: { on: 'published', what: 'addresses and card markup of the open-source code', date: '2026-11-22' },
};
