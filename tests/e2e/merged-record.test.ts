/** A record is merged into another: its address leads there, and its note can be taken along. */

import { noteOn } from '#testing/server/cast.ts';
import { expect, test } from '#testing/test.ts';

const page = (name: string) =>
  `<!doctype html><title>${name}</title><h1>${name}</h1><p>The buyer got a price per month.</p>`;

test('the note is offered on the record that one lands on, and stays there', async ({ people, servers }) => {
  test.slow();
  let merged = false;
  const origin = await servers.startPages((request, response) => {
    if (request.url?.startsWith('/deal/101') && merged) {
      response.writeHead(302, { location: '/deal/202' }).end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(request.url?.startsWith('/deal/101') ? 'Hollen depot' : 'Hollen depots, all'));
  });
  const cast = await servers.startCast();
  const rep = await people.launchAs(cast.rep, cast, { granted: [origin] });
  const work = {
    kind: 'doc' as const,
    site: 'page',
    key: `${origin}/deal/101`,
    url: `${origin}/deal/101`,
    title: 'Hollen depot',
  };
  const quote = { exact: 'a price per month', prefix: 'The buyer got ', suffix: '.' };
  await noteOn(cast, work, { kind: 'words', quote });
  const before = await rep.visit(`${origin}/deal/101`);
  const sidebar = await rep.openSidebar(before);
  const card = sidebar.getByRole('article').filter({ hasText: 'You wrote down that they asked twice.' });
  await expect(card).toBeVisible();

  merged = true;
  await sidebar.getByRole('tab', { name: /Today/ }).click();
  const opening = rep.context.waitForEvent('page');
  await sidebar
    .getByRole('button', { name: /a price per month/ })
    .first()
    .click();
  const landed = await opening;
  await landed.waitForURL(/\/deal\/202/);
  await sidebar.getByRole('tab', { name: 'This page' }).click();
  const offer = sidebar.getByTestId('moved');
  await expect(offer).toContainText('Hollen depot');
  await offer.getByRole('button', { name: 'Take it along to here' }).click();
  await expect(offer).toBeHidden();
  await expect(card).toBeVisible();
});
