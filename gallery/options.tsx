/** The options page: account, sites, reminders; behaviours, rubrics, templates. */
import { HOUR } from '#lib/time.ts';
import { behaviour, make, note } from '#testing/records.ts';
import { inOptions } from './shells.tsx';
import type { Story } from './story.ts';
import { alone, LONG_NAME, monthOf, now, onlyWith, UNBROKEN, UNBROKEN_NAME } from './worlds.ts';

const show = inOptions;
const behaviours = ['#tab-behaviours'] as const;
const rubrics = ['#tab-rubrics'] as const;
const templates = ['#tab-templates'] as const;
const mine = { by: 'ines', about: 'ines' };

const all = (['active', 'proposed', 'parked', 'automatic', 'retired'] as const).map((state, at) =>
  behaviour({ state, name: at === 1 ? UNBROKEN_NAME : `Next step said aloud (${at + 1})` }, mine),
);
const measured = behaviour(
  { name: 'Answer within the hour', measure: { kind: 'latency', withinMinutes: 60 } },
  mine,
);
const criterion = { id: 'hook', name: 'Hook', question: UNBROKEN, levels: ['Absent', UNBROKEN, 'There'] };
const rubric = make('rubric', { id: 'own', version: 2, name: UNBROKEN_NAME, criteria: [criterion] }, mine);
const words = {
  kind: 'correction' as const,
  observation: UNBROKEN,
  impact: LONG_NAME,
  nextAction: 'Say it.',
};
const template = make('template', { name: 'The open end of a call', ...words }, mine);
const theirs = make('template', { name: UNBROKEN_NAME, ...words }, { by: 'tom', about: 'tom' });
theirs.audience = 'workspace';

const taught = {
  id: 'taught-acme',
  name: 'Acme CRM',
  version: 1,
  kind: 'crm',
  match: { hosts: [`${'a'.repeat(60)}.${'b'.repeat(60)}.example`, 'crm.acme.example'] },
  pages: [{ type: 'deal', address: [{ path: '/deals/(?<id>\\d{1,12})' }], title: [{ css: 'h1.deal-name' }] }],
  tried: { on: 'software', what: 'taught on the page', date: '2026-11-22' },
};
const site = make('site', { definition: taught }, mine);
const oddSite = make('site', { definition: { id: 'taught-odd', name: UNBROKEN_NAME } }, mine);
const brought = note(
  {
    artifact: {
      kind: 'crm',
      site: 'taught-acme',
      key: 'https://crm.acme.example|deal|7',
      url: 'https://crm.acme.example/deals/7',
      title: 'Brightwater, 40 seats',
      taught: { ...taught, name: UNBROKEN_NAME, match: { hosts: ['crm.acme.example'] } },
    },
  },
  { by: 'tom', about: 'ines' },
);
const granted = ['https://crm.example/*', `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/*`];

export const stories: readonly Story[] = [
  { name: 'settings, alone', world: alone, show },
  { name: 'settings, signed in', world: { ...monthOf('ines'), granted }, show },
  {
    name: 'settings, signing out',
    world: {
      ...monthOf('ines'),
      drafts: [{ id: 'team|a', workspaceId: 'team', body: {}, updatedAt: now - HOUR }],
    },
    show,
    press: ['options.signOut'],
  },
  { name: 'settings, signed out by the server', world: { ...monthOf('ines'), status: 'signed-out' }, show },
  {
    name: 'settings, as an administrator wants it',
    world: {
      ...alone,
      policy: {
        server: 'https://sideline.example',
        sites: ['crm.example', '*.docs.example'],
        teaching: false,
      },
    },
    show,
  },
  { name: 'settings, with quiet hours', world: alone, show, press: ['[role="tabpanel"] .switch'] },
  { name: 'sites, taught', world: onlyWith('ines', [site, oddSite]), show },
  { name: 'sites, one that came with a note', world: onlyWith('ines', [brought]), show },
  {
    name: 'sites, one to change',
    world: onlyWith('ines', [site]),
    show,
    press: ['sites.taught.edit'],
  },
  { name: 'sites, one to remove', world: onlyWith('ines', [site]), show, press: ['options.remove'] },
  { name: 'behaviours, none', world: alone, show, press: behaviours },
  {
    name: 'behaviours, in every state',
    world: onlyWith('ines', [...all, measured]),
    show,
    press: behaviours,
  },
  {
    name: 'behaviours, the library',
    world: alone,
    show,
    press: [...behaviours, 'behaviours.fromLibrary'],
  },
  {
    name: 'behaviours, one of one’s own',
    world: monthOf('ines'),
    show,
    press: [...behaviours, 'behaviours.own'],
  },
  { name: 'rubrics', world: onlyWith('ines', [rubric]), show, press: rubrics },
  { name: 'rubrics, a new one', world: alone, show, press: [...rubrics, 'rubrics.new'] },
  {
    name: 'rubrics, one to change',
    world: onlyWith('ines', [rubric]),
    show,
    press: [...rubrics, 'rubrics.change'],
  },
  { name: 'templates, none', world: alone, show, press: templates },
  { name: 'templates', world: onlyWith('ines', [template, theirs]), show, press: templates },
];
