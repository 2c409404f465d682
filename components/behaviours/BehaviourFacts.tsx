import { i18n } from '#i18n';
import type { Body } from '#lib/records/types.ts';
import { measureWords } from './measure-words.ts';
import { PARTS, partLabel } from './parts.ts';

/** The four parts and the four answers, how it is counted, why it works and what to watch, as far as they are there. */
export function BehaviourFacts({ body }: { body: Body<'behaviour'> }) {
  const more: [string, string | undefined][] = [
    [i18n.t('behaviours.measure.title'), body.measure && measureWords(body.measure)],
    [i18n.t('behaviours.whyItWorks'), body.whyItWorks],
    [i18n.t('behaviours.watch'), body.watch],
  ];
  return (
    <dl>
      {PARTS.filter(part => part !== 'name' && body[part].trim() !== '').map(part => (
        <div key={part}>
          <dt>{partLabel(part)}</dt>
          <dd dir="auto">{body[part]}</dd>
        </div>
      ))}
      {more.map(
        ([term, text]) =>
          text && (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
