/** Markup in every text that anybody can write is text in every view: shown as it was written, and none of it runs. */
import type { Frame, Page } from '@playwright/test';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import type { Body, RecordType } from '#lib/records/types.ts';
import { type Person, panelIn } from '#testing/browser/extension.ts';
import { PAYLOADS } from '#testing/pages/payloads.ts';
import type { Cast } from '#testing/server/cast.ts';
import type { TestMember } from '#testing/server/team.ts';
import { expect, test } from '#testing/test.ts';

const DAY = 24 * 3_600_000;
/** Short ones for names. */
const SCRIPT = '<script>__ran=1</script>';
const IMAGE = '<img src=x onerror=__ran=1>';

let doc: Artifact;
let cast: Cast;
let coach: TestMember;
let rep: TestMember;
test.beforeAll(async ({ demo, servers }) => {
  doc = demo.artifacts.doc;
  cast = await servers.startCast();
  coach = await cast.join(`Cora ${IMAGE} Duarte`, ['owner', 'coach']);
  rep = await cast.join(`Rolf ${SCRIPT} Lind`, ['coachee']);
  await cast.assign(coach, rep);
  for (const [index, text] of PAYLOADS.entries()) await write(text, index);
});

/** One text in everything that two people write to each other. */
async function write(text: string, index: number): Promise<void> {
  const now = Date.now() - index * 60_000;
  const make = <T extends RecordType>(from: TestMember, type: T, body: Body<T>, refs: string[] = []) =>
    createRecord(
      {
        type,
        workspaceId: cast.workspaceId,
        authorId: from.id,
        subjectId: from === coach ? rep.id : coach.id,
        audience: 'coaches',
        refs,
        body,
      },
      now,
    );
  const short = text.slice(0, 80);
  const artifact = { ...doc, title: text, owner: text, stage: text };
  // Quoted words are not judged, so that a behaviour of these can be active.
  const quoted = `“${text}”`;
  const parts = {
    when: text,
    looksLike: `Say ${quoted} before the call ends.`,
    soundsGood: text,
    ifItBreaks: text,
  };
  const behaviour = make(coach, 'behaviour', {
    ...parts,
    name: short,
    howOften: quoted,
    standard: quoted,
    byWhen: quoted,
    whyItWorks: text,
    state: index < 2 ? 'active' : 'proposed',
  });
  const note = make(coach, 'note', {
    kind: (['correction', 'recognition', 'question'] as const)[index % 3] ?? 'question',
    artifact,
    anchor: { kind: 'field', label: text, value: text },
    behaviourId: behaviour.id,
    observation: text,
    impact: text,
    nextAction: text,
    affirmation: text,
    checkInAt: now + DAY,
  });
  const score = make(coach, 'scorecard', {
    artifact,
    anchor: { kind: 'whole', quote: text },
    rubric: { id: 'hook-clarity-follow-up', version: 1 },
    scores: [{ criterion: 'hook', level: 1 }],
  });
  const [taken] = await coach.push(behaviour, note, score);
  expect([text, taken?.status]).toEqual([text, 'accepted']);
  if (index % 3 === 1) return;
  const answer = { answer: 'discuss' as const, sentence: text, repeatBack: text };
  const step = { cue: text, size: text, successCondition: text, dueAt: now - DAY, easier: text };
  const promise = make(rep, 'commitment', { ...step, behaviourId: behaviour.id }, [note.id]);
  const proof = { kind: 'workSample' as const, context: 'real' as const, text, link: text, before: text };
  await rep.push(
    make(rep, 'acknowledgement', answer, [note.id]),
    promise,
    make(rep, 'evidence', { ...proof, artifact }, [promise.id]),
  );
  if (index % 2 === 0) {
    await coach.push(make(coach, 'reply', { sentence: text, outcome: 'stands' }, [note.id]));
    await coach.push(make(coach, 'verdict', { finding: 'partly', sentence: text }, [promise.id]));
  }
  const shared = { workspaceId: cast.workspaceId, authorId: coach.id, audience: 'workspace' as const };
  const levels = { question: text, levels: [text, text] };
  await coach.push(
    createRecord(
      { ...shared, type: 'template', body: { name: short, kind: 'question', observation: text } },
      now,
    ),
    createRecord({ ...shared, type: 'site', body: { definition: { id: 'x', name: text, kind: text } } }, now),
    createRecord(
      {
        ...shared,
        type: 'rubric',
        body: {
          id: `r${index}`,
          version: 1,
          name: short,
          criteria: [1, 2, 3].map(n => ({ id: `c${n}`, name: short, ...levels })),
        },
      },
      now,
    ),
  );
}

/** Nothing of it ran or became an element, here and now; answers how many of the texts are to be read. */
async function harmless(view: Page | Frame): Promise<number> {
  const found = await view.evaluate(() => ({
    ran: '__ran' in globalThis,
    elements: [...document.querySelectorAll('img[src="x"], iframe, math, [onerror], [onload], [ontoggle], a')]
      .filter(
        each => !(each instanceof HTMLAnchorElement) || !/^https?:|^chrome-extension:|^blob:/.test(each.href),
      )
      .map(each => each.outerHTML),
    scripts: document.querySelectorAll('script:not([src])').length,
    text: document.body.innerText,
  }));
  expect(found).toMatchObject({ ran: false, elements: [], scripts: 0 });
  return PAYLOADS.filter(text => found.text.includes(text)).length;
}

async function unfold(view: Page | Frame): Promise<void> {
  await view.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Each tab of a view, with all that can be unfolded. */
async function everyTab(view: Page): Promise<number> {
  let most = await harmless(view);
  const names = await view.getByRole('tab').allInnerTexts();
  for (let index = 0; index < names.length; index += 1) {
    await view.getByRole('tab').nth(index).click();
    await expect(view.getByRole('tab', { selected: true })).not.toHaveText('');
    await unfold(view);
    most = Math.max(most, await harmless(view));
  }
  return most;
}

for (const [name, member, other] of [
  ['the coach', () => coach, /^People/],
  ['the rep', () => rep, /^Today/],
] as const) {
  test.describe(`for ${name}`, () => {
    let person: Person;
    let page: Page;
    let sidebar: Page;
    test.beforeAll(async ({ demo, people }) => {
      person = await people.launchAs(member(), cast, { granted: [demo.url] });
      page = await person.visit(demo.artifacts.doc.url);
      sidebar = await person.openSidebar(page);
      await sidebar.reload();
      await expect(sidebar.getByRole('article').nth(PAYLOADS.length - 1)).toBeVisible();
    });

    test('the notes of the page show every text as it was written', async () => {
      expect(await harmless(sidebar)).toBe(PAYLOADS.length);
      await harmless(page);
    });

    test('every other view of the sidebar is harmless, too', async () => {
      expect(await everyTab(sidebar)).toBeGreaterThan(0);
      await sidebar.getByRole('tab', { name: other }).click();
      if (member() === coach) {
        await sidebar.getByText(`Rolf ${SCRIPT} Lind`, { exact: true }).first().click();
        await expect.poll(() => harmless(sidebar), 'the person').toBeGreaterThan(0);
      }
    });

    test('so are the settings and the panel', async () => {
      const settings = await person.extensionPage('options.html');
      await expect(settings.getByRole('tab').first()).toBeVisible();
      expect(await everyTab(settings)).toBeGreaterThan(0);
      await page.bringToFront();
      const panel = await panelIn(page);
      await unfold(panel);
      await harmless(panel);
      // A rep writes about nobody else.
      const options = await panel.locator('option').allInnerTexts();
      expect(options.includes(`Rolf ${SCRIPT} Lind`)).toBe(member() === coach);
      await harmless(page);
    });
  });
}

test.describe('on the server’s pages', () => {
  test('names and everything else are text as well', async () => {
    for (const path of ['', '/sites', '/data', '/data-sheet', '/audit']) {
      const response = await fetch(`${cast.url}/team/${cast.workspaceId}${path}`, {
        headers: { cookie: coach.cookie, accept: 'text/html' },
      });
      const text = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      expect(text).not.toMatch(/<script|<img|<iframe|<svg on|href="javascript:/i);
    }
  });
});
