/** Takes a picture of the visible tab, small enough to fit in a record. */
import { browser } from 'wxt/browser';
import type { PictureAnswer } from '#components/loop/EvidenceForm.tsx';
import { askPage } from '#lib/messages/ask.ts';
import { MAX_PICTURE } from '#lib/records/kinds/evidence.ts';

/** Tried in this order until one fits: the widest first, because it is the easiest to read. */
const SIZES = [
  { width: 1000, quality: 0.6 },
  { width: 1000, quality: 0.4 },
  { width: 800, quality: 0.5 },
  { width: 640, quality: 0.5 },
  { width: 480, quality: 0.4 },
  { width: 320, quality: 0.3 },
];

/**
 * `not-allowed` if the browser does not let us see the tab. It does after a click on the toolbar button (or its
 * shortcut) while that page was in front, and never on the browser's own pages.
 */
export async function takePicture(): Promise<PictureAnswer> {
  let url: string;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  // Where no tools of ours are, nothing of ours is to be seen.
  const hide = async (hidden: boolean) => {
    if (tab?.id !== undefined) await askPage(tab.id, 'tools.hide', { hidden });
  };
  try {
    await hide(true);
    url = await browser.tabs.captureVisibleTab({ format: 'png' });
  } catch (error) {
    console.info('[sideline] no picture of this tab:', String(error));
    return { ok: false, reason: 'not-allowed' };
  } finally {
    await hide(false);
  }
  return shrink(await (await fetch(url)).blob());
}

/** `unreadable` for something that is not a picture, or one that cannot be made small enough. */
export async function shrink(file: Blob): Promise<PictureAnswer> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    // "The source image could not be decoded": the form tells the person.
    return { ok: false, reason: 'unreadable' };
  }
  try {
    for (const { width, quality } of SIZES) {
      const picture = await draw(bitmap, Math.min(1, width / bitmap.width), quality);
      if (picture.length <= MAX_PICTURE) return { ok: true, picture };
    }
    return { ok: false, reason: 'unreadable' };
  } finally {
    bitmap.close();
  }
}

async function draw(bitmap: ImageBitmap, scale: number, quality: number): Promise<string> {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no 2d pictures.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return dataUrl(await canvas.convertToBlob({ type: 'image/webp', quality }));
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
}
