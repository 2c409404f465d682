/** The text tracks of a clip: which of them the viewer reads, and what they say at a second. */

/**
 * The tracks that are shown. A player that draws captions itself keeps its tracks hidden, all the languages that were ever
 * chosen: of several, only what it has `drawn` now tells which one is read, and where that does not tell, we know of none.
 */
export function shownTracks({ textTracks, currentTime }: HTMLMediaElement, drawn?: string): TextTrack[] {
  const tracks = [...textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  const showing = tracks.filter(({ mode }) => mode === 'showing');
  if (showing.length > 0) return showing;
  const loaded = tracks.filter(({ cues }) => cues?.length);
  const words = letters(drawn);
  const fitting = words ? loaded.filter(track => letters(lineAt([track], currentTime)) === words) : loaded;
  // Two that say the same here may say different things elsewhere.
  return fitting.length === 1 ? fitting : [];
}

/** All that these tracks say at a second; cues that are shown at once one after the other. */
export function lineAt(tracks: readonly TextTrack[], seconds: number): string {
  const said = tracks.flatMap(({ cues }) =>
    [...(cues ?? [])]
      .filter(({ startTime, endTime }) => startTime <= seconds && endTime > seconds)
      .map(textOf),
  );
  return [...new Set(said)].join(' ');
}

/** What the browser shows of a cue: without tags, and with the characters that entities stand for. */
function textOf(cue: TextTrackCue): string {
  return 'getCueAsHTML' in cue ? ((cue as VTTCue).getCueAsHTML().textContent ?? '') : '';
}

/** Players break lines and set spaces in their own way. */
const letters = (text = '') => text.replace(/[\s\p{Cf}]+/gu, '');
