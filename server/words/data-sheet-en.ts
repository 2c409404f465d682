/** What the data sheet says beside the kinds of records, in English. */
import type { Audience } from '#lib/records/envelope.ts';

export const dataSheetEn = {
  title: 'Data sheet',
  open: 'Data sheet: what is kept here, why, how long, who sees it',
  lead: 'What Sideline keeps about people in this workspace. Made from the very rules by which the server takes records in; print it with your browser.',
  recipients: 'Who sees it',
  recipientsLead:
    'The author of each record chooses, and it shows beside the record. Nobody sees a record because of their role: an owner manages members and reads nobody’s notes. Whoever runs the server can read its database. Records are passed on to nobody else.',
  audiences: {
    author: 'only the author',
    pair: 'the two of them',
    coaches: 'and the coaches',
    workspace: 'everybody here',
  } as Record<Audience, string>,
  whoSees: {
    author:
      'Whoever wrote it. For drafts of one’s own mind; shown to nobody else, not even to whom it is about.',
    pair: 'Whoever wrote it, and whom it is about.',
    coaches: 'These two, and the people who coach that person today.',
    workspace: 'All members of the workspace, among them whom it is about.',
  } as Record<Audience, string>,
  kept: 'How long it is kept',
  keptForEver: 'Records are kept until their author deletes them or an owner has them erased.',
  keptMonths: (months: number) =>
    `Records that nobody changed for ${months} months are erased. What is in use stays: active behaviours, cycles that have not ended.`,
  afterDeletion: (days: number) =>
    `The words of a deleted or erased record are gone at once; after ${days} days also who wrote it, about whom and when. Its bare number stays, so that no device can bring it back.`,
  backups: (days: number) =>
    `Backups are to be thrown away after ${days} days by whoever runs the server: until then they hold what was erased since.`,
  not: 'What there is not',
  notThere: [
    'No ranking and no comparison of people: everybody sees their own trend, and coaches that of the people whom they coach, one at a time.',
    'No figure over several people at all. If one is ever added, it may not be shown for fewer than five.',
    'No reading times (only once, that a note was seen), no clicks, no pages visited: only what a person writes, presses or lets be seen.',
    'Nothing from password, card or hidden fields, and no whole pages: of the work only the place that a person pointed at.',
  ],
  besides: 'Besides records',
  besidesRecords: [
    [
      'Account',
      'Name, e-mail address, a hash of the password, passkeys: to sign in. Until the person is erased.',
    ],
    [
      'Membership',
      'Roles, and who coaches whom from when until when. The name of who left stays readable on what they wrote.',
    ],
    [
      'Browsers',
      'Where one is signed in to these pages, with the browser’s own description and network address: for 14 days after the last visit. In which browsers one has signed in before: a number, for 180 days.',
    ],
    [
      'Extensions',
      'Name, since when, last seen, a hash of the token. Until it is signed out; the hash then two years.',
    ],
    [
      'Log',
      'Who did what to which record or member, and when: never a word of a note. It cannot be changed; kept as long as the workspace.',
    ],
  ] as readonly (readonly [string, string])[],
  envelope: 'and with each',
  envelopeFields:
    'its number, author, whom it is about, who may see it, what it answers, when it was made and changed',
};

export type DataSheetWords = typeof dataSheetEn;
