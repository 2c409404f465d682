import { measureWords } from '#components/behaviours/measure-words.ts';
import { AnswerForm } from '#components/loop/AnswerForm.tsx';
import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { nameOf } from '#components/people/names.ts';
import { Boundary } from '#components/ui/Boundary.tsx';
import { i18n } from '#i18n';
import { answerBehaviour } from '#lib/actions/behaviours.ts';
import { MAX_ACTIVE } from '#lib/coaching/behaviours/limits.ts';
import type { Behaviour } from '#lib/records/types.ts';
import type { TodayProps } from './TodayView.tsx';

/** Behaviours that somebody proposed for me. None is active before I agree. */
export function Proposals(props: TodayProps) {
  const { active, proposed } = props.behaviours;
  if (proposed.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="proposals">
      <h2 id="proposals">{i18n.t('today.proposal.title')}</h2>
      {active.length >= MAX_ACTIVE && (
        <p className="banner">{i18n.t('today.proposal.full', [String(MAX_ACTIVE)])}</p>
      )}
      {proposed.map(({ behaviour, asked }) => (
        <Boundary key={behaviour.id} part="thing" of={behaviour}>
          <Proposal {...props} behaviour={behaviour} asked={asked} />
        </Boundary>
      ))}
    </section>
  );
}

function Proposal({ db, identity, behaviour, asked }: TodayProps & { behaviour: Behaviour; asked: boolean }) {
  const { body } = behaviour;
  const kept = useStepDraft(
    db,
    { workspaceId: identity.workspaceId, what: `agree|${behaviour.id}` },
    { text: '' },
  );
  const parts: [string, string | undefined][] = [
    [i18n.t('today.proposal.when'), body.when],
    [i18n.t('today.proposal.looksLike'), body.looksLike],
    [i18n.t('today.proposal.soundsGood'), body.soundsGood],
    [i18n.t('today.proposal.ifItBreaks'), body.ifItBreaks],
    [i18n.t('today.proposal.howOften'), body.howOften],
    [i18n.t('today.proposal.standard'), body.standard],
    [i18n.t('today.proposal.byWhen'), body.byWhen],
    [i18n.t('behaviours.measure.title'), body.measure && measureWords(body.measure)],
    [i18n.t('behaviours.whyItWorks'), body.whyItWorks],
    [i18n.t('behaviours.watch'), body.watch],
  ];
  return (
    <article className="card" aria-label={body.name}>
      <h3 dir="auto">{body.name}</h3>
      <p className="hint">{i18n.t('today.proposal.by', [nameOf(identity, behaviour.authorId)])}</p>
      <dl>
        {parts.map(
          ([term, text]) =>
            text && (
              <div key={term}>
                <dt>{term}</dt>
                <dd dir="auto">{text}</dd>
              </div>
            ),
        )}
      </dl>
      {asked && (
        <p className="hint">{i18n.t('today.proposal.asked', [nameOf(identity, behaviour.authorId)])}</p>
      )}
      {kept && (
        <AnswerForm
          kind="behaviour"
          draft={kept.draft}
          onDraft={kept.change}
          onAnswer={async answer => {
            await answerBehaviour(db, identity, behaviour, answer);
            await kept.done();
          }}
        />
      )}
    </article>
  );
}
