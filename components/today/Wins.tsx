import type { Behaviours } from '#components/records/live-records.ts';
import { relativeTime } from '#components/ui/time-labels.ts';
import { i18n } from '#i18n';
import { shippedBehaviour } from '#lib/coaching/behaviours/library/index.ts';
import { type Win, winsOf } from '#lib/coaching/loop/wins.ts';
import { isType } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { DAY } from '#lib/time.ts';

/** Shows wins from this many days, the latest one immediately. */
const DAYS = 30;
const MOST = 10;

interface Props {
  identity: Identity;
  records: readonly StoredRecord[];
  names: Behaviours | undefined;
  now: number;
}

/** Small wins, before anything else that people see about themselves. Says nothing if there are none. */
export function Wins({ identity, records, names, now }: Props) {
  const wins = winsOf(records, identity.memberId)
    .filter(win => win.at > now - DAYS * DAY)
    .slice(0, MOST);
  const [latest, ...others] = wins;
  if (!latest) return null;
  const line = (win: Win) => (
    <li key={`${win.kind} ${win.recordId}`} className="win">
      <span aria-hidden="true">▲</span>
      <span className="grow" dir="auto">
        {winLabel(win, nameOf(win))}
      </span>
      <span className="hint">{relativeTime(win.at, now)}</span>
    </li>
  );
  function nameOf({ behaviourId, recordId }: Win): string {
    const id = behaviourId ?? '';
    const known = names?.get(id)?.name ?? shippedBehaviour(id)?.body.name;
    if (known) return known;
    const record = records.find(each => each.id === recordId);
    if (record && isType(record, 'note')) return record.body.observation;
    const commitment = records.find(each => record?.refs[0] === each.id);
    return commitment && isType(commitment, 'commitment')
      ? commitment.body.size
      : i18n.t('today.wins.something');
  }
  return (
    <section aria-label={i18n.t('today.wins.title')} className="wins">
      <ul>{line(latest)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{i18n.t('today.wins.more', [String(others.length)])}</summary>
          <ul>{others.map(line)}</ul>
        </details>
      )}
    </section>
  );
}

function winLabel({ kind, count }: Win, name: string): string {
  return {
    recognised: i18n.t('today.wins.recognised', [name]),
    'first time': i18n.t('today.wins.first', [name]),
    'first after a miss': i18n.t('today.wins.again', [name]),
    streak: i18n.t('today.wins.streak', [String(count ?? 0), name]),
    implemented: i18n.t('today.wins.implemented', [name]),
  }[kind];
}
