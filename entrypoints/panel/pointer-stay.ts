/**
 * Was the panel moved under the cursor? A frame is not told where it lies, but of a pointer both its place in the frame
 * and on the screen are known: where the one jumps and the other does not, the frame was moved. A click counts only
 * where the pointer has been in the panel, and the panel in its place, for longer than it takes a person to see a change
 * and hold back.
 */

/** In ms. A double click, of which the first opens the trap, is quicker as a rule. */
const LONG_ENOUGH = 300;
/** What is rounded, or still on its way, is no jump; in px. */
const SLACK = 4;
/** A page's zoom: so many px of the screen are one px of the page, from the least to the most that browsers allow. */
const ZOOM = { least: 0.25, most: 5 };

export interface PointerStay {
  /** Was this click aimed at what lies here? A finger comes from nowhere: of it, this cannot be told. */
  stayed(click: MouseEvent): boolean;
}

export function watchPointer(signal: AbortSignal): PointerStay {
  /** Since when, by the events' own clock in ms, and where it was last. */
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

/** Did it go so far in the frame because it went so far on the screen? In px. */
function follows(inFrame: number, onScreen: number): boolean {
  const ways = [onScreen / ZOOM.most, onScreen / ZOOM.least];
  return inFrame >= Math.min(...ways) - SLACK && inFrame <= Math.max(...ways) + SLACK;
}
