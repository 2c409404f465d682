import { i18n } from '#i18n';
import { type PlaybookId, playbookTexts } from '#lib/coaching/programmes/playbooks.ts';
import { mayClose, type StageState } from '#lib/coaching/programmes/stages.ts';
import { gateLabels } from './labels.ts';

/** The stage that is open: its items, what it waits for, and the button that closes it. */
export function OpenStage({
  playbook,
  state,
  saving,
  onTick,
  onClose,
  onRecord,
}: {
  playbook: PlaybookId;
  state: StageState;
  saving: boolean;
  onTick(state: StageState, item: string, on: boolean): Promise<void>;
  onClose(state: StageState): Promise<void>;
  /** Takes what was logged in the first week as the baseline; absent until that week is over. */
  onRecord: (() => Promise<void>) | undefined;
}) {
  const words = playbookTexts(playbook, i18n.t('language')).stages[state.stage.id]?.items ?? [];
  const gates = gateLabels();
  return (
    <div className="stack tight">
      <p className="hint">{[state.first, state.last].filter(Boolean).join(' – ')}</p>
      {state.stage.items.map((item, at) => (
        <label key={item} className="row">
          <input
            type="checkbox"
            disabled={saving}
            checked={state.ticked.includes(item)}
            onChange={event => void onTick(state, item, event.target.checked)}
          />
          <span className="grow">{words[at]}</span>
        </label>
      ))}
      {state.missing.length > 0 && (
        <p className="hint">
          {i18n.t('programmes.waitsFor')} {state.missing.map(each => gates[each]).join(', ')}
        </p>
      )}
      <div className="row wrap">
        {onRecord && (
          <button type="button" className="button" disabled={saving} onClick={() => void onRecord()}>
            {i18n.t('programmes.baseline')}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={saving || !mayClose(state)}
          onClick={() => void onClose(state)}
        >
          {i18n.t('programmes.close')}
        </button>
      </div>
    </div>
  );
}
