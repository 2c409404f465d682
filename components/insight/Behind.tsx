import { useState } from 'react';
import { recordLabel } from '#components/notes/record-label.ts';
import { resultWords } from '#components/today/result-words.ts';
import { i18n } from '#i18n';
import { ask } from '#lib/messages/ask.ts';
import { isType } from '#lib/records/types.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { dayOfInstant, dayWords } from './day-words.ts';

/** How many are shown before one asks for the rest. */
const AT_FIRST = 8;

/** The records that a figure was worked out from, the newest first. A note opens at its place. */
export function Behind({ records }: { records: readonly StoredRecord[] }) {
  const [all, setAll] = useState(false);
  const sorted = records.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  const shown = all ? sorted : sorted.slice(0, AT_FIRST);
  if (records.length === 0) return <p className="hint">{i18n.t('insight.behind.none')}</p>;
  return (
    <>
      <ul className="behind">
        {shown.map(record => (
          <li key={record.id}>
            <span className="hint">{dayWords(dayOf(record))}</span>
            <What record={record} />
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && (
        <div>
          <button type="button" className="button quiet" onClick={() => setAll(true)}>
            {i18n.t('insight.behind.more', sorted.length - shown.length)}
          </button>
        </div>
      )}
    </>
  );
}

/** An entry is about a day, which may be before the one on which it was made. */
function dayOf(record: StoredRecord): string {
  return isType(record, 'log') ? record.body.day : dayOfInstant(record.createdAt);
}

function What({ record }: { record: StoredRecord }) {
  const label = isType(record, 'log') ? resultWords(record.body.result, undefined) : recordLabel(record);
  if (!isType(record, 'note')) {
    return (
      <span className="grow" dir="auto">
        {label}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="button quiet grow"
      dir="auto"
      aria-label={i18n.t('insight.behind.open', [label])}
      onClick={() => void ask('note.open', { noteId: record.id })}
    >
      {record.body.observation}
    </button>
  );
}
