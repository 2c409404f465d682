/** The two records of the demo CRM. */
export const opportunities = {
  'hollenkamp-route-planning': {
    title: 'Route planning rollout, three depots',
    stage: 'Proposal',
    fields: [
      { key: 'account', label: 'Account', value: 'Hollenkamp Logistik GmbH' },
      { key: 'owner', label: 'Owner', value: 'Jonas Petersen' },
      { key: 'stage', label: 'Stage', value: 'Proposal' },
      { key: 'contact', label: 'Decision maker', value: 'Katharina Voss, Head of Operations' },
      { key: 'amount', label: 'Amount', value: '€ 86,000', input: 'input' },
      { key: 'close-date', label: 'Close date', value: '18 December 2026', input: 'input' },
      { key: 'probability', label: 'Probability', value: '60 %' },
      { key: 'source', label: 'Source', value: 'Referral' },
      {
        key: 'next-step',
        label: 'Next step',
        value: 'Send pricing and wait for feedback.',
        input: 'textarea',
      },
      {
        key: 'summary',
        label: 'Deal summary',
        value:
          'Three depots (Bremen, Kassel, Ulm), 118 drivers. They replan by hand after every loading and want it gone before the spring season.',
        input: 'textarea',
      },
    ],
    activities: [
      {
        type: 'Call',
        date: '12 Nov, 45 min',
        text: 'Second demo ran long: 25 of 45 minutes on the map layer, although Katharina had asked twice about driver onboarding. We ran out of time before the price.',
      },
      {
        type: 'E-mail',
        date: '9 Nov',
        text: 'Sent the agenda for the second demo: map layer, onboarding, pricing.',
      },
      {
        type: 'Call',
        date: '4 Nov, 20 min',
        text: 'Katharina named the problem in her own words: “An hour a day per driver goes into replanning.” Asked who else decides: the works council has to agree.',
      },
      {
        type: 'Meeting',
        date: '28 Oct',
        text: 'First demo in Bremen with two dispatchers. They liked the live view.',
      },
      { type: 'Call', date: '19 Oct, 12 min', text: 'First call after the referral. Agreed on a demo.' },
    ],
  },
  'hollenkamp-service-contract': {
    title: 'Yearly service contract',
    stage: 'Qualified',
    fields: [
      { key: 'account', label: 'Account', value: 'Hollenkamp Logistik GmbH' },
      { key: 'owner', label: 'Owner', value: 'Jonas Petersen' },
      { key: 'stage', label: 'Stage', value: 'Qualified' },
      { key: 'contact', label: 'Decision maker', value: 'Bernd Althaus, Purchasing' },
      { key: 'amount', label: 'Amount', value: '€ 12,400', input: 'input' },
      { key: 'close-date', label: 'Close date', value: '31 January 2027', input: 'input' },
      { key: 'probability', label: 'Probability', value: '35 %' },
      { key: 'source', label: 'Source', value: 'Existing customer' },
      {
        key: 'next-step',
        label: 'Next step',
        value: 'Call Bernd back in the week of the fair.',
        input: 'textarea',
      },
      {
        key: 'summary',
        label: 'Deal summary',
        value: 'Service and updates for the depots that went live last year.',
        input: 'textarea',
      },
    ],
    activities: [
      {
        type: 'Call',
        date: '10 Nov, 6 min',
        text: 'Customer went silent after the price sheet. Left a message.',
      },
      { type: 'E-mail', date: '2 Nov', text: 'Sent the price sheet without a call to walk through it.' },
      { type: 'Call', date: '27 Oct, 15 min', text: 'Bernd wants response times in writing.' },
    ],
  },
};
