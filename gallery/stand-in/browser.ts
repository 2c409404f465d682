/**
 * Stands in for `wxt/browser` in the gallery, by an alias of Vite: as much of the extension's API as views and the
 * background's handlers use. Messages go round within the page, storage is in memory, and nothing leaves the page.
 */
import { createEvent } from './event.ts';
import { type Language, messageIn } from './messages.ts';
import { createArea } from './storage.ts';
import { answerOf, connectTo, TAB_ID, type TabBeside } from './tab.ts';

export interface Surroundings {
  language: Language;
  direction: 'ltr' | 'rtl';
  tab?: TabBeside | undefined;
  /** Match patterns that the person allowed. */
  granted?: string[] | undefined;
  /** What an administrator set. */
  policy?: Record<string, unknown> | undefined;
}

let around: Surroundings = { language: 'en', direction: 'ltr' };
const [local, session, managed] = [createArea(), createArea(), createArea()];

/** What the views of a story find around them. Nobody of the story before listens any more. */
export function surround(surroundings: Surroundings): void {
  around = { ...surroundings };
  onMessage.clear();
  for (const area of [local, session]) area.begin({});
  managed.begin(surroundings.policy ?? {});
}

const ID = 'gallery';
const ORIGIN = `chrome-extension://${ID}`;
const SENDER = { id: ID, url: `${ORIGIN}/sidepanel.html`, origin: ORIGIN, frameId: 0, tab: { id: TAB_ID } };

type Respond = (reply: unknown) => void;
const onMessage = createEvent<[unknown, typeof SENDER, Respond]>();
const onAdded = createEvent<[]>();
const onRemoved = createEvent<[]>();

/** The first answer; undefined where no listener wants to give one. */
function sendMessage(message: unknown): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const willAnswer = onMessage.emit(message, SENDER, resolve).includes(true);
  if (!willAnswer) resolve(undefined);
  return promise;
}

function allow(origins: string[] = []): Promise<boolean> {
  around.granted = [...new Set([...(around.granted ?? []), ...origins])];
  onAdded.emit();
  return Promise.resolve(true);
}

function tabs() {
  const { tab } = around;
  return tab ? [{ id: TAB_ID, active: true, url: tab.url, title: tab.artifact?.title ?? '' }] : [];
}

const nothing = () => Promise.resolve();
const action = { setTitle: nothing, setBadgeText: nothing, setBadgeTextColor: nothing };

export const browser = {
  i18n: {
    getMessage: (key: string, substitutions?: string | string[]) =>
      key === '@@bidi_dir' ? around.direction : messageIn(around.language, key, substitutions),
    getUILanguage: () => around.language,
  },
  extension: { inIncognitoContext: false },
  runtime: {
    id: ID,
    onMessage,
    sendMessage,
    getURL: (path: string) => `${ORIGIN}${path}`,
    getManifest: () => ({ version: '0.0.0' }),
    openOptionsPage: nothing,
  },
  storage: { local, session, managed, onChanged: createEvent() },
  permissions: {
    onAdded,
    onRemoved,
    getAll: async () => ({ origins: around.granted ?? [] }),
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every(origin => around.granted?.includes(origin)),
    request: ({ origins }: { origins?: string[] }) => allow(origins),
    async remove({ origins = [] }: { origins?: string[] }) {
      around.granted = (around.granted ?? []).filter(each => !origins.includes(each));
      onRemoved.emit();
      return true;
    },
  },
  tabs: {
    onActivated: createEvent(),
    onUpdated: createEvent(),
    query: async () => tabs(),
    get: async () => tabs()[0],
    getCurrent: async () => undefined,
    create: nothing,
    sendMessage: async (_tabId: number, message: unknown) => answerOf(around.tab, message),
    connect() {
      if (!around.tab) throw new Error('Receiving end does not exist.');
      return connectTo(around.tab);
    },
    async captureVisibleTab() {
      throw new Error('There is no picture in the gallery.');
    },
  },
  // Nothing can be injected: there is no other page.
  scripting: {
    async executeScript() {
      throw new Error('Cannot access contents of the page.');
    },
    insertCSS: nothing,
  },
  alarms: { create: nothing, clear: nothing },
  action: { ...action, setBadgeBackgroundColor: nothing },
};
