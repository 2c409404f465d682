import { i18n } from '#i18n';
import type { Composer, ComposerState } from './store.ts';

const KINDS = ['words', 'field', 'moment', 'whole'] as const;

/** Where the note will point, and the ways to point elsewhere. */
export function PlaceBar({ composer, state }: { composer: Composer; state: ComposerState }) {
  const place = state.draft?.place;
  const kind = place?.anchor.kind;
  const labels = {
    words: i18n.t('composer.place.words'),
    field: i18n.t('composer.place.field'),
    moment: i18n.t('composer.place.moment'),
    whole: i18n.t('composer.place.whole'),
  };
  const kinds = KINDS.filter(each => each !== 'moment' || state.hasVideo);
  return (
    <section className="place" aria-label={i18n.t('composer.pointsAt')}>
      <div className="row wrap">
        <span className="hint">{i18n.t('composer.pointsAt')}</span>
        <span className="row wrap" style={{ gap: 2 }}>
          {kinds.map(each => (
            <button
              key={each}
              type="button"
              className="button quiet"
              aria-pressed={kind === each}
              onClick={() => composer.pick(each)}
            >
              {labels[each]}
            </button>
          ))}
        </span>
      </div>
      <div aria-live="polite" data-testid="place">
        {kind === 'words' ? <q>{place?.label}</q> : <strong>{placeName(state)}</strong>}
      </div>
      {kind === 'moment' && (
        <div className="row wrap">
          <button
            type="button"
            className="button quiet"
            aria-label={i18n.t('composer.back1')}
            title={i18n.t('composer.back1')}
            onClick={() => composer.tell({ type: 'step', seconds: -1 })}
          >
            −1 s
          </button>
          <button
            type="button"
            className="button quiet"
            aria-label={i18n.t('composer.forward1')}
            title={i18n.t('composer.forward1')}
            onClick={() => composer.tell({ type: 'step', seconds: 1 })}
          >
            +1 s
          </button>
          <button type="button" className="button quiet" onClick={() => composer.tell({ type: 'set-out' })}>
            {i18n.t('composer.setOut')}
          </button>
        </div>
      )}
      {state.picking && <p className="hint">{i18n.t('composer.pickField')}</p>}
    </section>
  );
}

function placeName({ draft, artifact }: ComposerState): string {
  const place = draft?.place;
  if (place && place.anchor.kind !== 'whole') return place.label;
  if (artifact?.kind === 'crm') return i18n.t('composer.place.whole_crm');
  if (artifact?.kind === 'video') return i18n.t('composer.place.whole_video');
  return i18n.t('composer.place.whole_doc');
}
