/** Kinds of edits that pages go through. Each changes the page and the model alike. */
import type { Chance } from './chance.ts';
import { type Line, type Model, type Token, write } from './model.ts';

export type Edit = (
  model: Model,
  root: Element,
  chance: Chance,
  quotes: { from: number; to: number }[],
) => void;

const BLOCKS = 'p, li, dd, tr, pre, blockquote';
const PHRASE_TAGS = ['span', 'b', 'em', 'a', 'mark', 'code'];

function vocabulary(model: Model): string[] {
  return model.lines
    .flatMap(({ tokens }) => tokens.map(({ text }) => text))
    .filter(text => /^\p{L}+$/u.test(text));
}

function eachLine(model: Model, change: (tokens: Token[], line: Line) => Token[]): void {
  for (const line of model.lines) {
    line.tokens = change(line.tokens, line);
    write(line);
  }
}

function words(share: number): Edit {
  return (model, _root, chance) => {
    const others = vocabulary(model);
    eachLine(model, tokens =>
      tokens.map(token =>
        chance.next() < share ? { ...token, text: chance.pick(others), replaced: true } : token,
      ),
    );
  };
}

function insertions(share: number): Edit {
  return (model, _root, chance) => {
    const others = vocabulary(model);
    eachLine(model, tokens =>
      tokens.flatMap(token => {
        if (chance.next() >= share) return [token];
        const added = Array.from({ length: 1 + chance.below(4) }, () => ({
          id: -1,
          text: chance.pick(others),
          gap: ' ',
        }));
        return [...added, token];
      }),
    );
  };
}

function deletions(share: number): Edit {
  return (model, _root, chance) => {
    eachLine(model, tokens => tokens.filter(() => chance.next() >= share));
  };
}

/** Moves a share of the page's paragraphs, list items and rows elsewhere among their kind. */
const moved: Edit = (_model, root, chance) => {
  const blocks = innermost(root);
  for (const block of blocks) {
    if (chance.next() >= 0.15) continue;
    const target = chance.pick(blocks);
    if (target === block || target.contains(block) || block.contains(target)) continue;
    if (target.localName !== block.localName && [target, block].some(({ localName }) => localName === 'tr'))
      continue;
    if (chance.next() < 0.5) target.before(block);
    else target.after(block);
  }
};

/** Takes out whole paragraphs. */
const deletedBlocks: Edit = (_model, root, chance) => {
  for (const block of innermost(root)) if (chance.next() < 0.25) block.remove();
};

/** Takes out the very words of each quote, and nothing else. */
const deletedQuotes: Edit = (model, _root, _chance, quotes) => {
  const gone = new Set(
    quotes.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  );
  eachLine(model, tokens => tokens.filter(({ id }) => !gone.has(id)));
};

/** Straight and curly quotes, dashes, ellipses, ligatures, no-break and thin spaces, soft hyphens. */
const typography: Edit = (model, _root, chance) => {
  const change = (text: string) =>
    text
      .replace(/"([^"]*)"/g, '“$1”')
      .replace(/'/g, '’')
      .replace(/(\w)--(\w)/g, '$1—$2')
      .replace(/-/g, chance.next() < 0.5 ? '‑' : '–')
      .replace(/\.\.\./g, '…')
      .replace(/fi/g, chance.next() < 0.3 ? 'ﬁ' : 'fi')
      .replace(/([a-z]{4})([a-z]{4})/, chance.next() < 0.1 ? '$1\u00ad$2' : '$1$2');
  eachLine(model, tokens =>
    tokens.map(token => ({
      ...token,
      text: change(token.text),
      gap: token.gap === ' ' && chance.next() < 0.1 ? '\u00a0' : token.gap,
    })),
  );
};

/** The same words in other mark-up: split nodes, wrapped words, other white space, other paragraph elements. */
const reflow: Edit = (model, root, chance) => {
  for (const line of [...model.lines]) {
    for (const token of line.tokens) if (token.gap && chance.next() < 0.2) token.gap = '\n   ';
    write(line);
    for (let cuts = 0; cuts < 3 && line.tokens.length > 2 && chance.next() < 0.5; cuts++) {
      splitLine(model, line, 1 + chance.below(line.tokens.length - 1), chance);
    }
  }
  for (const block of root.querySelectorAll('p')) {
    if (chance.next() >= 0.3) continue;
    const other = document.createElement('div');
    other.append(...block.childNodes);
    block.replaceWith(other);
  }
};

function splitLine(model: Model, line: Line, index: number, chance: Chance): void {
  const tokens = line.tokens.splice(index);
  write(line);
  const node = document.createTextNode('');
  const other: Line = { node, lead: '', tokens };
  write(other);
  if (chance.next() < 0.3) line.node.after(node);
  else {
    const wrap = document.createElement(chance.pick(PHRASE_TAGS));
    wrap.append(node);
    line.node.after(wrap);
  }
  model.lines.push(other);
}

/** Paragraphs cut in two, and neighbours joined. */
const splitAndMerge: Edit = (model, root, chance) => {
  for (const line of [...model.lines]) {
    const block = line.node.parentElement;
    if (!block?.matches('p, li, dd') || line.tokens.length < 6 || chance.next() >= 0.3) continue;
    const tokens = line.tokens.splice(1 + chance.below(line.tokens.length - 1));
    write(line);
    const rest = block.cloneNode(false) as Element;
    const other: Line = { node: document.createTextNode(''), lead: '', tokens };
    write(other);
    let after = line.node.nextSibling;
    rest.append(other.node);
    while (after) {
      const next = after.nextSibling;
      rest.append(after);
      after = next;
    }
    block.after(rest);
    model.lines.push(other);
  }
  for (const block of root.querySelectorAll('p')) {
    const next = block.nextElementSibling;
    if (next?.localName !== 'p' || chance.next() >= 0.2) continue;
    block.append(' ', ...next.childNodes);
    next.remove();
  }
};

const mixed: Edit = (model, root, chance, quotes) => {
  words(0.03)(model, root, chance, quotes);
  insertions(0.02)(model, root, chance, quotes);
  deletions(0.03)(model, root, chance, quotes);
  typography(model, root, chance, quotes);
  moved(model, root, chance, quotes);
  reflow(model, root, chance, quotes);
};

export const edits: Record<string, Edit> = {
  unchanged: () => {},
  words: words(0.08),
  'words, many': words(0.2),
  insertions: insertions(0.06),
  deletions: deletions(0.08),
  'moved paragraphs': moved,
  'split and merged': splitAndMerge,
  typography,
  're-flow': reflow,
  'deleted paragraphs': deletedBlocks,
  'deleted words': deletedQuotes,
  mixed,
};

/** Blocks that hold no other block. */
function innermost(root: Element): Element[] {
  return [...root.querySelectorAll(BLOCKS)].filter(
    // A paragraph that is moved into a closed menu is not there any more, and nobody would say that it moved.
    block =>
      block.querySelector(BLOCKS) === null && /\S/.test(block.textContent ?? '') && block.checkVisibility(),
  );
}
