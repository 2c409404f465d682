/** A single-page move to the next record: never, for one frame, the last one's notes; a draft stays where it was begun. */
import type { Page } from '@playwright/test';
import { createRecord } from '#lib/records/create.ts';
import { type Person, panelIn } from '#testing/browser/extension.ts';
import { type Cast, paintedWords } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const WORDS = 'Katharina had asked twice about driver onboarding';

let cast: Cast;
let rep: Person;
test.beforeAll(async ({ demo, people, servers }) => {
  cast = await servers.startCast();
  const { crm } = demo.artifacts;
  const note = createRecord(
    {
      type: 'note',
      workspaceId: cast.workspaceId,
      authorId: cast.coach.id,
      subjectId: cast.rep.id,
      audience: 'pair',
      body: {
        kind: 'recognition',
        artifact: crm,
        anchor: {
          kind: 'words',
          quote: {
            exact: WORDS,
            prefix: '25 of 45 minutes on the map layer, although ',
            suffix: '. We ran out of time',
          },
        },
        observation: 'You wrote down that she asked twice.',
        impact: 'The next call starts there.',
        nextAction: '',
      },
    },
    Date.now(),
  );
  const [result] = await cast.coach.push(note);
  expect(result?.status).toBe('accepted');
  rep = await people.launchAs(cast.rep, cast, { granted: [demo.url] });
});

test.describe('moving to the next record without a reload', () => {
  test('takes the notes away with the record, and brings them back with it', async ({ demo }) => {
    const page = await rep.visit(demo.artifacts.crm.url);
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlight').toHaveLength(1);
    await watchFrames(page);
    await page.getByText('Next: Yearly service contract').click();
    await expect(page.getByRole('heading', { name: 'Yearly service contract' })).toBeVisible();
    const next = expect.objectContaining({ title: expect.stringContaining('Yearly') });
    await expect.poll(() => framesOf(page), 'a frame of the next').toContainEqual(next);
    const wrong = (await framesOf(page)).filter(frame => frame.title.includes('Yearly') && frame.painted > 0);
    expect(wrong).toEqual([]);
    await page.goBack();
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlight again').toEqual([WORDS]);
  });

  test('a click on the highlighted words opens the note in the sidebar', async ({ demo }) => {
    const page = await rep.visit(demo.artifacts.crm.url);
    await expect.poll(() => paintedWords(page, 'recognition'), 'the highlight').toHaveLength(1);
    const at = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('sideline-recognition') ?? [])];
      const box = (range as Range).getClientRects()[0];
      return { x: (box?.left ?? 0) + 5, y: (box?.top ?? 0) + 5 };
    });
    await page.mouse.click(at.x, at.y);
    const sidebar = await rep.openedSidebar();
    const card = sidebar.getByRole('article').filter({ hasText: 'You wrote down that she asked twice.' });
    await expect(card).toBeVisible();
    await expect(card).toContainClass('focused');
  });

  test('keeps a draft with the record on which it was begun', async ({ demo }) => {
    const page = await rep.visit(demo.artifacts.crm.url);
    const panel = await rep.openPanel(page);
    const box = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await box.fill('Begun on the first record.');
    // The panel lies over the button at this width: press it as the keyboard would.
    await page.getByText('Next: Yearly service contract').press('Enter');
    await expect(panel.getByRole('heading', { name: 'Yearly service contract' })).toBeVisible();
    await panelIn(page);
    await expect(box).toHaveValue('');
    await expect(panel.getByText('Your half-written note stays with')).toBeVisible();
    await page.goBack();
    await expect(panel.getByRole('heading', { name: 'Route planning rollout' })).toBeVisible();
    await expect(box).toHaveValue('Begun on the first record.');
  });
});

test('on a page that is slow to render, what is typed after the move goes to the next record', async ({
  people,
  servers,
}) => {
  const origin = await servers.startPages((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(SLOW_PAGE);
  });
  const person = await people.launch({ granted: [origin] });
  const page = await person.visit(`${origin}/deal/1`);
  const panel = await person.openPanel(page);
  const box = panel.getByRole('textbox', { name: 'What I saw or heard' });
  await expect(panel.getByRole('heading', { name: 'First deal' })).toBeVisible();
  // The address is the next record's at once; the page still shows the last one's words.
  await page.evaluate(() => history.pushState({}, '', '/deal/2'));
  await expect(panel.getByRole('heading', { name: 'First deal' })).toBeHidden();
  await box.fill('Typed while it was loading.');
  await page.evaluate(() => {
    document.title = 'Second deal';
    for (const heading of document.querySelectorAll('h1')) heading.textContent = 'Second deal';
  });
  await expect(panel.getByRole('heading', { name: 'Second deal' })).toBeVisible();
  await expect(box).toHaveValue('Typed while it was loading.');
  await page.goBack();
  await page.evaluate(() => {
    document.title = 'First deal';
    for (const heading of document.querySelectorAll('h1')) heading.textContent = 'First deal';
  });
  await expect(panel.getByRole('heading', { name: 'First deal' })).toBeVisible();
  await expect(box).toHaveValue('');
});

const SLOW_PAGE =
  '<!doctype html><title>First deal</title><h1>First deal</h1><p>The buyer asked twice for a price per pallet.</p>';

interface SeenFrame {
  title: string;
  painted: number;
}

/** Writes down, for every frame that the browser draws, which record it shows and how many notes are painted on it. */
function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const frames: SeenFrame[] = [];
    (window as unknown as { frames_: SeenFrame[] }).frames_ = frames;
    const look = () => {
      const title = document.querySelector('h1')?.textContent ?? '';
      const painted = CSS.highlights.get('sideline-recognition')?.size ?? 0;
      frames.push({ title, painted });
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

function framesOf(page: Page): Promise<SeenFrame[]> {
  return page.evaluate(() => (window as unknown as { frames_: SeenFrame[] }).frames_);
}
