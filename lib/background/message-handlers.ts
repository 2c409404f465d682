/** Every command the background carries out: who may send it, its shape and what it does. */
import { browser } from 'wxt/browser';
import { ownDefinitions } from '#lib/actions/brought-sites.ts';
import { draftsHere, dropDraft, saveHalfWritten, takeDraft } from '#lib/actions/drafts.ts';
import { lookAhead } from '#lib/actions/notes/ahead.ts';
import { composerContext } from '#lib/actions/notes/composer-context.ts';
import { beginEdit } from '#lib/actions/notes/edit.ts';
import { send } from '#lib/actions/notes/send.ts';
import { takeBack } from '#lib/actions/notes/take-back.ts';
import { saveTemplate } from '#lib/actions/templates.ts';
import type { SiteDefinition } from '#lib/artifacts/definition/definition.ts';
import { artifactAtAddress } from '#lib/artifacts/identify/address-artifact.ts';
import { definitionById, siteFor } from '#lib/artifacts/sites/find-site.ts';
import { isBlocked, loadPolicy } from '#lib/device/policy.ts';
import { focusLookBack, focusNotes } from '#lib/device/sidebar-focus.ts';
import { askPage } from '#lib/messages/ask.ts';
import type { Handlers, Sender } from '#lib/messages/serve.ts';
import { isShown, notifyDraftsChanged } from '#lib/messages/surfaces.ts';
import { type Artifact, artifactKeys, artifactSchema } from '#lib/records/artifact.ts';
import { MAX_NOTE_TEXT } from '#lib/records/kinds/note.ts';
import { z } from '#lib/records/zod.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import { draftSchema } from './draft-schema.ts';
import type { InsightReader } from './insight.ts';
import { mayHaveKey } from './key-origin.ts';
import { linkTo, openAt } from './note-link.ts';
import { marksAt, redraw } from './page-marks.ts';
import { claimPanel, issueTicket } from './panels.ts';
import { openPendingNote } from './pending-note-link.ts';
import { ensurePageScript, ensureTools, injectPart, styleFrames } from './scripts.ts';
import { countedIn, type ServerCounts } from './server-counts.ts';
import { openSidebar } from './sidebar.ts';
import { restartTabsAt } from './site-access.ts';
import type { SyncLoop } from './sync-loop.ts';
import { rememberTab } from './tabs.ts';
import {
  endTeaching,
  openTeaching,
  saveTeaching,
  saveTeachingDraft,
  siteHere,
  startTeaching,
} from './teach.ts';

const nothing = z.null();
const word = z.string().min(1).max(1024);
/** checkDefinition checks it when it is saved; until then it is only data. */
const someDefinition = z.custom<SiteDefinition>(value => typeof value === 'object' && value !== null);

/** What is asked of the server besides the sync. */
export interface ServerAnswers {
  counts: ServerCounts;
  insight: InsightReader;
}

export function createHandlers(db: SidelineDb, sync: SyncLoop, { counts, insight }: ServerAnswers): Handlers {
  return {
    'page.hello': {
      from: ['page'],
      input: nothing,
      run: async (_input, sender) => {
        if (isBlocked(await loadPolicy(), sender.url))
          throw new Error('Switched off here by an administrator.');
        return siteFor(sender.url, await ownDefinitions(db));
      },
    },
    'page.site': {
      from: ['page'],
      input: z.object({ id: word }),
      run: async ({ id }) => ({ definition: definitionById(id) }),
    },
    'page.arrived': {
      from: ['page'],
      input: z.object({ artifact: artifactSchema.nullable() }),
      run: async ({ artifact }, sender) => {
        const tabId = tabOf(sender);
        if (artifact) checkKey(artifact.key, sender);
        const { definition } = siteFor(sender.url);
        // Only built-in definitions name other origins, as for the key.
        const isOwn = (key: string) => mayHaveKey(key, sender.origin, definition);
        const places =
          artifact && artifactKeys({ ...artifact, formerKeys: artifact.formerKeys?.filter(isOwn) });
        await rememberTab(tabId, places);
        if (!artifact || !places) return null;
        const marks = await marksAt(db, places);
        if (marks.length > 0 && (await ensureTools(tabId))) {
          await askPage(tabId, 'tools.draw', { artifactKey: artifact.key, marks });
        }
        void openPendingNote(db, tabId, places, Date.now());
        return null;
      },
    },
    'tools.ticket': {
      from: ['page'],
      input: nothing,
      run: async (_input, sender) => ({ ticket: await issueTicket(tabOf(sender), Date.now()) }),
    },
    'tools.part': {
      from: ['page'],
      input: z.object({
        name: z.enum([
          'media',
          'captions',
          'regions',
          'clips',
          'sight',
          'picking',
          'times',
          'frame',
          'frames',
        ]),
      }),
      run: async ({ name }, sender) => ({ ok: await injectPart(tabOf(sender), name) }),
    },
    'tools.style-frames': {
      from: ['page'],
      input: nothing,
      run: async (_input, sender) => {
        await styleFrames(tabOf(sender));
        return null;
      },
    },
    'tools.open-note': {
      from: ['page'],
      input: z.object({ noteIds: z.array(word).min(1).max(200) }),
      gesture: sender => openSidebar(tabOf(sender)),
      run: async ({ noteIds }) => {
        await focusNotes(noteIds, Date.now());
        return null;
      },
    },
    'note.link': {
      from: ['extension'],
      input: z.object({ noteId: word }),
      run: async ({ noteId }) => ({ url: await linkTo(db, noteId) }),
    },
    'note.open': {
      from: ['extension'],
      input: z.object({ noteId: word }),
      run: async ({ noteId }) => {
        await openAt(db, noteId, Date.now());
        return null;
      },
    },
    'panel.claim': {
      from: ['panel'],
      input: z.object({ ticket: word }),
      run: async ({ ticket }, sender) => ({ ok: await claimPanel(ticket, sender, Date.now()) }),
    },
    'panel.open-sidebar': {
      from: ['panel'],
      input: nothing,
      gesture: sender => openSidebar(tabOf(sender)),
      run: async () => null,
    },
    'panel.look-back': {
      from: ['panel'],
      input: nothing,
      gesture: sender => openSidebar(tabOf(sender)),
      run: async () => {
        await focusLookBack(Date.now());
        return null;
      },
    },
    'compose.context': {
      from: ['panel', 'extension'],
      input: nothing,
      run: () => composerContext(db),
    },
    'compose.ahead': {
      from: ['panel', 'extension'],
      input: z.object({ artifact: artifactSchema, draft: draftSchema, wait: z.boolean().optional() }),
      run: async ({ artifact, draft, wait }) => {
        const about = countedIn(draft);
        const elsewhere = about && (await (wait ? counts.ask(about) : counts.fresh(about)));
        return lookAhead(db, artifact, draft, Date.now(), elsewhere);
      },
    },
    'insight.escalations': { from: ['extension'], input: nothing, run: () => insight.escalations() },
    'insight.coverage': { from: ['extension'], input: nothing, run: () => insight.coverage() },
    'counts.ask': {
      from: ['extension'],
      input: z.object({ personId: word, behaviourId: word.optional() }),
      run: async about => (await counts.ask(about)) ?? null,
    },
    'compose.drafts': {
      from: ['panel', 'extension'],
      input: z.object({ artifact: artifactSchema, surface: word, take: z.boolean() }),
      run: ({ artifact, surface, take }) => draftsHere(db, artifact, { surface, take }, isShown),
    },
    'compose.save': {
      from: ['panel', 'extension'],
      input: z.object({ artifact: artifactSchema, draft: draftSchema, surface: word }),
      run: async ({ artifact, draft, surface }) => {
        const outcome = await saveHalfWritten(db, artifact, draft, surface, Date.now());
        // Not on every keystroke: whoever wants to know what a note says asks for it.
        if (outcome.state === 'apart' || (outcome.state === 'kept' && outcome.isNew)) notifyDraftsChanged();
        return outcome;
      },
    },
    'compose.drop': {
      from: ['panel', 'extension'],
      input: z.object({ noteId: word, surface: word }),
      run: async ({ noteId, surface }) => {
        await dropDraft(db, noteId, surface);
        notifyDraftsChanged();
        return null;
      },
    },
    'compose.take': {
      from: ['panel', 'extension'],
      input: z.object({ artifact: artifactSchema, noteId: word, surface: word }),
      run: async ({ artifact, noteId, surface }) => {
        const draft = await takeDraft(db, artifact, noteId, surface);
        notifyDraftsChanged();
        return draft ?? null;
      },
    },
    'compose.edit': {
      from: ['panel', 'extension'],
      input: z.object({ noteId: word, surface: word }),
      run: async ({ noteId, surface }) => {
        const outcome = await beginEdit(db, noteId, surface, Date.now(), isShown);
        notifyDraftsChanged();
        return outcome;
      },
    },
    'note.take-back': {
      from: ['panel', 'extension'],
      input: z.object({ noteId: word, scorecardId: word.optional(), answerId: word.optional() }),
      run: async what => {
        const outcome = await takeBack(db, what, Date.now());
        if (!outcome.ok) return { ok: false };
        void redraw(db, outcome.places);
        void sync.wake();
        return { ok: true };
      },
    },
    'compose.keep-template': {
      from: ['panel', 'extension'],
      input: z.object({ draft: draftSchema }),
      run: async ({ draft }) => {
        await saveTemplate(db, draft, Date.now());
        void sync.wake();
        return null;
      },
    },
    'compose.send': {
      from: ['panel', 'extension'],
      input: z.object({
        artifact: artifactSchema,
        draft: draftSchema,
        surface: word,
        asked: z.string().max(MAX_NOTE_TEXT).optional(),
      }),
      run: async ({ artifact, draft, surface, asked }) => {
        const locale = browser.i18n.getUILanguage();
        const about = countedIn(draft);
        const elsewhere = about && (await counts.last(about));
        const outcome = await send(db, artifact, draft, Date.now(), locale, surface, asked, elsewhere);
        if (outcome.ok) {
          afterChange(db, sync, artifact);
          notifyDraftsChanged();
        }
        return outcome;
      },
    },
    'notes.changed': {
      from: ['extension'],
      input: z.object({ places: z.array(word) }),
      run: async ({ places }) => {
        void redraw(db, places);
        void sync.wake();
        return null;
      },
    },
    'site.here': {
      from: ['panel', 'extension'],
      input: z.object({ tabId: z.int().optional() }),
      run: ({ tabId }, sender) => siteHere(namedTab(tabId, sender)),
    },
    'site.artifact': {
      from: ['extension'],
      input: z.object({ url: z.string().max(100_000), title: z.string().max(100_000).optional() }),
      run: async ({ url, title }) => ({ artifact: artifactAtAddress(url, title, await ownDefinitions(db)) }),
    },
    'teach.start': {
      from: ['panel', 'extension'],
      input: z.object({ tabId: z.int().optional() }),
      run: async ({ tabId }, sender) => ({ ok: await startTeaching(namedTab(tabId, sender)) }),
    },
    'teach.open': {
      from: ['page'],
      input: nothing,
      run: (_input, sender) => openTeaching(db, sender, new Date()),
    },
    'teach.keep': {
      from: ['page'],
      input: z.object({ draft: someDefinition }),
      run: async ({ draft }, sender) => {
        await saveTeachingDraft(sender, draft);
        return null;
      },
    },
    'teach.save': {
      from: ['page'],
      input: z.object({ definition: someDefinition }),
      run: async ({ definition }, sender) => {
        const saved = await saveTeaching(db, sender, definition, Date.now());
        if (saved.ok) void sync.wake();
        return saved;
      },
    },
    'teach.end': {
      from: ['page'],
      input: nothing,
      run: async (_input, sender) => {
        await endTeaching(tabOf(sender));
        return null;
      },
    },
    'sites.changed': {
      from: ['extension'],
      input: z.object({ hosts: z.array(word).max(40) }),
      run: async ({ hosts }) => {
        await restartTabsAt(hosts);
        void sync.wake();
        return null;
      },
    },
    'sync.now': {
      from: ['extension'],
      input: nothing,
      run: async () => {
        void sync.wake();
        return null;
      },
    },
    'account.changed': {
      from: ['extension'],
      input: nothing,
      run: async () => {
        // The composers that are open work for somebody else now.
        notifyDraftsChanged();
        await sync.restart();
        return null;
      },
    },
    'tab.attach': {
      from: ['extension'],
      input: z.object({ tabId: z.int() }),
      run: async ({ tabId }) => ({ ok: await ensurePageScript(tabId) }),
    },
    'tab.tools': {
      from: ['extension'],
      input: z.object({ tabId: z.int() }),
      run: async ({ tabId }) => ({ ok: await ensureTools(tabId) }),
    },
  };
}

/** Neither drawing nor the network may delay the answer "it is saved". */
function afterChange(db: SidelineDb, sync: SyncLoop, artifact: Artifact): void {
  void redraw(db, [artifact.key]);
  void sync.wake();
}

function checkKey(key: string, sender: Sender): void {
  // Only built-in definitions may name another origin, so there is no need to look at taught ones.
  if (!mayHaveKey(key, sender.origin, siteFor(sender.url).definition)) {
    throw new Error('This artifact is not of the page that asks for it.');
  }
}

/** A panel speaks for its own tab; the sidebar has none, so it names one. */
function namedTab(tabId: number | undefined, sender: Sender): number {
  if (sender.channel === 'extension' && tabId !== undefined) return tabId;
  return tabOf(sender);
}

function tabOf(sender: Sender): number {
  if (sender.tabId === undefined) throw new Error('This message must come from a tab.');
  return sender.tabId;
}
