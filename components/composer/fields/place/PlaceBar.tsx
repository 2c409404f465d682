import { useEffect, useState } from 'react';
import type { Composer, ComposerState } from '#components/composer/state/store.ts';
import { i18n } from '#i18n';
import type { PlaceKind } from '#lib/messages/contract.ts';
import { MAX_QUOTE } from '#lib/records/anchor.ts';
import { MomentBar } from './MomentBar.tsx';
import { PlaceKinds } from './PlaceKinds.tsx';
import { labelOfPlace } from './place-label.ts';

/** Where the note will point, and how to point elsewhere. */
export function PlaceBar({ composer, state }: { composer: Composer; state: ComposerState }) {
  const [picked, setPicked] = useState<PlaceKind>('field');
  useEffect(() => {
    const left = () => composer.notifyTools({ type: 'left' });
    window.addEventListener('blur', left);
    return () => window.removeEventListener('blur', left);
  }, [composer]);
  const place = state.draft?.place;
  const kind = place?.anchor.kind;
  function pick(what: PlaceKind): void {
    setPicked(what);
    composer.pick(what);
  }
  // An editor may draw its words itself: somebody who asks for words and has none that we can read may paste them.
  const asked = picked === 'words' && kind !== 'words';
  const mayPaste = asked || (kind === 'whole' && state.noText);
  return (
    <section className="place" aria-label={i18n.t('composer.pointsAt')}>
      <div className="row wrap">
        <span className="hint">{i18n.t('composer.pointsAt')}</span>
        <PlaceKinds kind={kind} hasVideo={state.hasVideo} onPick={pick} />
      </div>
      <div aria-live="polite" data-testid="place">
        {kind === 'words' ? <q>{place?.label}</q> : <strong>{placeName(state)}</strong>}
      </div>
      {state.hasVideo && <MomentBar anchor={place?.anchor} notify={composer.notifyTools} />}
      {mayPaste && <Quote composer={composer} state={state} />}
      {state.picking && (
        <p className="hint">
          {picked === 'region' ? i18n.t('places.drawHint') : i18n.t('composer.pickField')}
        </p>
      )}
    </section>
  );
}

/** For words that we cannot read: the quote is stored in the note. */
function Quote({ composer, state }: { composer: Composer; state: ComposerState }) {
  const anchor = state.draft?.place?.anchor;
  const quote = anchor?.kind === 'whole' ? (anchor.quote ?? '') : '';
  return (
    <label className="labelled">
      <span className="hint">{state.noText ? i18n.t('places.noText') : i18n.t('places.paste')}</span>
      <span className="visually-hidden">{i18n.t('places.quote')}</span>
      <input
        className="input"
        dir="auto"
        value={quote}
        maxLength={MAX_QUOTE}
        placeholder={i18n.t('places.quote')}
        onChange={({ target }) => {
          const next = { kind: 'whole' as const, ...(target.value ? { quote: target.value } : {}) };
          composer.change({
            place: { anchor: next, label: labelOfPlace(next, state.artifact?.title ?? '') },
          });
        }}
      />
    </label>
  );
}

function placeName({ draft, artifact }: ComposerState): string {
  const place = draft?.place;
  // A note that is being changed brings its place without a label.
  const label = place && (place.label || labelOfPlace(place.anchor, artifact?.title ?? ''));
  if (place?.anchor.kind === 'region') return `${i18n.t('places.region')} · ${label}`;
  if (place && place.anchor.kind !== 'whole') return label ?? '';
  if (artifact?.kind === 'crm') return i18n.t('composer.place.whole_crm');
  if (artifact?.kind === 'video') return i18n.t('composer.place.whole_video');
  return artifact?.site === 'page' ? i18n.t('note.whole') : i18n.t('composer.place.whole_doc');
}
