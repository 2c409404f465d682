import { type ReactNode, useState } from 'react';
import { countOf } from '#components/people/numbers.ts';
import { percentFormat } from '#components/ui/Spark.tsx';
import { i18n } from '#i18n';
import { MINIMUM_N, type Share } from '#lib/coaching/metrics/statistics.ts';
import type { StoredRecord } from '#lib/store/row/row.ts';
import { Behind } from './Behind.tsx';

interface Props {
  name: string;
  /** In words, with its n: “4 of 5”. */
  value: string;
  /** The time that it is about, in words. */
  window: string;
  records: readonly StoredRecord[];
  /** What else is to be said of it. */
  children?: ReactNode;
}

/** One figure: how many of how many, and behind one press the rest: its time, how sure it is, and its records. */
export function Figure({ name, value, window, records, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="figure" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="grow">{name}</span>
        <strong>{value}</strong>
      </summary>
      {open && (
        <div className="behind">
          <p className="hint">{window}</p>
          {children}
          <Behind records={records} />
        </div>
      )}
    </details>
  );
}

/** A share as a figure: below its minimum it says how much is missing, and never 0 %. */
export function ShareFigure({ share, children, ...rest }: Omit<Props, 'value'> & { share: Share }) {
  return (
    <Figure {...rest} value={ofWords(share)}>
      <p className="hint">{sureWords(share)}</p>
      {children}
    </Figure>
  );
}

function ofWords({ value, k, n }: Share): string {
  return value === null
    ? i18n.t('insight.notEnough', [countOf(n), String(MINIMUM_N)])
    : i18n.t('insight.kOfN', [countOf(k), countOf(n)]);
}

function sureWords({ value, interval }: Share): string {
  if (value === null || !interval) return i18n.t('insight.figure.unsure', [String(MINIMUM_N)]);
  const percent = percentFormat();
  const [low, high] = interval;
  return i18n.t('insight.figure.share', [percent.format(value), percent.format(low), percent.format(high)]);
}
