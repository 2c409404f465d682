/** What the server's pages say, in English. Every other language has the same keys: see Words. (The extension’s words are in locales/.) */

import type { Role } from '#lib/sync/protocol.ts';
import type { AuditKind } from '#server/audit/chain.ts';
import { MIN_PASSWORD } from '#server/auth/limits.ts';
import { dataSheetEn } from './data-sheet-en.ts';
import { recordsEn } from './records-en.ts';

const roles: Record<Role, { name: string; hint: string }> = {
  owner: { name: 'Owner', hint: 'invites people and manages the workspace; may write to everybody' },
  coach: { name: 'Coach', hint: 'writes notes for the people they are assigned to' },
  coachee: { name: 'Coachee', hint: 'gets notes on their work and answers them' },
  sponsor: { name: 'Sponsor', hint: 'backs the programme; reads and writes no notes about others' },
  liaison: { name: 'Liaison', hint: 'whom the team asks about Sideline; reads no notes about others' },
};

/** What a form was refused for: our own checks first, then the auth library's codes. */
const problems = {
  'your-name': 'Give your name.',
  'workspace-name': 'Give the workspace a name.',
  'too-long': 'This is too long.',
  email: 'This is not an e-mail address.',
  password: 'Give a password.',
  'password-short': `Choose a password of at least ${MIN_PASSWORD} characters.`,
  'password-long': 'Choose a shorter password.',
  role: 'Choose at least one role.',
  unknown: 'This is not known here.',
  date: 'Give a date.',
  self: 'Nobody coaches themself.',
  backwards: 'It cannot end before it begins.',
  members: 'Choose two members.',
  workspace: 'Choose a workspace.',
  decision: 'Choose one of the two buttons.',
  'no-match': 'This address and password do not fit together.',
  stale: 'The page was too old. It is fresh now; try again.',
  'not-open': 'This invitation is not open any more.',
  yourself: 'Another owner has to take you out.',
  'name-differs': 'This is not the name of the person you chose. Nothing was erased.',
  months: 'Give a number of months, 1 to 240.',
  'signed-out-already': 'This is signed out already.',
  'other-workspaces':
    'This person is in other workspaces too, so a link from you could open those. They can ask for one by mail.',
  'sign-in-again': 'To change this, sign out and in again first.',
  'last-way-in': 'This is your only way to sign in. Set a password or add another passkey first.',
  passkey: 'The passkey was not accepted. Try again, or sign in another way.',
  USER_ALREADY_EXISTS: 'There is an account with this address already. Sign in with it.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is an account with this address already. Sign in with it.',
  INVALID_EMAIL: 'This is not an e-mail address.',
  INVALID_PASSWORD: 'This is not your password now.',
  PASSWORD_TOO_SHORT: 'Choose a longer password.',
  PASSWORD_TOO_LONG: 'Choose a shorter password.',
  SESSION_NOT_FRESH: 'To change this, sign out and in again first.',
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: 'This person is a member already.',
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION:
    'There is an open invitation for this address. Withdraw it first.',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER:
    'A workspace needs an owner. Make somebody else one first.',
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER:
    'A workspace needs an owner. Make somebody else one first.',
  INVITATION_LIMIT_REACHED: 'There are too many open invitations. Withdraw some first.',
  other: 'This could not be done. Reload the page and try again.',
};

/** What was done, by the word in `?done=`. */
const done = {
  joined: 'Welcome! Now open Sideline’s settings in your browser and connect it to this server.',
  invited: 'The invitation is made. Copy its link below and send it yourself; it works once.',
  mailed: 'The invitation is on its way by mail. Its link is below too; it works once.',
  withdrawn: 'The invitation is withdrawn.',
  roles: 'The roles are changed.',
  removed: 'The member is taken out and their devices are signed out.',
  assigned: 'The coach is assigned.',
  ended: 'The assignment is ended.',
  'signed-out': 'The device is signed out.',
  'signed-out-all': 'All their devices and browsers are signed out.',
  'session-ended': 'That browser is signed out.',
  'others-ended': 'All other browsers are signed out.',
  password: 'Your password is changed; all other browsers are signed out.',
  'password-set': 'Your new password is set. Sign in with it.',
  name: 'Your name is changed.',
  'passkey-added': 'The passkey is added. You can sign in with it from now on.',
  retention: 'It is set.',
  'site-retired': 'The site is taken back. Devices forget it at their next sync.',
  'passkey-removed': 'The passkey is removed here. Remove it from your device too.',
};

/** Why the company's own sign-in did not let somebody in. */
const companyProblems = {
  not_invited:
    'Nobody has invited this address, and its domain is not let in by itself. Ask an owner of your team.',
  email_not_verified: 'Your company did not confirm this e-mail address.',
  account_not_linked:
    'There is an account with this address already that was never confirmed. Sign in with its password.',
  access_denied: 'You did not go on there.',
};

export const en = {
  locale: 'en',
  roles,
  problems,
  done,
  companyProblems,
  companyProblem: 'Signing in there did not work. Try again.',

  skip: 'Skip to the content',
  signOut: 'Sign out',
  signIn: 'Sign in',
  you: 'You',
  cancel: 'Cancel',
  save: 'Save',
  remove: 'Remove',
  former: (name: string) => `${name} (former member)`,
  formerUnknown: 'a former member',
  formTooLong: { title: 'Too long', text: 'This form holds more than it can.' },
  notFrom: { title: 'Not from here', text: 'This form was sent from another site, so nothing was done.' },
  notForm: { title: 'Not a form', text: 'Send it with the form on the page.' },
  oddValue: {
    title: 'A character that cannot be kept',
    text: 'Something that you sent holds a character or a number that cannot be stored. Type it anew.',
  },
  notFound: { title: 'Not found', text: 'There is no such page.' },
  notForYou: { title: 'Not found', text: 'There is no such page for you.' },
  wrong: { title: 'Something went wrong here', text: 'Try again in a moment.' },
  notNow: { title: 'Not just now', text: 'Try again in a minute.' },
  oldForm: { title: 'This form is too old', text: 'Open the page again and start over.' },
  ownersOnly: { title: 'Only for owners', text: 'Ask an owner of the workspace.' },
  tooMany: {
    title: 'A moment, please',
    text: (seconds: number) =>
      `That was a lot of tries in a short time. Wait ${seconds} seconds and try again.`,
  },
  nowhere: {
    title: 'You are in no workspace yet',
    text: 'Ask an owner of your team for an invitation link, and open it in this browser.',
  },

  fields: {
    workspace: 'Name of the workspace',
    workspaceHint: 'What your team calls itself, “North Sales” for example.',
    yourName: 'Your name',
    yourEmail: 'Your e-mail',
    email: 'E-mail',
    password: 'Password',
    newPassword: 'A password',
    passwordNow: 'Your password now',
    passwordThen: 'A new password',
    passwordHint: `At least ${MIN_PASSWORD} characters. Three or four words that only you would put together do well.`,
    code: 'Code',
  },

  start: {
    title: 'Start a workspace',
    lead: 'A workspace is one team: its people, who coaches whom, and their notes. You will be its owner.',
    button: 'Start the workspace',
    haveAccount: 'Have an account already?',
    closed: 'This server has its workspace',
    closedText: 'New people join with an invitation link from an owner.',
  },

  enter: {
    title: 'Sign in',
    newHere: 'New here?',
    invited: 'New here? Open the invitation link that an owner of your team sent you.',
    otherWays: 'Other ways to sign in',
    passkey: 'Sign in with a passkey',
    company: (name: string) => `Sign in with ${name}`,
    mail: 'Have a link mailed to you',
    forgot: 'No password any more? Ask an owner of your team for a link to set a new one.',
    passkeyTitle: 'Your passkey',
    passkeyText: 'Your browser asks for your passkey now. If it does not, press the button.',
    passkeyButton: 'Use the passkey',
    noScript: 'Passkeys need JavaScript in this browser. Sign in another way.',
    back: 'Back to signing in',
  },

  mailLink: {
    title: 'A link by mail',
    lead: 'If there is an account with this address, a mail with a link will be there in a minute. It works once.',
    signIn: 'Mail me a link to sign in',
    password: 'Mail me a link for a new password',
    sent: 'Look at your mail',
    sentText:
      'If there is an account with this address, a link is on its way. It is good for 15 minutes and works once.',
    openTitle: 'Sign in to Sideline',
    openText: 'Go on only if you asked for this link yourself.',
    openButton: 'Sign in',
    passwordTitle: 'Choose a new password',
    passwordText:
      'All browsers in which you are signed in will be signed out. The extension stays signed in.',
    passwordButton: 'Set the password',
    gone: 'This link is no longer good',
    goneText: 'It works once and only for a short time. Ask for a new one.',
  },

  mails: {
    signInSubject: 'Your link to sign in to Sideline',
    signIn: (link: string) =>
      `Open this link to sign in to Sideline. It works once, for 15 minutes.\n\n${link}\n\nIf you did not ask for it, there is nothing to do.\n`,
    passwordSubject: 'A new password for Sideline',
    password: (link: string) =>
      `Open this link to choose a new password for Sideline. It works once, for one hour.\n\n${link}\n\nIf you did not ask for it, there is nothing to do: your password stays.\n`,
    inviteSubject: (workspace: string) => `Join ${workspace} on Sideline`,
    invite: (by: string, workspace: string, link: string) =>
      `${by} invites you to ${workspace} on Sideline, where colleagues leave each other small notes on the work itself.\n\n${link}\n\nThe link is for this address, works once, and is good for seven days.\n`,
  },

  join: {
    title: (workspace: string) => `Join ${workspace}`,
    lead: (roles: string) => `You are invited as ${roles}. The invitation is for`,
    button: 'Join the workspace',
    haveAccount: 'You have an account here already.',
    signIn: 'Sign in to join',
    signedInAs: (email: string) => `You are signed in as ${email}. Sign out, then open the link again.`,
    gone: 'This link is no longer good',
    goneText: 'An invitation works once and for seven days. Ask an owner of the team for a new one.',
  },

  device: {
    title: 'Sign in the extension',
    lead: 'Type the code that the extension shows.',
    go: 'Go on',
    question: 'Sign in the extension?',
    check: 'Approve only if you asked for this just now and the extension shows this very code:',
    name: 'Device',
    from: 'Asked from',
    when: 'Asked at',
    as: 'Signing in as',
    elsewhere:
      'It was asked for from another network address than yours. If the extension is not on this computer or a network of yours, do not approve.',
    approve: 'Approve',
    deny: 'Do not approve',
    which: 'In which workspace?',
    sees: 'It will see and write what you may in',
    unknown:
      'This code is not known. Codes are good for ten minutes; look at the one in the extension again.',
    gone: 'This code is no longer good',
    goneText: 'The code was used already, or is for somebody else. Start again in the extension.',
    denied: 'Not approved',
    deniedText: 'The extension was not signed in. If you did not ask for it, there is nothing more to do.',
    done: 'Done',
    doneText: (device: string, workspace: string) =>
      `“${device}” is signed in to ${workspace}. You can close this tab and go back to the extension.`,
    toTeam: (workspace: string) => `People in ${workspace}: invite somebody, see who is there`,
  },

  account: {
    title: 'Your account',
    name: 'Name',
    password: 'Password',
    changePassword: 'Change the password',
    noPassword: 'You have no password. Have a link for one mailed to you, or ask an owner.',
    passkeys: 'Passkeys',
    passkeysLead: 'Sign in with your finger, your face or a key instead of a password.',
    noPasskeys: 'None yet.',
    passkeysNeedName: 'Passkeys need a server with a name and https.',
    addPasskey: 'Add a passkey',
    addPasskeyText: 'Your browser asks you to make a passkey now. If it does not, press the button.',
    addPasskeyButton: 'Make the passkey',
    passkey: 'Passkey',
    removePasskey: (name: string) => `Remove the passkey ${name}`,
    browsers: 'Browsers',
    browsersLead: 'Where you are signed in to these pages.',
    thisBrowser: 'This browser',
    endOthers: 'Sign out all others',
    devices: 'Extensions',
    noDevices: 'None yet. Open Sideline’s settings in your browser and connect to',
    since: (since: string, seen: string) => `Since ${since}, last here ${seen}`,
    signOutThat: (name: string) => `Sign out ${name}`,
    in: (workspace: string) => `in ${workspace}`,
    unknownBrowser: 'Browser',
  },

  audit: {
    title: 'Log',
    lead: 'Who did what, and when. Never a word of a note. Entries cannot be changed or taken out unseen.',
    check: 'Check that nothing was changed',
    whole: (count: number) => `All ${count} entries are as they were written.`,
    broken: (n: number) => `Entry ${n} is not as it was written, or is missing. Ask whoever runs the server.`,
    older: 'Older entries',
    newest: 'Newest entries',
    none: 'No entries.',
    server: 'The server',
    about: (name: string) => `about ${name}`,
    from: (name: string) => `from ${name}`,
    sawNote: 'saw a note',
    kinds: {
      create: 'wrote something',
      send: 'sent a note',
      acknowledge: 'answered a note',
      score: 'scored',
      change: 'changed something they wrote',
      'take-back': 'took something back',
      erase: 'erased something',
      'sign-in': 'signed in',
      'sign-out': 'signed out',
      'password-link': 'made a link for a new password',
      found: 'started the workspace',
      invite: 'invited somebody',
      withdraw: 'withdrew an invitation',
      join: 'joined',
      leave: 'took a member out',
      roles: 'changed roles',
      assign: 'assigned a coach',
      unassign: 'ended an assignment',
      settings: 'changed a setting',
      export: 'exported data',
      import: 'imported data',
      restore: 'restored a backup',
      insight: 'looked at figures or escalations',
    } as Record<AuditKind, string>,
  },

  sites: {
    title: 'Sites',
    shared: 'Sites that everybody knows',
    lead: 'An owner taught Sideline where on these sites records, titles and fields are, and shared it from the settings of the extension. Every member’s device uses it.',
    none: 'None yet. Open Sideline’s settings in your browser, and share a site that you taught.',
    unnamed: 'Without a name',
    sharedBy: (who: string, day: string) => `Shared by ${who}, ${day}`,
    retire: 'Take it back',
    retireLabel: (name: string) => `Take it back: ${name}`,
    retireHint:
      'All devices forget the site. Notes that were written there stay; on the page itself they are found where its address is still the same.',
    retireButton: (name: string) => `Take ${name} back`,
  },

  records: recordsEn,

  dataSheet: dataSheetEn,

  ownFile: {
    made: (at: string) => `Made ${at}`,
    coaches: 'Who coaches whom',
    coaching: (coach: string, coachee: string) => `${coach} coaches ${coachee}`,
    deleted: 'deleted',
    stored: 'As it is stored',
    damaged: (problem: string) => `This record is damaged and cannot be read. ${problem}`,
    odd: (problem: string) => `Not everything in this record is as it should be. ${problem}`,
    cutByExcel: (columns: string, characters: number) =>
      `Excel cuts off ${columns} after ${characters.toLocaleString('en')} characters; the file has all of it.`,
  },

  data: {
    title: 'Data',
    own: 'Your data',
    ownLead: 'All that is by you or about you here and that you may see, and who exported it.',
    html: 'To read (HTML)',
    json: 'All of it (JSON)',
    ndjson: 'A line each (NDJSON)',
    csv: 'Only the records (CSV)',
    storage: 'What is stored',
    records: 'Records',
    bytes: 'Size',
    retention: 'How long it is kept',
    retentionLead:
      'Records that nobody changed for so long are erased, for good and on every device. Checked daily.',
    months: 'Months',
    monthsHint: 'Empty: everything is kept.',
    preview: 'What would be erased?',
    wouldErase: (count: number, months: number) =>
      count === 1
        ? `With ${months} months, 1 record would be erased now.`
        : `With ${months} months, ${count} records would be erased now.`,
    setRetention: 'Set it',
    erasure: 'Erase a person’s data',
    erasureLead:
      'For somebody who asks for it by law. The words are gone for good, everywhere, at once; for 90 days it can still be read that something was there. The log says who erased it. An account goes with its person, unless they are in another workspace.',
    who: 'Whose',
    which: 'What',
    by: 'What they wrote',
    aboutThem: 'What is about them',
    person: 'All of it, with membership and account',
    personGone: (account: boolean): string =>
      account
        ? 'The membership and the account are gone.'
        : 'The membership is gone; the account belongs to another workspace too, and stays.',
    both: 'Both',
    confirm: 'Type the person’s name to confirm',
    erase: 'Erase for good',
    erased: (count: number) => (count === 1 ? '1 record is erased.' : `${count} records are erased.`),
  },

  team: {
    find: 'Find somebody by name',
    findByAddress: 'Find somebody by name or e-mail',
    search: 'Search',
    everybody: 'Show everybody',
    nobodyFound: 'Nobody here is called that.',
    pages: 'Pages',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: 'Previous',
    next: 'Next',
    more: (count: number) => `And ${count} more.`,
    findThem: 'Search for an address to see its invitation.',
    coachAddress: 'Or the e-mail of somebody who is not in the list',
    coachAddressHint: 'The list has the first hundred, coaches first.',
    otherWorkspaces: 'Your other workspaces:',
    sections: 'Sections',
    people: 'People',
    coachedBy: (coach: string) => `Coached by ${coach}`,
    fromDay: (day: string) => ` from ${day}`,
    untilDay: (day: string) => ` until ${day}`,
    end: 'End',
    endLabel: (coachee: string, coach: string) => `End: ${coachee} coached by ${coach}`,
    change: 'Change',
    changeLabel: (name: string) => `Change ${name}`,
    roles: 'Roles',
    saveRoles: 'Save the roles',
    coach: 'Coach',
    from: 'From',
    until: 'Until (if it ends)',
    assign: 'Assign the coach',
    removeHint: 'Their devices are signed out at once. What they wrote stays.',
    removeButton: (name: string) => `Take ${name} out of the workspace`,
    devicesOf: (count: number) => (count === 1 ? '1 extension signed in' : `${count} extensions signed in`),
    signOutEverywhere: 'Sign out everywhere',
    signOutEverywhereHint:
      'All their extensions in this workspace and all their browsers, for a lost computer.',
    passwordLink: 'Make a link for a new password',
    passwordLinkHint:
      'For somebody who cannot sign in any more. Give it to nobody else: whoever opens it can sign in as them. They will see that you made it.',
    passwordLinkMade: (name: string) => `A link for ${name}, good for one hour and once`,
    invite: 'Invite somebody',
    theirEmail: 'Their e-mail',
    coachedByLegend: 'Coached by',
    byMe: (name: string) => `${name} (you)`,
    makeInvitation: 'Make an invitation link',
    mailInvitation: 'Mail the invitation',
    openInvitations: 'Open invitations',
    as: (roles: string) => ` as ${roles}`,
    invitedCoachedBy: (coaches: string) => `, coached by ${coaches}`,
    withdraw: 'Withdraw',
    withdrawLabel: (email: string) => `Withdraw the invitation of ${email}`,
    linkUntil: (day: string) => `Link, good until ${day}`,
    yourDevices: 'Your extensions',
    account: 'Your account',
  },
};

/** A language of the pages: the same keys, any text. */
export type Words = typeof en;

/** What can be wrong with a form. */
export type ProblemKey = keyof Words['problems'];
/** What a page says was done. */
export type DoneKey = keyof Words['done'];
