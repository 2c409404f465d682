import { useSyncExternalStore } from 'react';
import { browser } from 'wxt/browser';
import { recordLabel } from '#components/notes/record-label.ts';
import { ExportWaiting } from '#components/sync/ExportWaiting.tsx';
import { Boundary } from '#components/ui/Boundary.tsx';
import { CopyButton } from '#components/ui/CopyButton.tsx';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { ask } from '#lib/messages/ask.ts';
import { type Envelope, SOLO_WORKSPACE } from '#lib/records/envelope.ts';
import type { SidelineDb } from '#lib/store/db.ts';
import type { Identity } from '#lib/store/identity.ts';
import { discardRefused, keepMine, keepTheirs, outbox, resendRefused } from '#lib/store/outbox.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { checkDamaged, damagedCount, newerCount, onDamaged } from '#lib/store/sound.ts';
import { loadSyncStatus, type SyncStatus } from '#lib/sync/status.ts';

interface Props {
  db: SidelineDb;
  identity: Identity | undefined;
}

/** The state of syncing: what waits, what was refused, what the author has to decide. Quiet when all is well. */
export function Status({ db, identity }: Props) {
  const status = useLive(() => loadSyncStatus(db), [db]);
  const box = useLive(
    async () =>
      identity && identity.workspaceId !== SOLO_WORKSPACE ? outbox(db, identity.workspaceId) : undefined,
    [db, identity],
  );
  const counted = useSyncExternalStore(onDamaged, damagedCount);
  const newer = useSyncExternalStore(onDamaged, newerCount);
  // Read live, so that what is repaired or deleted is not called damaged any more.
  const damaged = useLive(() => checkDamaged(db), [db, counted], counted);
  if (!identity) return null;
  const solo = identity.workspaceId === SOLO_WORKSPACE;
  const waiting = box?.waiting ?? 0;
  return (
    <div className="stack" style={{ gap: 6, padding: '8px 14px 0' }}>
      <div className="row wrap hint" data-testid="status" aria-live="polite">
        <span>{solo ? i18n.t('sidebar.solo') : identity.workspaceName}</span>
        {solo ? (
          <button
            type="button"
            className="button quiet"
            onClick={() => void browser.runtime.openOptionsPage()}
          >
            {i18n.t('sidebar.signIn')}
          </button>
        ) : (
          // Before the outbox is read we don't know, and "all sent" must be true when we say it.
          box && <span>{waiting > 0 ? i18n.t('sidebar.waiting', waiting) : i18n.t('sidebar.allSent')}</span>
        )}
      </div>
      {!solo && <Trouble status={status} />}
      {!solo && waiting > 0 && status?.state !== 'ok' && status !== undefined && (
        <div>
          <ExportWaiting db={db} workspaceId={identity.workspaceId} quiet />
        </div>
      )}
      {newer > 0 && (
        <p className="banner" data-testid="newer">
          {i18n.t('sidebar.newer', newer)}
        </p>
      )}
      {damaged > 0 && (
        <div className="banner warn stack tight" data-testid="damaged">
          <p>{i18n.t('sidebar.damaged', damaged)}</p>
          <div>
            <ExportWaiting db={db} workspaceId={identity.workspaceId} quiet />
          </div>
        </div>
      )}
      {box?.refused.filter(hasWords).map(record => (
        <Boundary key={record.id} part="thing" of={record}>
          <Refused db={db} record={record} />
        </Boundary>
      ))}
      {box?.stale.map(record => (
        <Boundary key={record.id} part="thing" of={record}>
          <Stale db={db} record={record} />
        </Boundary>
      ))}
    </div>
  );
}

function Trouble({ status }: { status: SyncStatus | undefined }) {
  if (!status || status.state === 'ok') return null;
  if (status.state === 'offline') return <p className="banner">{i18n.t('sidebar.offline')}</p>;
  if (status.state === 'signed-out') {
    return (
      <div className="banner warn">
        <p>{i18n.t('sidebar.signedOut')}</p>
        <button type="button" className="button" onClick={() => void browser.runtime.openOptionsPage()}>
          {i18n.t('options.connect')}
        </button>
      </div>
    );
  }
  if (status.state === 'outdated') return <p className="banner warn">{i18n.t('sidebar.outdated')}</p>;
  return <p className="banner warn">{i18n.t('sidebar.serverTrouble', [status.message ?? ''])}</p>;
}

function Refused({ db, record }: { db: SidelineDb; record: StoredRecord }) {
  return (
    <div className="banner warn stack" style={{ gap: 6 }} data-testid="refused">
      <p>{i18n.t('sidebar.refusedWhy', [record.refusal?.message ?? ''])}</p>
      <p dir="auto">{whatStands(record, i18n.t('sidebar.deletedHere'))}</p>
      <div className="row wrap">
        <button
          type="button"
          className="button"
          onClick={async () => {
            await resendRefused(db, { ...record, updatedAt: Date.now() });
            await ask('sync.now', null);
          }}
        >
          {i18n.t('sidebar.tryAgain')}
        </button>
        <CopyWords record={record} />
        <button type="button" className="button quiet" onClick={() => void discardRefused(db, record.id)}>
          {i18n.t('sidebar.discard')}
        </button>
      </div>
    </div>
  );
}

function Stale({ db, record }: { db: SidelineDb; record: StoredRecord }) {
  return (
    <div className="banner warn stack" style={{ gap: 6 }} data-testid="stale">
      <p>{i18n.t('sidebar.staleExplain')}</p>
      <p dir="auto">
        <b>{i18n.t('sidebar.thisText')}:</b> {whatStands(record, i18n.t('sidebar.deletedHere'))}
      </p>
      <p dir="auto">
        <b>{i18n.t('sidebar.otherText')}:</b> {whatStands(record.theirs, i18n.t('sidebar.deletedThere'))}
      </p>
      <div className="row wrap">
        <CopyWords record={record} />
        {record.theirs?.deletedAt === undefined && (
          <button
            type="button"
            className="button"
            onClick={async () => {
              await keepMine(db, record.id, Date.now());
              await ask('sync.now', null);
            }}
          >
            {record.deletedAt === undefined ? i18n.t('sidebar.keepAsMine') : i18n.t('sidebar.leaveDeleted')}
          </button>
        )}
        <button type="button" className="button" onClick={() => void keepTheirs(db, record.id)}>
          {record.theirs?.deletedAt === undefined
            ? i18n.t('sidebar.keepTheirs')
            : i18n.t('sidebar.leaveDeleted')}
        </button>
      </div>
    </div>
  );
}

/** A deletion has no words to copy. */
function CopyWords({ record }: { record: StoredRecord }) {
  if (record.deletedAt !== undefined) return null;
  return <CopyButton label={i18n.t('composer.copy')} text={() => recordLabel(record)} quiet={false} />;
}

/** What one version says: its words, or that it deletes the record, which rules out any other change. */
function whatStands(record: Envelope | undefined, deleted: string): string {
  if (!record) return '';
  return record.deletedAt === undefined ? recordLabel(record) : deleted;
}

/** A "seen" record is nobody's text, so people need not hear whether the server took it. */
function hasWords({ type }: StoredRecord): boolean {
  return type !== 'seen';
}
