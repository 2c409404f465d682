import { Choices } from '#components/ui/Choices.tsx';
import { i18n } from '#i18n';

const CHECK_INS = [1, 3, 7, 14] as const;

/** When author and subject will look again. */
export function CheckIn({ days, onChange }: { days: number | undefined; onChange(days: number): void }) {
  const labels = [
    i18n.t('composer.tomorrow'),
    i18n.t('composer.in3days'),
    i18n.t('composer.inWeek'),
    i18n.t('composer.in2weeks'),
  ];
  return (
    <Choices
      legend={i18n.t('composer.checkIn')}
      value={days === undefined ? undefined : String(days)}
      options={CHECK_INS.map((each, index) => ({ value: String(each), label: labels[index] }))}
      onChange={each => onChange(Number(each))}
    />
  );
}
