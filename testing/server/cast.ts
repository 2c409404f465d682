/** A team at a real server, and people who are signed in to it. */

import type { Frame, Page } from 'playwright-core';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createRecord } from '#lib/records/create.ts';
import { DEFAULT_EXTENSION_ORIGINS } from '#server/config.ts';
import type { StartOptions } from '#server/start.ts';
import { type LaunchOptions, launch, type Person } from '../browser/extension.ts';
import { type PlantedAccount, plantAccount } from '../browser/sign-in.ts';
import { until } from '../until.ts';
import { startTeam, type TestMember, type TestTeam } from './team.ts';

export interface Cast extends TestTeam {
  owner: TestMember;
  coach: TestMember;
  rep: TestMember;
}

/** Olive (owner), Ines (coach) and Jonas (rep, coached by Ines). */
export async function startCast(options: StartOptions = {}): Promise<Cast> {
  const team = await startTeam({ extensionOrigins: DEFAULT_EXTENSION_ORIGINS, ...options });
  const coach = await team.join('Ines Duarte', ['coach']);
  const rep = await team.join('Jonas Petersen', ['coachee']);
  await team.assign(coach, rep);
  return { ...team, coach, rep };
}

/** A recognition by the coach for the rep, at the server when this resolves. Its id. */
export async function noteOn(cast: Cast, artifact: Artifact, anchor: Anchor): Promise<string> {
  const note = createRecord(
    {
      type: 'note',
      workspaceId: cast.workspaceId,
      authorId: cast.coach.id,
      subjectId: cast.rep.id,
      audience: 'pair',
      body: {
        kind: 'recognition',
        artifact,
        anchor,
        observation: 'You wrote down that they asked twice.',
        impact: 'The next call starts there.',
        nextAction: '',
      },
    },
    Date.now(),
  );
  const [result] = await cast.coach.push(note);
  if (result?.status !== 'accepted') throw new Error(`The server took no note: ${JSON.stringify(result)}`);
  return note.id;
}

/** A browser in which this member is signed in; the sign-in by hand has a test of its own. */
export async function launchAs(
  member: TestMember,
  team: TestTeam,
  options: LaunchOptions = {},
): Promise<Person> {
  const person = await launch(options);
  await signInAs(person, member, team);
  return person;
}

export async function signInAs(person: Person, member: TestMember, team: TestTeam): Promise<void> {
  await plantAccount(person, await accountOf(member, team));
}

/** What a device knows once this member has signed in on it. */
export async function accountOf(member: TestMember, team: TestTeam): Promise<PlantedAccount> {
  const { workspace, members } = await member.me();
  return {
    account: { server: team.url, token: member.token, workspaceId: team.workspaceId, memberId: member.id },
    identity: {
      workspaceId: workspace.id,
      workspaceName: workspace.name,
      memberId: member.id,
      name: member.name,
      server: team.url,
      members,
    },
  };
}

export interface NoteText {
  kind?: 'Improve' | 'Recognise' | 'Ask';
  behaviour?: string;
  observation: string;
  impact?: string;
  nextAction?: string;
}

/** Fills the composer as a person does, by its labels. */
export async function fillNote(composer: Frame | Page, text: NoteText): Promise<void> {
  if (text.kind) await composer.getByRole('radio', { name: text.kind }).check();
  if (text.behaviour) {
    await composer.getByRole('combobox', { name: 'Behaviour' }).selectOption({ label: text.behaviour });
  }
  await composer.getByRole('textbox', { name: 'What I saw or heard' }).fill(text.observation);
  if (text.impact) await composer.getByRole('textbox', { name: 'Why it matters' }).fill(text.impact);
  if (text.nextAction) await composer.getByRole('textbox', { name: 'Next time' }).fill(text.nextAction);
}

/** Until the page waits for a click on a field: a click before that is the page's own. */
export async function startPickingField(composer: Frame): Promise<void> {
  await composer.getByRole('button', { name: 'Field' }).click();
  await composer.getByText('Click a field').waitFor();
}

/** Sends with Ctrl+Enter and waits for the panel's word that it is kept. */
export async function sendNote(page: Page, composer: Frame | Page): Promise<string> {
  await composer.getByRole('textbox', { name: 'What I saw or heard' }).press('Control+Enter');
  return until(async () => {
    const said = await composer.getByTestId('message').innerText();
    return said === '' ? undefined : said;
  }, `the composer's answer on ${page.url()}`);
}

/** Six words that stand in one line of one text node of a paragraph. */
export async function someWords(page: Page): Promise<string> {
  const words = await page.evaluate(() => {
    for (const p of document.querySelectorAll('p')) {
      const found = /\S+(?: \S+){5}/.exec(p.firstChild?.nodeValue ?? '');
      if (found) return found[0];
    }
  });
  if (!words) throw new Error('No paragraph has six words in a line.');
  return words;
}

/** Selects these words in the page, as a drag over them would. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const found = await page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.nodeValue ?? '').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      return true;
    }
    return false;
  }, words);
  if (!found) throw new Error(`The page does not say "${words}" within one text node.`);
}

/** The text under one of our highlights, as painted now. */
export function paintedWords(
  page: Page,
  kind: 'correction' | 'recognition' | 'question' | 'place',
): Promise<string[]> {
  return page.evaluate(name => {
    const highlight = CSS.highlights.get(`sideline-${name}`);
    return highlight ? [...highlight].map(range => range.toString()) : [];
  }, kind);
}
