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
      return i18n.t('behaviours.measure.within', [String(measure.withinMinutes)]);
    case 'frequency': {
      const target = String(measure.target);
      const often =
        measure.per === 'day'
          ? i18n.t('behaviours.measure.aDay', [target])
          : i18n.t('behaviours.measure.aWeek', [target]);
      return measure.people === undefined
        ? often
        : i18n.t('behaviours.measure.withEach', [often, String(measure.people)]);
    }
  }
}
