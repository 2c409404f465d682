/** The shape of a site definition, for zod. Never in the page script. */
import { artifactKinds } from '#lib/records/artifact.ts';
import { z } from '#lib/records/zod.ts';
import { hostProblem } from './check-host.ts';
import { patternProblem } from './check-pattern.ts';
import { idNormalisers } from './definition.ts';

const MAX_SELECTOR = 400;

const name = z
  .string()
  .regex(/^[A-Za-z]\w{0,31}$/, 'is not a name: letters, digits and _, beginning with a letter');
const groupList = z.array(name).min(1).max(8);

const pattern = z.string().superRefine((text, context) => {
  const problem = patternProblem(text);
  if (problem)
    context.addIssue({ code: 'custom', message: `The pattern “${text.slice(0, 60)}” ${problem}.` });
});

/** Only the form of a selector is checked here. The picker shows if it finds nothing on a page. */
const selector = z
  .string()
  .min(1)
  .max(MAX_SELECTOR, `A selector is longer than ${MAX_SELECTOR} characters.`)
  .superRefine((css, context) => {
    const problem = selectorProblem(css);
    if (problem)
      context.addIssue({ code: 'custom', message: `The selector “${css.slice(0, 60)}” ${problem}.` });
  });
const selectors = z.array(selector).min(1).max(20);

function selectorProblem(css: string): string | undefined {
  if (/[{}@<;]|\/\*/.test(css.replace(/"[^"]*"|'[^']*'/g, ''))) return 'is not a CSS selector';
  for (const [open, close] of [
    ['(', ')'],
    ['[', ']'],
  ] as const) {
    if (css.split(open).length !== css.split(close).length) return `has an unclosed ${open}`;
  }
  if (/^(\*|div|span|p|a)$/i.test(css.trim()))
    return 'fits nearly every element of every page; name the one that is meant';
  // Where there is a browser, it has the last word.
  if (typeof document === 'undefined') return;
  try {
    document.createDocumentFragment().querySelector(css);
  } catch {
    return 'is not a CSS selector';
  }
}

const reader = z
  .strictObject({
    css: selector.optional(),
    group: name.optional(),
    attr: z
      .string()
      .regex(/^[\w:-]{1,60}$/, 'is not the name of an attribute')
      .optional(),
    pattern: pattern.optional(),
    shadow: z.literal(true).optional(),
  })
  .refine(
    ({ css, group }) => !css !== !group,
    'Give either a selector (css) or a part of the address (group).',
  )
  .refine(
    one => !one.pattern || one.pattern.includes('(?<text>'),
    'A pattern on a text needs the part that is wanted: (?<text>…).',
  );
const readers = z.array(reader).min(1).max(20);

const parameters = z.record(z.string().min(1).max(60), pattern);

const address = z
  .strictObject({
    host: pattern.optional(),
    path: pattern.optional(),
    hash: pattern.optional(),
    query: parameters.optional(),
    hashQuery: parameters.optional(),
    nestedIn: z.string().min(1).max(60).optional(),
  })
  .refine(
    ({ path, hash, query, hashQuery }) => path || hash || query || hashQuery,
    'An address needs a path, a fragment or a parameter to be recognised by.',
  );

const pageRule = z.strictObject({
  kind: z.enum(artifactKinds).optional(),
  type: z.union([
    z.string().min(1).max(64),
    z.strictObject({
      group: name,
      map: z.record(z.string(), z.string().min(1).max(64)).optional(),
      otherwise: z.string().min(1).max(64).optional(),
    }),
  ]),
  address: z.array(address).min(1).max(12),
  fromPage: z.record(name, readers).optional(),
  key: groupList.optional(),
  idNormalise: z.enum(idNormalisers).optional(),
  caseless: groupList.optional(),
  requires: groupList.optional(),
  origin: z.string().max(200).optional(),
  formerKeys: z.array(z.string().max(300)).min(1).max(8).optional(),
  canonical: z.string().startsWith('/', 'must begin with /').max(300).optional(),
  root: selectors.optional(),
  title: readers.optional(),
  owner: readers.optional(),
  stage: readers.optional(),
});

const host = z
  .string()
  .max(120)
  .superRefine((text, context) => {
    const problem = hostProblem(text);
    if (problem) context.addIssue({ code: 'custom', message: `The host “${text.slice(0, 60)}” ${problem}.` });
  });

/** Only the shape. check-definition.ts checks whether a definition can do harm. */
export const definitionShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, 'must be lower-case letters, digits and dashes'),
  name: z.string().min(1).max(100),
  version: z.int().positive(),
  kind: z.enum(artifactKinds),
  match: z.strictObject({
    hosts: z.array(host).max(40),
    paths: z.array(z.string().startsWith('/').max(100)).min(1).max(10).optional(),
    probe: selectors.optional(),
  }),
  plain: z.array(address).min(1).max(12).optional(),
  pages: z.array(pageRule).min(1).max(40),
  fieldPattern: z
    .strictObject({
      container: selector.optional(),
      key: z.strictObject({ attr: z.string().regex(/^[\w:-]{1,60}$/) }).optional(),
      label: selector.optional(),
      value: selector,
    })
    .refine(({ container, label }) => !container || label, 'With a container, a field also needs its label.')
    .optional(),
  fields: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(200),
        label: z.string().max(200).optional(),
        css: selectors,
      }),
    )
    .max(60)
    .optional(),
  doc: z
    .strictObject({
      root: selectors,
      exclude: selectors.optional(),
      blockId: z.strictObject({ attr: z.string().regex(/^[\w:-]{1,60}$/) }).optional(),
      noText: z.literal('canvas').optional(),
    })
    .optional(),
  video: z
    .strictObject({
      element: selectors.optional(),
      ignore: selectors.optional(),
      timeline: selectors.optional(),
      captions: selectors.optional(),
      transcript: z
        .strictObject({ row: selector, time: selector, text: selector, speaker: selector.optional() })
        .optional(),
      ad: selectors.optional(),
      timeParameter: z
        .string()
        .regex(/^\w{1,20}$/)
        .optional(),
    })
    .optional(),
  navigation: z
    .strictObject({
      events: z
        .array(z.string().regex(/^[\w:.-]{1,60}$/))
        .max(10)
        .optional(),
      maxMs: z.int().min(100).max(10_000).optional(),
      quietMs: z.int().min(0).max(2000).optional(),
    })
    .optional(),
  tried: z.strictObject({
    on: z.enum(['software', 'published']),
    what: z.string().max(200),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date: 2026-11-22'),
  }),
});
