import { i18n } from '#i18n';
import type { Ahead } from '#lib/messages/contract.ts';

/**
 * Says so when repeats and the day's notes are counted over this device's notes alone, because the server has not
 * answered. The element is always there, so that what is said later is read out.
 */
export function CountedOver({ ahead }: { ahead: Ahead }) {
  const decides = ahead.count > 0 || ahead.enoughToday;
  return (
    <div role="status">
      {decides && ahead.counted === 'device' && <p className="hint">{i18n.t('composer.countedHere')}</p>}
    </div>
  );
}
