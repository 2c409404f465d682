/** The data sheet: for whom it is, and that it leaves nothing out of what the server takes in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RecordType, recordBodies } from '#lib/records/types.ts';
import { de } from '#server/words/de.ts';
import { en } from '#server/words/en.ts';
import { browse } from '#testing/server/browse.ts';
import { startTeam, type TestMember, type TestTeam } from '#testing/server/team.ts';

let team: TestTeam & { owner: TestMember };
let rep: TestMember;
beforeAll(async () => {
  team = await startTeam();
  rep = await team.join('Ravi Rep', ['coachee']);
});
afterAll(() => team.stop());

const types = Object.keys(recordBodies) as RecordType[];

describe.each([en, de])('the data sheet in $locale', w => {
  const open = async () => {
    const response = await fetch(`${team.url}/team/${team.workspaceId}/data-sheet`, {
      headers: { cookie: rep.cookie, 'accept-language': w.locale },
    });
    return (await response.text()).replaceAll('&#39;', "'").replaceAll('&quot;', '"');
  };

  it.each(types)('the data sheet says what a %s is for and what each of its fields is', async type => {
    const text = await open();
    const { name, purpose, fields } = w.records[type];
    expect(text).toContain(name);
    expect(text).toContain(purpose);
    expect(Object.keys(recordBodies[type].shape).sort()).toEqual(Object.keys(fields).sort());
    for (const [field, words] of Object.entries(fields)) {
      expect(text).toContain(`<dt><code>${field}</code></dt><dd>${words}`);
    }
  });

  it('the data sheet says who sees the data, how long it is kept here, and what is not collected', async () => {
    const text = await open();
    for (const words of Object.values(w.dataSheet.whoSees)) expect(text).toContain(words);
    for (const words of w.dataSheet.notThere) expect(text).toContain(words);
    expect(text).toContain(w.dataSheet.keptForEver);
  });
});

describe('the data sheet', () => {
  it('the data sheet is linked from everybody’s data page and shows the workspace’s own retention', async () => {
    const page = await browse(team.url, rep.cookie).get(`/team/${team.workspaceId}/data`);
    expect(page.text).toContain(`/team/${team.workspaceId}/data-sheet`);
    await team.owner.fetch('/v1/retention', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ months: 18 }),
    });
    const sheet = await browse(team.url, rep.cookie).get(`/team/${team.workspaceId}/data-sheet`);
    expect(sheet.text).toContain('nobody changed for 18 months');
  });

  it('strangers cannot open the data sheet', async () => {
    expect((await browse(team.url, '').get(`/team/${team.workspaceId}/data-sheet`)).path).toContain(
      '/sign-in',
    );
  });
});
