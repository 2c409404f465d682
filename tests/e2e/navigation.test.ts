/** A single-page move to the next record: never, for one frame, the last one's notes; a draft stays where it was begun. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecord } from '#lib/records/create.ts';
import { type Cast, launchAs, paintedWords, startCast } from '#testing/cast.ts';
import { freePort, type Person, panelIn, until } from '#testing/extension.ts';
import { type Demo, startDemo } from '../../demo/serve.ts';

const WORDS = 'Katharina had asked twice about driver onboarding';

let demo: Demo;
let cast: Cast;
let rep: Person;
beforeAll(async () => {
  demo = await startDemo({ port: await freePort() });
  cast = await startCast();
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
  rep = await launchAs(cast.rep, cast, { granted: [demo.url] });
});
afterAll(async () => {
  await rep?.close();
  await cast?.stop();
  await demo?.stop();
});

describe('moving to the next record without a reload', () => {
  it('takes the notes away with the record, and brings them back with it', async () => {
    const page = await rep.visit(demo.artifacts.crm.url);
    await until(async () => (await paintedWords(page, 'recognition')).length === 1, 'the highlight');
    await watchFrames(page);
    await page.getByText('Next: Yearly service contract').click();
    await page.getByRole('heading', { name: 'Yearly service contract' }).waitFor();
    await until(
      async () => (await framesOf(page)).some(frame => frame.title.includes('Yearly')),
      'a frame of the next',
    );
    const wrong = (await framesOf(page)).filter(frame => frame.title.includes('Yearly') && frame.painted > 0);
    expect(wrong).toEqual([]);
    await page.goBack();
    await until(async () => (await paintedWords(page, 'recognition'))[0] === WORDS, 'the highlight again');
    await page.close();
  });

  it('a click on the highlighted words opens the note in the sidebar', async () => {
    const page = await rep.visit(demo.artifacts.crm.url);
    await until(async () => (await paintedWords(page, 'recognition')).length === 1, 'the highlight');
    const at = await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('sideline-recognition') ?? [])];
      const box = (range as Range).getClientRects()[0];
      return { x: (box?.left ?? 0) + 5, y: (box?.top ?? 0) + 5 };
    });
    await page.mouse.click(at.x, at.y);
    const sidebar = await until(rep.sidebar, 'the sidebar');
    const card = sidebar.getByRole('article').filter({ hasText: 'You wrote down that she asked twice.' });
    await card.waitFor();
    await until(
      async () => ((await card.getAttribute('class')) ?? '').includes('focused'),
      'the note to be put first',
    );
    await page.close();
  });

  it('keeps a draft with the record on which it was begun', async () => {
    const page = await rep.visit(demo.artifacts.crm.url);
    const panel = await rep.openPanel(page);
    const box = panel.getByRole('textbox', { name: 'What I saw or heard' });
    await box.fill('Begun on the first record.');
    // The panel lies over the button at this width: press it as the keyboard would.
    await page.getByText('Next: Yearly service contract').press('Enter');
    await panel.getByRole('heading', { name: 'Yearly service contract' }).waitFor();
    await panelIn(page);
    expect(await box.inputValue()).toBe('');
    await panel.getByText('Your half-written note stays with').waitFor();
    await page.goBack();
    await panel.getByRole('heading', { name: 'Route planning rollout' }).waitFor();
    await until(async () => (await box.inputValue()) === 'Begun on the first record.', 'the draft');
    await page.close();
  });
});

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
