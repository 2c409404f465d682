import type { Announcement, Mark } from '#lib/messages/contract.ts';
import type { MomentAnchor } from '#lib/records/anchor.ts';
import type { PageState } from '../page/state.ts';
import { atEnd, listenAgain, on } from './dom-events.ts';
import { locate } from './jump.ts';
import { linkPort, linkRuntimePort, type RuntimePort } from './link.ts';
import { createOverlay } from './overlay.ts';
import { createPainter } from './paint.ts';
import { createLoader, lent, type MediaLoader, type MomentMark, type PartHost } from './parts.ts';
import { createPlaces } from './places.ts';

/** Places are found in bursts, so we tell about them once nothing has changed for this long, in ms. */
const TELL_REST_MS = 300;
/** The longest that we wait for marks and panel to be off the screen, in ms. */
const HIDDEN_MS = 300;
/** How long we wait between two looks at what is under the pointer, in ms. */
const HOVER_MS = 80;

/** Wires the tools together. They live as long as the page script and leave nothing behind. */
export function startTools(state: PageState): void {
  const { signal, ask, browser } = state;
  state.tools = true;
  atEnd(signal, () => {
    state.tools = false;
  });

  const definition = () => state.definition;
  // The extension may be gone when the click comes; then there is no sidebar to open.
  const openNotes = (noteIds: string[]) => void ask('tools.open-note', { noteIds }).catch(() => undefined);
  const overlay = createOverlay({ load: () => sight.load(), here: () => sight.here }, signal);
  const documents = () => [document, ...(frames.here?.documents() ?? [])];
  const host: PartHost = {
    state,
    overlay,
    drawPlace: (range, rect) => painter.drawPlace(range, rect),
    openNote: noteId => openNotes([noteId]),
    join,
    documents,
    clips: () => (isOne() ? undefined : clips.here),
    media: () => player.here,
    onPort(port, gone) {
      const link = linkPort(port, places.receive, gone);
      places.add(link);
      atEnd(gone, () => places.remove(link));
    },
    lent,
  };
  const partCame = () => {
    drawTimeline();
    painter.bind();
    notifyPlaces();
  };
  const media = createLoader('media', host, partCame);
  const clips = createLoader('clips', host, partCame);
  const isOne = () => state.clips().length < 2;
  /** The media tools, with what tells several clips apart. */
  const player: MediaLoader = {
    get here() {
      return isOne() || clips.here ? media.here : undefined;
    },
    async load() {
      await Promise.all([media.load(), isOne() || clips.load()]);
      return player.here;
    },
  };
  const captions = createLoader('captions', host, () => undefined);
  const regions = createLoader('regions', host, partCame);
  const sight = createLoader('sight', host, overlay.place);
  const picking = createLoader('picking', host, () => undefined);
  const times = createLoader('times', host, () => places.timesCame());
  const frames = createLoader('frames', host, () => painter.bind());
  const painter = createPainter(
    overlay,
    () => regions.here,
    definition,
    documents,
    openNotes,
    notifyPlaces,
    signal,
  );
  let marks: Mark[] = [];
  let drawnFor: string | undefined;
  let draft: MomentAnchor | undefined;

  let told: ReturnType<typeof setTimeout> | undefined;

  /** Announces that some places were found or lost, so that an open sidebar asks which. */
  function notifyPlaces(): void {
    clearTimeout(told);
    told = setTimeout(() => {
      const announcement: Announcement = { announce: 'places' };
      browser.runtime.sendMessage(announcement).catch(() => undefined);
    }, TELL_REST_MS);
  }

  const look = (mark: Mark, anew?: boolean) =>
    locate(mark, painter, { media: player.here, regions: regions.here }, places.ignoreOnce, anew);

  const drawTimeline = () => player.here?.drawTimeline(marks.filter(isMoment), draft);

  /** Brings the parts for which there is something to do: a player, or a region that was drawn before. */
  async function bringParts(needed: readonly Mark[] = marks): Promise<void> {
    const hasRegion = needed.some(({ anchor }) => anchor.kind === 'region');
    await Promise.all([state.clips().length > 0 && player.load(), hasRegion && regions.load()]);
  }

  const places = createPlaces(
    state,
    painter,
    { media: player, captions, regions, picking, times },
    next => {
      if (next === draft) return;
      draft = next;
      drawTimeline();
    },
    () => marks.length,
    documents,
    () => frame.here,
    signal,
  );
  const frame = createLoader('frame', host, () => undefined);
  state.panelOpen = () => !!frame.here?.isOpen();

  function draw(artifactKey: string, next: Mark[]): void {
    // Marks that were meant for the last record must never show on this one.
    if (artifactKey !== state.artifact?.key) return;
    drawnFor = artifactKey;
    marks = next;
    painter.draw(marks);
    drawTimeline();
    void bringParts();
    places.recount();
  }

  state.answerPage(
    {
      'tools.panel': async ({ open }) => {
        const panel = open ? await frame.load() : frame.here;
        if (open === 'toggle' ? panel?.isOpen() : !open) panel?.close();
        else {
          places.guess();
          await panel?.open();
        }
        return { open: !!panel?.isOpen() };
      },
      'tools.draw': ({ artifactKey, marks: next }) => {
        draw(artifactKey, next);
        return null;
      },
      'tools.show': async ({ mark, play }) => {
        await bringParts([mark]);
        const found = look(mark, true);
        if (!found) return { found: false, status: 'orphan' };
        const target = found.go();
        frame.here?.avoid(target);
        if (found.status === 'ad') return { found: false, status: 'ad' };
        const { anchor } = mark;
        if (play && anchor.kind === 'moment' && anchor.end !== undefined)
          player.here?.play(anchor.start, anchor.end, play === 'loop');
        return { found: true, status: found.status };
      },
      'tools.places': async () => {
        await bringParts();
        return Object.fromEntries(
          marks
            .filter(
              ({ anchor, noteId }) => anchor.kind !== 'words' || painter.foundWords(noteId) !== undefined,
            )
            .map(mark => {
              const { status = 'orphan', value } = look(mark) ?? {};
              return [mark.noteId, { status, value }];
            }),
        );
      },
      'tools.hide': async ({ hidden }) => {
        painter.hide(hidden);
        frame.here?.hide(hidden);
        if (hidden) await twoFrames();
        return null;
      },
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
    // This comes first, because the last record's notes must not show on the next one even for one frame.
    drawnFor = undefined;
    marks = [];
    painter.draw([]);
    drawTimeline();
  }, signal);
  atEnd(signal, () => clearTimeout(told));
  void bringParts();
  // A player that loads, late or again, may move or lose its timeline. Or an advertisement has ended.
  on(
    document,
    'loadedmetadata durationchange emptied playing seeked',
    () => {
      void bringParts();
      drawTimeline();
      notifyPlaces();
    },
    signal,
  );
  state.onReplaced(() => {
    listenAgain();
    painter.paintIn(document);
    painter.draw(marks);
    drawTimeline();
    frame.here?.settle();
  }, signal);
  let hovered = 0;
  function join(root: Document): void {
    places.listenIn(root);
    painter.paintIn(root);
    on<MouseEvent>(
      root,
      'click',
      event => {
        const isSelecting = !(root.getSelection()?.isCollapsed ?? true);
        if (!event.isTrusted || event.defaultPrevented || isSelecting) return;
        const noteIds = painter.notesAt(event);
        if (noteIds.length > 0) openNotes(noteIds);
      },
      signal,
      { capture: false },
    );
    on<PointerEvent>(
      root,
      'pointermove',
      event => {
        if (event.timeStamp - hovered < HOVER_MS) return;
        hovered = event.timeStamp;
        painter.hover(painter.notesAt(event));
      },
      signal,
    );
  }
  join(document);
  /** A frame of the page's own origin is part of the page. It may come at any time. */
  const bringFrames = () => {
    const isReadable = (frame: HTMLIFrameElement) => !!frame.contentDocument?.body;
    if ([...document.querySelectorAll<HTMLIFrameElement>('iframe,frame')].some(isReadable))
      void frames.load();
  };
  bringFrames();
  on(document, 'load focusin', bringFrames, signal);
}

/** What was drawn before is on the screen until the next two frames are. A window that is covered draws none. */
const twoFrames = () =>
  new Promise(done => {
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, HIDDEN_MS);
  });

function isMoment(mark: Mark): mark is MomentMark {
  return mark.anchor.kind === 'moment';
}
