import { i18n } from '#i18n';

/** Plays the stretch of a clip that a note is about. */
export function PlayStretch({ onPlay }: { onPlay(play: 'once' | 'loop'): void }) {
  return (
    <div className="row wrap">
      <button type="button" className="button quiet" onClick={() => onPlay('once')}>
        <span aria-hidden="true">▶</span> {i18n.t('places.playOnce')}
      </button>
      <button type="button" className="button quiet" onClick={() => onPlay('loop')}>
        <span aria-hidden="true">⟳</span> {i18n.t('places.playLoop')}
      </button>
    </div>
  );
}
