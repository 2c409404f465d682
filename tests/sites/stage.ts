/** One real application, one real server, a coach and a rep in browsers of their own. */
import type { Frame, Locator, Page } from '@playwright/test';
import type { Person } from '#testing/browser/extension.ts';
import type { People } from '#testing/browser/people.ts';
import type { Cast } from '#testing/server/cast.ts';
import type { Servers } from '#testing/server/servers.ts';
import { expect } from '#testing/test.ts';
import { type SiteName, startSite } from '../../scripts/site-software/index.ts';

export interface Stage {
  cast: Cast;
  coach: Person;
  rep: Person;
  /** Addresses of the application's pages, by name. */
  pages: Record<string, string>;
  stop(): Promise<void>;
}

/** Addresses of what `npm run test:sites` has started, by application; a file run by itself starts its own. */
export const RUNNING = 'SIDELINE_SITES';

export async function setStage(name: SiteName, people: People, servers: Servers): Promise<Stage> {
  const running = JSON.parse(process.env[RUNNING] ?? '{}') as Record<string, Record<string, string>>;
  const site = running[name] ? undefined : await startSite(name);
  const pages = running[name] ?? site?.pages ?? {};
  const cast = await servers.startCast();
  const granted = [...new Set(Object.values(pages).map(url => new URL(url).origin))];
  const coach = await people.launchAs(cast.coach, cast, { granted });
  const rep = await people.launchAs(cast.rep, cast, { granted });
  return {
    cast,
    coach,
    rep,
    pages,
    stop: async () => site?.stop(),
  };
}

/** The address of one page; throws with its name where the application has none of it. */
export function pageOf(stage: Stage, name: string): string {
  const url = stage.pages[name];
  if (!url) throw new Error(`The application has no page "${name}".`);
  return url;
}

export async function chooseRep(composer: Frame | Page): Promise<void> {
  await composer
    .getByRole('combobox', { name: 'For', exact: true })
    .selectOption({ label: 'Jonas Petersen' });
}

/** The card of the note that says this, in an open sidebar. */
export function cardOf(sidebar: Page, observation: string): Locator {
  return sidebar.getByRole('article').filter({ hasText: observation });
}

/** The rep's answer: accepts a correction and says it back; gives a recognition a word back. */
export async function answer(card: Locator, kind: 'Improve' | 'Recognise', words: string): Promise<void> {
  if (kind === 'Improve') {
    await card.getByRole('radio', { name: 'Accept' }).check();
    await card.getByRole('textbox', { name: 'Say it back' }).fill(words);
    await card.getByRole('button', { name: 'Answer' }).click();
  } else {
    await card.getByRole('textbox', { name: 'A word back' }).fill(words);
    await card.getByRole('button', { name: 'Seen, thank you' }).click();
  }
  await expect(card.getByText('Accepted')).toBeVisible();
}

export interface Drawn {
  classes: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * What we have drawn over the page: outlines and timeline marks, by class, where they stand in the viewport. The layer
 * is in a closed shadow root, which only the debugger sees into.
 */
export async function drawnOver(page: Page): Promise<Drawn[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const drawn: Drawn[] = [];
    for (const { nodeId, classes } of itemsUnder(root)) {
      const box = await session.send('DOM.getBoxModel', { nodeId }).catch(() => undefined);
      const [left, top] = box?.model.border ?? [];
      if (!box || left === undefined || top === undefined) continue;
      drawn.push({ classes, left, top, width: box.model.width, height: box.model.height });
    }
    return drawn;
  } finally {
    await session.detach();
  }
}

interface DomNode {
  nodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
}

function* itemsUnder(node: DomNode): Generator<{ nodeId: number; classes: string }> {
  const at = node.attributes?.indexOf('class') ?? -1;
  const classes = at % 2 === 0 ? (node.attributes?.[at + 1] ?? '') : '';
  if (/(^| )item( |$)/.test(classes) && /\b(outline|mark|bar)\b/.test(classes)) {
    yield { nodeId: node.nodeId, classes };
  }
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* itemsUnder(child);
}

/** Saves what a person would see, for those who want to look at it: only where SIDELINE_SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SIDELINE_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
