import { useEffect, useRef } from 'react';
import { isComposing } from '#components/ui/keys.ts';
import { i18n } from '#i18n';
import { onMarkMoment } from '#lib/device/moment-shortcut.ts';
import type { ToTools } from '#lib/messages/contract.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import { FRAME_SECONDS, playerKey, takesKeys } from './player-keys.ts';
import { REACTIONS, useReaction } from './reaction.ts';

interface Props {
  anchor: Anchor | undefined;
  notify(message: ToTools): void;
}

/** Marks a moment or a stretch: both ends, stepping, playing it, and how late the person presses a key. */
export function MomentBar({ anchor, notify }: Props) {
  const [reaction, setReaction] = useReaction();
  const bar = useRef<HTMLFieldSetElement>(null);
  useEffect(() => notify({ type: 'reaction', seconds: reaction }), [reaction, notify]);

  useEffect(() => {
    const gone = new AbortController();
    const press = (event: KeyboardEvent) => {
      const isTaken = event.defaultPrevented || isComposing(event) || takesKeys(event.target);
      const message = isTaken ? undefined : playerKey(event);
      if (!message) return;
      event.preventDefault();
      notify(message);
    };
    window.addEventListener('keydown', press, { signal: gone.signal });
    // The only shortcut that works on the page: it marks, and moves the focus to where single keys reach us.
    onMarkMoment(() => {
      notify({ type: 'set-in' });
      bar.current?.querySelector('button')?.focus();
    }, gone.signal);
    return () => gone.abort();
  }, [notify]);

  const isStretch = anchor?.kind === 'moment' && anchor.end !== undefined;
  const step = (seconds: number) => notify({ type: 'step', seconds });
  return (
    <fieldset ref={bar} className="moment-bar" title={i18n.t('places.keys')}>
      <legend className="visually-hidden">{i18n.t('places.keys')}</legend>
      {/* Time runs from left to right in every player, whatever the language, and these are the keys themselves. */}
      <div className="row wrap" dir="ltr">
        <Sign sign="[" label={i18n.t('places.setIn')} onClick={() => notify({ type: 'set-in' })} />
        <Sign sign="]" label={i18n.t('places.setOut')} onClick={() => notify({ type: 'set-out' })} />
        <Sign sign="−1 s" label={i18n.t('composer.back1')} onClick={() => step(-1)} />
        <Sign sign="‹" label={i18n.t('places.frameBack')} onClick={() => step(-FRAME_SECONDS)} />
        <Sign sign="›" label={i18n.t('places.frameForward')} onClick={() => step(FRAME_SECONDS)} />
        <Sign sign="+1 s" label={i18n.t('composer.forward1')} onClick={() => step(1)} />
        {isStretch && (
          <>
            <Sign
              sign="▶"
              label={i18n.t('places.playOnce')}
              onClick={() => notify({ type: 'play', loop: false })}
            />
            <Sign
              sign="⟳"
              label={i18n.t('places.playLoop')}
              onClick={() => notify({ type: 'play', loop: true })}
            />
          </>
        )}
      </div>
      <label className="row hint">
        {i18n.t('places.reaction')}
        <select
          className="input"
          value={String(reaction)}
          onChange={event => setReaction(Number(event.target.value))}
        >
          {REACTIONS.map(seconds => (
            <option key={seconds} value={String(seconds)}>
              {i18n.t('places.seconds', [seconds.toLocaleString()])}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

function Sign({ sign, label, onClick }: { sign: string; label: string; onClick(): void }) {
  return (
    <button type="button" className="button quiet" aria-label={label} title={label} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
