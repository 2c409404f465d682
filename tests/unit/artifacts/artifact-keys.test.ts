import { expect, test } from 'vitest';
import { placesOf } from '#lib/records/artifact.ts';

test.each([
  ['https://a.test|deal|7', 'https://a.test/deals/7', ['https://a.test|deal|7', 'https://a.test/deals/7']],
  ['https://a.test/deals/7', 'https://a.test/deals/7', ['https://a.test/deals/7']],
  // An address of another origin is another site's.
  ['https://a.test|deal|7', 'https://b.test/deals/7', ['https://a.test|deal|7']],
  ['https://a.test|deal|7', '', ['https://a.test|deal|7']],
  ['nonsense', 'https://a.test/', ['nonsense']],
])('the notes on %s, at %s', (key, url, places) => expect(placesOf({ key, url })).toEqual(places));
