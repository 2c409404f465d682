import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { createInsightReader } from '#lib/background/insight.ts';
import { createHandlers } from '#lib/background/message-handlers.ts';
import { markMoment } from '#lib/background/moment-shortcut.ts';
import { listenForClicks } from '#lib/background/notifications.ts';
import { forgetTab, isClaimed } from '#lib/background/panels.ts';
import { forgetNoteLink, onTabAddress, openPendingNoteWhenFound } from '#lib/background/pending-note-link.ts';
import { createReminders, REMINDERS_ALARM } from '#lib/background/reminders.ts';
import { createServerCounts } from '#lib/background/server-counts.ts';
import { openSidebar } from '#lib/background/sidebar.ts';
import { attachOpenTabs, detachTabs, leaveBlockedTabs, registerSites } from '#lib/background/site-access.ts';
import { createSyncLoop } from '#lib/background/sync-loop.ts';
import { rememberTab } from '#lib/background/tabs.ts';
import { endTeaching, resumeTeaching } from '#lib/background/teach.ts';
import { pressToolbar } from '#lib/background/toolbar.ts';
import { guardStorage } from '#lib/device/account.ts';
import { welcome } from '#lib/device/first-run.ts';
import { onPolicyChange, savePolicy } from '#lib/device/policy.ts';
import { serve } from '#lib/messages/serve.ts';
import { openDb } from '#lib/store/db.ts';

/** Wake-ups only: every listener is registered at once, at every start of the worker, and hands over to lib. */
export default defineBackground(() => {
  const db = openDb();
  const reminders = createReminders(db);
  const sync = createSyncLoop(db, reminders.look);

  const server = { counts: createServerCounts(), insight: createInsightReader() };
  serve(createHandlers(db, sync, server), async (sender, command) =>
    sender.channel === 'panel' && command !== 'panel.claim' ? isClaimed(sender) : true,
  );
  browser.action.onClicked.addListener(pressToolbar);
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-sidebar' && tab?.id !== undefined) openSidebar(tab.id);
    if (command === 'mark-moment' && tab?.id !== undefined) void markMoment(tab.id, Date.now());
  });
  browser.permissions.onAdded.addListener(() => {
    listenForClicks();
    void registerSites().then(attachOpenTabs);
  });
  browser.permissions.onRemoved.addListener(
    ({ origins = [] }) => void registerSites().then(() => detachTabs(origins)),
  );
  onPolicyChange(() => void savePolicy().then(registerSites).then(leaveBlockedTabs));
  browser.runtime.onInstalled.addListener(details => {
    void registerSites().then(attachOpenTabs);
    void welcome(details);
  });
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'complete') void resumeTeaching(tabId);
  });
  browser.tabs.onRemoved.addListener(tabId => {
    void endTeaching(tabId);
    void forgetTab(tabId);
    void rememberTab(tabId, null);
    void forgetNoteLink(tabId);
  });
  browser.tabs.onCreated.addListener(({ id, pendingUrl }) => {
    if (id !== undefined) void onTabAddress(id, pendingUrl, Date.now());
  });
  browser.tabs.onUpdated.addListener((tabId, { url, status }, tab) => {
    if (url || status === 'loading') void onTabAddress(tabId, url ?? tab.url, Date.now());
  });
  openPendingNoteWhenFound(db);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMINDERS_ALARM) void reminders.look();
    else void sync.wake();
  });
  listenForClicks();
  browser.runtime.onStartup.addListener(() => void sync.wake());
  // A page script holds this port to learn at once when the extension is updated under it.
  browser.runtime.onConnect.addListener(() => {});
  self.addEventListener('online', () => void sync.wake());

  void guardStorage();
  void savePolicy();
  void registerSites();
  void sync.schedule();
  void sync.wake();
});
