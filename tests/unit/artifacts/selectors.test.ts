/** Markup that a site has beside the one in its fixture: another view of it, or an older one. */
import { expect, test } from 'vitest';
import { identify } from '#lib/artifacts/identify/identify.ts';
import { definitionById } from '#lib/artifacts/sites/find-site.ts';
import { openPage } from './page.ts';

const id = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_abcd';

test.each([
  [
    'youtube',
    'a short',
    'https://www.youtube.com/shorts/ExAmPlE_-01',
    '<yt-reel-channel-bar-view-model><a>Northwind Sales</a></yt-reel-channel-bar-view-model><yt-shorts-video-title-view-model><h2>One question</h2></yt-shorts-video-title-view-model>',
    { title: 'One question', owner: 'Northwind Sales' },
  ],
  [
    'salesforce',
    'a tab of the console, with another record behind it',
    'https://acme.lightning.force.com/lightning/r/Opportunity/0065g00000AbCdEAAV/view',
    '<div class="windowViewMode-normal"><h1 slot="primaryField">Other</h1></div><section class="oneConsoleTab"><div class="windowViewMode-maximized active lafPageHost"><h1 slot="primaryField">Route planning</h1></div></section>',
    { title: 'Route planning' },
  ],
  [
    'hubspot',
    'a deal in its newer header',
    'https://app.hubspot.com/contacts/1234567/record/0-3/98765',
    '<div data-test-id="highlight-property-display-dealname">Route planning</div><div data-test-id="highlight-property-item-dealstage">Contract sent</div>',
    { title: 'Route planning', stage: 'Contract sent' },
  ],
  [
    'google-drive',
    'a clip in the player’s own frame',
    `https://drive.google.com/file/d/${id}/view`,
    '<iframe id="drive-viewer-video-player-object-0" src="https://drive.google.com/player"></iframe>',
    { kind: 'video' },
  ],
])('%s: %s', (site, _, url, html, expected) => {
  expect(identify(definitionById(site), openPage(url, html))).toMatchObject(expected);
});
