import { Choices } from '#components/ui/Choices.tsx';
import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import { asksForHook } from '#lib/actions/notes/on-screen.ts';
import { type Rubric, rubricsIn } from '#lib/coaching/rubrics/rubrics.ts';
import type { ComposerContext, ComposerDraft, HookType } from '#lib/messages/contract.ts';
import type { Composer, ComposerState } from '../state/store.ts';
import { Levels } from './Levels.tsx';

interface Props {
  composer: Composer;
  state: ComposerState;
  context: ComposerContext;
  draft: ComposerDraft;
}

/** Scores, collapsed until wanted, because a note needs none. Alt+S opens them. */
export function Scores({ composer, state, context, draft }: Props) {
  const rubrics: readonly Rubric[] = [...context.rubrics, ...rubricsIn(i18n.t('language'))];
  const rubric = chosen(rubrics, draft);
  if (!rubric) return null;
  return (
    <details data-scores open={Object.keys(draft.scores).length > 0 || undefined}>
      <summary aria-keyshortcuts="Alt+S">{i18n.t('composer.scores')}</summary>
      <div className="stack">
        <p className="hint">{i18n.t('composer.scoresHint')}</p>
        <Select
          label={i18n.t('composer.rubric')}
          options={rubrics.map(({ id, name }) => ({ id, name }))}
          value={rubric.id}
          onChange={id => {
            const next = rubrics.find(each => each.id === id);
            // Levels of one rubric mean nothing on another.
            if (next)
              composer.change({ rubric: { id, version: next.version }, scores: {}, hookType: undefined });
          }}
        />
        <Levels
          rubric={rubric}
          kind={state.artifact?.kind ?? 'doc'}
          scores={draft.scores}
          onChange={scores => composer.change({ scores, rubric: { id: rubric.id, version: rubric.version } })}
        />
        {asksForHook({ rubric, scores: draft.scores }) && (
          <Choices<HookType>
            legend={i18n.t('composer.hook.type')}
            value={draft.hookType}
            options={[
              { value: 'outcome', label: i18n.t('composer.hook.outcome') },
              { value: 'tension', label: i18n.t('composer.hook.tension') },
              { value: 'contrast', label: i18n.t('composer.hook.contrast') },
              { value: 'other', label: i18n.t('composer.hook.other') },
            ]}
            onChange={hookType => composer.change({ hookType })}
          >
            <p className="hint">{i18n.t('composer.hook.guide')}</p>
          </Choices>
        )}
      </div>
    </details>
  );
}

/** The draft's rubric, or else the first one. The workspace's own come before the shipped ones. */
function chosen(rubrics: readonly Rubric[], { rubric: wanted }: ComposerDraft): Rubric | undefined {
  return rubrics.find(each => each.id === wanted?.id && each.version === wanted.version) ?? rubrics[0];
}
