/** Texts for the wikis: several paragraphs each, with words that occur more than once. */
export interface WikiPage {
  /** DokuWiki's name of it. */
  id: string;
  title: string;
  paragraphs: string[];
  dokuwiki: string;
  tiddler: string;
}

const texts: [id: string, title: string, paragraphs: string[]][] = [
  [
    'start',
    'Sales handbook',
    [
      'How we sell, in a few pages. Everybody may improve them.',
      'Begin with the call guide, then read how we follow up.',
    ],
  ],
  [
    'sales:call_guide',
    'Call guide',
    [
      'Open with one sentence about the customer, not about us. A call that begins with our history has lost its first minute.',
      'Ask one question and wait. Most of us answer our own question after two seconds; count to five.',
      'Write the problem down in the words of the customer. “An hour a day per driver goes into replanning” is worth more than any summary of ours.',
      'End with a next step that has a day and a time. “I will get back to you” is not a next step.',
    ],
  ],
  [
    'sales:follow_up',
    'Follow-up',
    [
      'Send the follow-up on the same day. It holds three things: what we heard, what we do next, and when.',
      'Never send a price sheet without a call to walk through it.',
      'A customer who is silent for a week gets a call, not another mail.',
    ],
  ],
];

export const wikiPages: WikiPage[] = texts.map(([id, title, paragraphs]) => ({
  id,
  title,
  paragraphs,
  dokuwiki: `====== ${title} ======\n\n${paragraphs.join('\n\n')}\n`,
  tiddler: `title: ${title}\ntype: text/vnd.tiddlywiki\n\n${paragraphs.join('\n\n')}\n`,
}));
