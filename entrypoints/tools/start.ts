import { browser } from 'wxt/browser';
import type { Mark } from '#lib/messages/contract.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { PageState } from '../page/state.ts';
import { createFrame } from './frame.ts';
import { jumpTo } from './jump.ts';
import { linkPort, linkRuntimePort, type RuntimePort } from './link.ts';
import { createOverlay } from './overlay.ts';
import { createPainter } from './paint.ts';
import { createPlaces } from './places.ts';
import { createPlayer } from './player.ts';
import { createTimeline } from './timeline.ts';

type MomentMark = Mark & { anchor: MomentAnchor };

/** Wires the tools together. They live as long as the page script and leave nothing behind. */
export function startTools(state: PageState): void {
  const { signal, ask } = state;
  state.tools = true;
  signal.addEventListener('abort', () => {
    state.tools = false;
  });

  const definition = () => state.definition;
  // The click may come when the extension is gone; then there is no sidebar to open.
  const openNote = (noteId: string) => void ask('tools.open-note', { noteId }).catch(() => undefined);
  const overlay = createOverlay(signal);
  const painter = createPainter(overlay, definition, openNote, signal);
  const player = createPlayer(state);
  const timeline = createTimeline(overlay, player.video, definition, openNote, signal);
  let marks: Mark[] = [];
  let drawnFor: string | undefined;
  let draft: MomentAnchor | undefined;

  const drawTimeline = () => timeline.draw(marks.filter(isMoment), draft);
  const places = createPlaces(
    state,
    overlay,
    painter,
    player,
    place => {
      const next = place?.anchor.kind === 'moment' ? place.anchor : undefined;
      if (next === draft) return;
      draft = next;
      drawTimeline();
    },
    () => marks.length,
    { switchSide: () => frame.switchSide(), close: () => frame.close() },
    signal,
  );
  const frame = createFrame(
    ask,
    (port, gone) => {
      const link = linkPort(port, places.receive, gone);
      places.add(link);
      gone.addEventListener('abort', () => places.remove(link));
    },
    signal,
  );

  function draw(key: string | undefined, next: Mark[]): void {
    // Marks that were asked for on the last record must never show on this one.
    if (key !== state.artifact?.key) return;
    drawnFor = key;
    marks = next;
    painter.draw(marks);
    drawTimeline();
    places.recount();
  }

  /** What was to be drawn when the page came up may have been lost with a worker that was stopped meanwhile. */
  function catchUp(): void {
    const key = state.artifact?.key;
    if (key === undefined) return;
    ask('tools.marks', { key }).then(
      ({ marks: found }) => {
        if (drawnFor !== key && found.length > 0) draw(key, found);
      },
      // The next arrival draws.
      () => undefined,
    );
  }

  state.answerPage(
    {
      'tools.panel': async ({ open }) => {
        if (open === 'toggle' ? frame.isOpen() : !open) frame.close();
        else {
          places.guess();
          await frame.open();
        }
        return { open: frame.isOpen() };
      },
      'tools.draw': ({ key, marks: next }) => {
        draw(key, next);
        return null;
      },
      'tools.show': ({ mark }) => jumpTo(mark, painter, player, state.definition, places.ignoreSelectionOnce),
    },
    signal,
  );
  browser.runtime.onConnect.addListener(function connect(
    port: RuntimePort & { name: string; sender?: { id?: string } },
  ) {
    if (signal.aborted) browser.runtime.onConnect.removeListener(connect);
    else if (port.name === 'compose' && port.sender?.id === browser.runtime.id) {
      places.add(linkRuntimePort(port, places.receive, places.remove, signal));
    }
  });
  state.onChange(artifact => {
    if (artifact?.key === drawnFor) return;
    // At once, before anybody is asked: not for one frame may the last record's notes stand on the next one.
    drawnFor = undefined;
    marks = [];
    painter.draw([]);
    drawTimeline();
  }, signal);
  // A player that loads late, or anew, moves or loses its timeline.
  for (const type of ['loadedmetadata', 'durationchange', 'emptied'] as const) {
    document.addEventListener(type, drawTimeline, { capture: true, passive: true, signal });
  }
  window.addEventListener(
    'click',
    event => {
      if (!event.isTrusted || !(getSelection()?.isCollapsed ?? true)) return;
      const noteId = painter.notesAt(event.clientX, event.clientY)[0];
      if (noteId) openNote(noteId);
    },
    { passive: true, signal },
  );
  catchUp();
}

function isMoment(mark: Mark): mark is MomentMark {
  return mark.anchor.kind === 'moment';
}
