/** Tabs with one composer each, one background and one database. A worker may die during any request. */
import fc from 'fast-check';
import { type Composer, createComposer } from '#components/composer/state/store.ts';
import type { Surface } from '#components/composer/state/surface.ts';
import { draftsHere, dropDraft, saveHalfWritten, takeDraft } from '#lib/actions/drafts.ts';
import { composerContext } from '#lib/actions/notes/composer-context.ts';
import { beginEdit } from '#lib/actions/notes/edit.ts';
import { send } from '#lib/actions/notes/send.ts';
import type { Command, ComposerDraft, FromTools, SendOutcome } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { isType } from '#lib/records/types.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { type Identity, saveIdentity } from '#lib/store/identity.ts';
import { deleteMeta } from '#lib/store/meta.ts';

const TABS = 3;
const WORKS: Artifact[] = ['1', '2'].map(id => ({
  kind: 'crm',
  site: 'page',
  key: `https://a.example|deal|${id}`,
  url: `https://a.example/${id}`,
  title: `Deal ${id}`,
}));

const PEOPLE = ['jonas', 'ines', 'mara'];
const TEAM: Identity = {
  workspaceId: 'team',
  workspaceName: 'team',
  memberId: 'ines',
  name: 'Ines',
  members: [
    { id: 'ines', name: 'Ines', roles: ['coach'], coachIds: [] },
    { id: 'jonas', name: 'Jonas', roles: ['coachee'], coachIds: ['ines'] },
    { id: 'mara', name: 'Mara', roles: ['coachee'], coachIds: [] },
  ],
};

const tab = fc.nat(TABS - 1);
const PARTS = ['observation', 'impact', 'nextAction'] as const;
/** Text typed before the counted words, because a note that says nothing is not sent. */
const BEGINNINGS = {
  observation: 'You named the price',
  impact: 'It costs a week',
  nextAction: 'Ask for the date',
};
const part = fc.constantFrom(...PARTS);
const does = <T extends string>(kind: T) => fc.record({ kind: fc.constant(kind), tab });

/** What may happen. Only `pause` waits until everything has settled. */
export const acts = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('type' as const), tab, part }) },
  { weight: 6, arbitrary: does('write all') },
  { weight: 7, arbitrary: does('send') },
  { weight: 2, arbitrary: does('take') },
  { weight: 2, arbitrary: does('edit') },
  { weight: 1, arbitrary: does('sendMine') },
  { weight: 2, arbitrary: does('reload') },
  { weight: 1, arbitrary: does('close') },
  { weight: 2, arbitrary: does('leave') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('arrive' as const), tab, work: fc.nat(1) }) },
  { weight: 2, arbitrary: does('worker dies') },
  { weight: 1, arbitrary: does('storage cleared') },
  { weight: 2, arbitrary: does('storage refuses') },
  { weight: 2, arbitrary: does('storage works again') },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sign in' as const), tab, who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('choose' as const), tab, whom: fc.nat(2) }) },
  { weight: 1, arbitrary: does('clear') },
  { weight: 3, arbitrary: does('pause') },
);
export type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

interface Tab {
  composer: Composer;
  page(message: FromTools): void;
  surface: string;
  shows(noteId: string): boolean;
  onDrafts(): void;
  work: number;
}

export class World {
  readonly #db: SidelineDb;
  readonly #tabs: (Tab | undefined)[] = [];
  readonly #said = new Set<string>();
  readonly #given = new Set<string>();
  /** What was said to be sent and is not stored like that. */
  readonly untrue: string[] = [];
  /** The next request gets no answer: the worker dies before it did anything, or after. */
  #death: 'before' | 'after' | undefined;
  /** Nothing can be written: the disk is full, or another version holds the database. */
  #refuses = false;
  #count = 0;
  #now = 1;
  #busy = new Set<Promise<unknown>>();

  constructor(db: SidelineDb) {
    this.#db = db;
  }

  readonly answer = (command: Command, input: never): Promise<unknown> => {
    const death = this.#death;
    this.#death = undefined;
    if (death === 'before') return this.#track(Promise.reject(new Error('The worker is gone.')));
    const work = this.#handle(command, input);
    return this.#track(death ? work.then(() => Promise.reject(new Error('The worker is gone.'))) : work);
  };

  async #handle(command: Command, given: never): Promise<unknown> {
    const db = this.#db;
    const input = given as {
      artifact: Artifact;
      draft: ComposerDraft;
      surface: string;
      noteId: string;
      take: boolean;
    };
    const { artifact, draft, surface, noteId, take } = input ?? {};
    switch (command) {
      case 'compose.context':
        return composerContext(db);
      case 'compose.drafts':
        return draftsHere(db, artifact, { surface, take }, this.#isShown);
      case 'compose.save':
        if (this.#refuses) throw new Error('The disk is full.');
        return saveHalfWritten(db, artifact, draft, surface, this.#now++);
      case 'compose.drop':
        return dropDraft(db, noteId, surface);
      case 'compose.take':
        return this.#telling((await takeDraft(db, artifact, noteId, surface)) ?? null);
      case 'compose.edit':
        return this.#telling(await beginEdit(db, noteId, surface, this.#now++, this.#isShown));
      case 'compose.send':
        if (this.#refuses) return { ok: false, reason: 'storage-full', message: 'storage-full' };
        return this.#telling(
          await this.#checked(draft, send(db, artifact, draft, this.#now++, 'en', surface)),
        );
      default:
        throw new Error(`Nobody asks for ${command}.`);
    }
  }

  /** Whoever is told "sent" must find exactly that note stored. */
  async #checked(draft: ComposerDraft, sending: Promise<SendOutcome>): Promise<SendOutcome> {
    const outcome = await sending;
    if (!outcome.ok || outcome.noteId === undefined) return outcome;
    const stored = await this.#db.records.get(outcome.noteId);
    const isTrue =
      stored !== undefined &&
      isType(stored, 'note') &&
      stored.subjectId === draft.subjectId &&
      stored.body.kind === draft.kind &&
      PARTS.every(each => stored.body[each] === draft[each].trim());
    if (!isTrue) this.untrue.push(JSON.stringify({ draft, stored }));
    return outcome;
  }

  #telling<T>(outcome: T): T {
    for (const each of this.#tabs) each?.onDrafts();
    return outcome;
  }

  #isShown = async (surface: string, noteId: string) =>
    this.#tabs.some(each => each?.surface === surface && each.shows(noteId));

  #track<T>(work: Promise<T>): Promise<T> {
    this.#busy.add(work);
    const done = () => this.#busy.delete(work);
    work.then(done, done);
    return work;
  }

  async perform(act: Act): Promise<void> {
    if (act.kind === 'worker dies') {
      this.#death = this.#count % 2 ? 'before' : 'after';
      return;
    }
    if (act.kind === 'storage refuses' || act.kind === 'storage works again') {
      this.#refuses = act.kind === 'storage refuses';
      return;
    }
    if (act.kind === 'storage cleared') return this.#clearStorage();
    if (act.kind === 'sign in') return this.#signIn(act.who);
    const tab = this.#tabs[act.tab] ?? (await this.#open(0));
    this.#tabs[act.tab] = tab;
    const { composer } = tab;
    switch (act.kind) {
      case 'type':
        return this.#type(tab, act.part);
      case 'write all':
        for (const each of PARTS) this.#type(tab, each);
        return;
      case 'send':
        void this.#track(composer.send());
        return;
      case 'take': {
        const [other] = composer.store.getState().others;
        if (other) void this.#track(composer.resume(other.noteId));
        return;
      }
      case 'edit': {
        const notes = (await this.#db.records.toArray()).filter(({ type }) => type === 'note');
        const note = notes.at(-1);
        if (note) void this.#track(composer.edit(note.id));
        return;
      }
      case 'sendMine':
        return this.#sendMine(tab);
      case 'leave':
        tab.page({ type: 'page', artifact: null, hasVideo: false, notes: 0 });
        return;
      case 'arrive':
        tab.work = act.work;
        this.#show(tab);
        return;
      case 'reload':
      case 'close':
        // The browser asks before it closes what is only on the screen.
        if (composer.store.getState().unsaved.length > 0 || composer.store.getState().onlyHere) return;
        if (this.#refuses) return;
        // A request that the browser already has arrives, even from a page that is gone.
        this.#death = undefined;
        composer.close();
        await this.settle();
        this.#tabs[act.tab] = undefined;
        if (act.kind === 'reload') this.#tabs[act.tab] = await this.#open(tab.work);
        return;
      case 'choose':
        // The form does not offer another person for a note that was sent.
        if (composer.store.getState().draft?.edits !== undefined) return;
        composer.change({ subjectId: PEOPLE[act.whom], kind: act.whom === 1 ? 'question' : 'correction' });
        return;
      case 'clear': {
        const { draft, artifact } = composer.store.getState();
        // Its author sees what they discard.
        if (draft && artifact) for (const word of wordsIn(draft)) this.#given.add(word);
        void this.#track(composer.clear());
        return;
      }
      case 'pause':
        return this.settle();
    }
  }

  #type({ composer }: Tab, part: (typeof PARTS)[number]): void {
    const { draft } = composer.store.getState();
    if (!draft) return;
    const word = `word${++this.#count}x`;
    composer.change({
      [part]: `${draft[part] || BEGINNINGS[part]} ${word}`,
      behaviourId: 'library:next-step-aloud',
    });
    this.#said.add(word);
  }

  /** The author sees both texts and chooses, so the other one is discarded knowingly. */
  #sendMine({ composer }: Tab): void {
    const { message } = composer.store.getState();
    if (message?.kind !== 'changed-elsewhere') return;
    for (const word of wordsIn(message.theirs)) this.#given.add(word);
    void this.#track(composer.sendMine());
  }

  /** Somebody clears the site data. What was in it is gone; what is on a screen is not. */
  async #clearStorage(): Promise<void> {
    await this.settle();
    const screens = JSON.stringify(this.#tabs.map(onScreen));
    for (const word of this.#said) if (!screens.includes(word)) this.#given.add(word);
    await Promise.all([this.#db.records.clear(), this.#db.drafts.clear()]);
    this.#telling(null);
  }

  /** The drafts of one workspace are not shown in another, and are there when one comes back. */
  async #signIn(who: number): Promise<void> {
    await this.settle();
    const workspaceId = ['solo', 'team', 'other'][who] ?? 'solo';
    if (who === 0) await deleteMeta(this.#db, 'identity');
    else await saveIdentity(this.#db, { ...TEAM, workspaceId, workspaceName: workspaceId });
    this.#telling(null);
  }

  async #open(work: number): Promise<Tab> {
    let page: (message: FromTools) => void = () => {};
    let listening: Pick<Tab, 'shows' | 'onDrafts'> = { shows: () => false, onDrafts: () => {} };
    const surface: Surface = {
      id: crypto.randomUUID(),
      listen: (shows, onDrafts) => {
        listening = { shows, onDrafts };
      },
    };
    const link = {
      send: () => {},
      listen: (callback: (message: FromTools) => void) => {
        page = callback;
      },
    };
    const composer = createComposer(link, undefined, surface);
    const tab: Tab = { composer, page: message => page(message), surface: surface.id, work, ...listening };
    this.#show(tab);
    await this.settle();
    return tab;
  }

  #show(tab: Tab): void {
    const artifact = WORKS[tab.work] ?? null;
    tab.page({ type: 'page', artifact, hasVideo: false, notes: 0 });
  }

  /** How many notes there are. */
  async notes(): Promise<number> {
    return this.#db.records.count();
  }

  /** Waits until nobody is waiting for an answer. */
  async settle(): Promise<void> {
    do {
      await Promise.allSettled([...this.#busy]);
      await Promise.all(this.#tabs.map(each => each?.composer.settled()));
    } while (this.#busy.size > 0);
  }

  /** Words that were typed and are nowhere: in no note, in no draft and on no screen. */
  async lostWords(): Promise<string[]> {
    const read = async () =>
      JSON.stringify([
        this.#tabs.map(onScreen),
        await this.#db.transaction('r', this.#db.records, this.#db.drafts, async () => [
          await this.#db.records.toArray(),
          await this.#db.drafts.toArray(),
        ]),
        this.#tabs.map(onScreen),
      ]);
    const missing = (text: string) =>
      [...this.#said].filter(word => !this.#given.has(word) && !text.includes(word));
    if (missing(await read()).length === 0) return [];
    // They may be on their way from a form to the device.
    await this.settle();
    return missing(await read());
  }

  end(): void {
    for (const each of this.#tabs) each?.composer.close();
  }
}

/** All that a person can see and copy in a tab. */
function onScreen(tab: Tab | undefined): unknown {
  if (!tab) return undefined;
  const { draft, unsaved } = tab.composer.store.getState();
  return [draft, unsaved];
}

function wordsIn(texts: unknown): string[] {
  return JSON.stringify(texts).match(/word\d+x/g) ?? [];
}
