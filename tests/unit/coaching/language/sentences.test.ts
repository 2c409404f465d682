/** Where sentences end: German ordinals and abbreviations hold a full stop that ends nothing. */
import { expect, it } from 'vitest';
import { sentencesOf } from '#lib/coaching/language/sentences.ts';

it.each([
  ['Ruf Frau Kern am 3. Dezember an.', 1],
  ['Frag im 2. Satz nach dem Budget.', 1],
  ['Nenn z. B. drei Preise am Anfang.', 1],
  ['Nenn zuerst den Preis, d. h. die Summe.', 1],
  ['Nenn z. B. Preise am Anfang.', 1],
  ['Call her by 5. Then write it down.', 2],
  ['Frag nach dem Budget. Dann warte.', 2],
  ['Say "Now." Then wait.', 2],
])('%s has %i', (text, count) => {
  expect(sentencesOf(text)).toHaveLength(count);
});
