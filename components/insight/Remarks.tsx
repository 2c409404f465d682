import { countOf } from '#components/people/numbers.ts';
import { percentFormat } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import { weekOf } from '#lib/coaching/calendar.ts';
import type { Remark } from '#lib/coaching/metrics/remarks.ts';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { isType } from '#lib/records/types.ts';
import type { Identity } from '#lib/store/identity.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { Behind } from './Behind.tsx';
import { dayWords } from './day-words.ts';
import type { PersonLines } from './team-lines.ts';

/** Exceptions and trends, each with its reason and its records, person by person in the order of names (R094). */
export function Remarks({ identity, people }: { identity: Identity; people: readonly PersonLines[] }) {
  const all = people.flatMap(person => person.remarks.map(remark => ({ person, remark })));
  return (
    <section aria-labelledby="insight-remarks">
      <h2 id="insight-remarks">{i18n.t('insight.remarks.title')}</h2>
      {all.length === 0 && <p className="hint">{i18n.t('insight.remarks.none')}</p>}
      <div className="remarks">
        {all.map(({ person, remark }) => (
          <article key={`${person.member.id} ${remark.behaviourId} ${remark.kind}`} className="insight-line">
            <p dir="auto">{words(remark, person)}</p>
            <details>
              <summary>{i18n.t('insight.remarks.records')}</summary>
              <Behind records={recordsOf(remark, person, identity)} />
            </details>
          </article>
        ))}
      </div>
    </section>
  );
}

function words(remark: Remark, { member: { name }, practised }: PersonLines): string {
  const behaviour =
    practised.find(each => each.behaviour.id === remark.behaviourId)?.behaviour.body.name ?? '';
  switch (remark.kind) {
    case 'below': {
      const percent = percentFormat();
      const { point, lower, upper } = remark;
      const found = i18n.t('insight.kOfN', [countOf(point.k), countOf(point.n)]);
      const [low, high] = [percent.format(lower), percent.format(upper)];
      return i18n.t('insight.remarks.below', [name, behaviour, found, dayWords(point.week), low, high]);
    }
    case 'missed': {
      const times = remark.recordIds.length;
      return i18n.t('insight.remarks.missed', times, [String(times), name, behaviour]);
    }
    case 'improving':
      return i18n.t('insight.remarks.improving', [name, behaviour, String(remark.n)]);
  }
}

function recordsOf(remark: Remark, { records }: PersonLines, identity: Identity): StoredRecord[] {
  if (remark.kind === 'missed') return records.filter(({ id }) => remark.recordIds.includes(id));
  const { calendar } = rulesOf(identity);
  return records.filter(
    record =>
      isType(record, 'log') &&
      record.body.behaviourId === remark.behaviourId &&
      (remark.kind !== 'below' || weekOf(record.body.day, calendar) === remark.point.week),
  );
}
