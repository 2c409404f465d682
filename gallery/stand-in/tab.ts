/** The tab beside the view: what it shows, and what its page tools would answer. */
import { isRequest, type Reply } from '#lib/messages/ask.ts';
import type { PlaceNow, ToolsMessage, ToTools } from '#lib/messages/contract.ts';
import type { Anchor } from '#lib/records/anchor.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { createEvent } from './event.ts';

export interface TabBeside {
  url: string;
  /** Null while it shows nothing that one can write about. */
  artifact: Artifact | null;
  /** No script of ours runs in it. */
  outOfReach?: boolean;
  /** Left one thing, and what comes next is not known yet. */
  moving?: boolean;
  hasVideo?: boolean;
  /** What is pointed at when a composer opens; the whole where nothing is said. */
  anchor?: Anchor;
  places?: Record<string, PlaceNow>;
}

export const TAB_ID = 1;

/** Answers as page script and tools do; throws, as the browser does, where there are none. */
export function answerOf(tab: TabBeside | undefined, message: unknown): Reply {
  if (!tab || tab.outOfReach || !isRequest(message)) throw new Error('Receiving end does not exist.');
  const { artifact, url, moving = false } = tab;
  switch (message.sideline) {
    case 'page.which':
      return { value: { artifact: moving ? null : artifact, tools: true, url, moving } };
    case 'tools.places':
      return { value: tab.places ?? {} };
    case 'tools.show':
      return { value: { found: true, status: 'same' } };
    default:
      return { value: null };
  }
}

/** A composer's line to the tools. They say at once what the page shows and what is pointed at. */
export function connectTo(tab: TabBeside) {
  const say = (message: ToolsMessage) => void onMessage.emit(message);
  const point = (auto: boolean) => say({ type: 'place', anchor: tab.anchor ?? { kind: 'whole' }, auto });
  const onMessage = createEvent<[ToolsMessage]>(() =>
    queueMicrotask(() => {
      say({ type: 'page', artifact: tab.artifact, hasVideo: tab.hasVideo ?? false, notes: 2 });
      point(true);
    }),
  );
  return {
    onMessage,
    onDisconnect: createEvent<[]>(),
    disconnect: () => undefined,
    postMessage(message: ToTools) {
      if (message.type === 'pick') point(false);
    },
  };
}
