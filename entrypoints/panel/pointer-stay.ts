/**
 * Was the panel moved under the cursor? A frame can't see its own position, but it knows a pointer's position both in
 * the frame and on the screen: if one jumps and the other doesn't, the frame was moved. A click counts only if the
 * pointer has been in the panel, and the panel in place, for longer than a person needs to notice a change and hold
 * back.
 */

/** In ms. A double click whose first click opens the trap is usually faster. */
const LONG_ENOUGH = 300;
/** In px. Smaller differences come from rounding or from events still on their way, and are no jump. */
const SLACK = 4;
/**
 * The page's zoom: how many px of the screen make one px of the page, from the least to the most that browsers allow.
 */
const ZOOM = { least: 0.25, most: 5 };

export interface PointerStay {
  /** Was this click aimed at what is here? We can't tell for a finger, because it comes from nowhere. */
  stayed(click: MouseEvent): boolean;
}

export function watchPointer(signal: AbortSignal): PointerStay {
  /** When the stay began, by the events' own clock in ms, and the last position. */
  let stay: { since: number; last: MouseEvent } | undefined;

  function look(event: MouseEvent): void {
    const goesOn =
      stay &&
      follows(event.clientX - stay.last.clientX, event.screenX - stay.last.screenX) &&
      follows(event.clientY - stay.last.clientY, event.screenY - stay.last.screenY);
    stay = { since: stay && goesOn ? stay.since : event.timeStamp, last: event };
  }

  for (const type of ['pointerover', 'pointermove', 'pointerdown'] as const) {
    window.addEventListener(type, look, { capture: true, signal });
  }
  const leave = () => {
    stay = undefined;
  };
  document.documentElement.addEventListener('pointerleave', leave, { signal });

  return {
    stayed(click) {
      if ('pointerType' in click && click.pointerType !== 'mouse') return true;
      look(click);
      return stay !== undefined && click.timeStamp - stay.since >= LONG_ENOUGH;
    },
  };
}

/** Is the movement in the frame explained by the movement on the screen? In px. */
function follows(inFrame: number, onScreen: number): boolean {
  const ways = [onScreen / ZOOM.most, onScreen / ZOOM.least];
  return inFrame >= Math.min(...ways) - SLACK && inFrame <= Math.max(...ways) + SLACK;
}
