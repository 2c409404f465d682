import { i18n } from '#i18n';
import './spark.css';

const WIDTH = 84;
const HEIGHT = 24;

interface Props {
  /** Shares from 0 to 1, oldest first; null is a gap, at which the line breaks. */
  values: readonly (number | null)[];
  /** The whole line in words, from its values in words. */
  label(said: string): string;
}

/** A small line of shares. Draws nothing until there are two. */
export function Spark({ values, label }: Props) {
  if (values.filter(value => value !== null).length < 2) return null;
  const percent = percentFormat();
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.map((value, i) =>
    value === null ? null : ([2 + i * step, 2 + (1 - value) * HEIGHT] as const),
  );
  const path = points
    .map((point, i) =>
      point ? `${points[i - 1] ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}` : '',
    )
    .join('');
  const said = values.map(value => (value === null ? '–' : percent.format(value))).join(', ');
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH + 4} ${HEIGHT + 4}`}
      width={WIDTH + 4}
      height={HEIGHT + 4}
      role="img"
      aria-label={label(said)}
    >
      <path d={path} />
      {points.map(point => point && <circle key={point[0]} cx={point[0]} cy={point[1]} r="2" />)}
    </svg>
  );
}

export function percentFormat(): Intl.NumberFormat {
  return new Intl.NumberFormat(i18n.t('language'), { style: 'percent' });
}
