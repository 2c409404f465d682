/**
 * `npm run gallery`: every view on fixture records in a plain page, for looking at it: light, dark, narrow, German.
 * `npm run gallery -- pictures` writes two pictures of each story to `screenshots/gallery` and ends.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { findChromium } from '#testing/browser/chromium.ts';
import { galleryConfig } from '../gallery/vite.ts';

const PORT = Number(process.env.SIDELINE_GALLERY_PORT ?? 4748);
const PICTURES = 'screenshots/gallery';
const LOOKS = { light: '', dark: '&scheme=dark&language=de&direction=rtl' };

const server = await createServer({
  ...galleryConfig(Date.now()),
  configFile: false,
  server: { host: '127.0.0.1', port: PORT, strictPort: true },
});
await server.listen();
const url = `http://127.0.0.1:${PORT}/gallery/index.html`;
if (process.argv.includes('pictures')) {
  await takePictures();
  await server.close();
} else console.log(`The gallery: ${url}   (Ctrl+C ends it)`);

async function takePictures(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(url);
  const names = await page.locator('nav button').allTextContents();
  for (const name of names) {
    for (const [look, query] of Object.entries(LOOKS)) {
      await page.goto(`${url}?story=${encodeURIComponent(name)}${query}`);
      await page.locator('html[data-at-rest]').waitFor();
      await page.screenshot({ path: `${PICTURES}/${name.replace(/\W+/g, '-')}-${look}.png`, fullPage: true });
    }
  }
  await browser.close();
  console.log(`${names.length} stories: ${PICTURES}`);
}
