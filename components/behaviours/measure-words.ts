import { i18n } from '#i18n';
import type { Measure } from '#lib/records/kinds/behaviour.ts';

/** How a behaviour is counted, as one phrase. */
export function measureWords(measure: Measure): string {
  switch (measure.kind) {
    case 'opportunity':
      return i18n.t('behaviours.measure.opportunity');
    case 'checklist':
      return i18n.t('behaviours.measure.checklist');
    case 'latency':
      return i18n.t('behaviours.measure.within', measure.withinMinutes);
    case 'frequency': {
      const often =
        measure.per === 'day'
          ? i18n.t('behaviours.measure.aDay', measure.target)
          : i18n.t('behaviours.measure.aWeek', measure.target);
      return measure.people === undefined
        ? often
        : i18n.t('behaviours.measure.withEach', measure.people, [often, String(measure.people)]);
    }
  }
}
