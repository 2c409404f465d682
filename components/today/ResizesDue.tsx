import { ResizeForm, resizeDraft } from '#components/loop/ResizeForm.tsx';
import { useStepDraft } from '#components/loop/use-step-draft.ts';
import { i18n } from '#i18n';
import { commit } from '#lib/actions/commitments.ts';
import { MISSES_TO_RESIZE, resizesDue } from '#lib/coaching/behaviours/misses.ts';
import { type Behaviour, type Commitment, isType } from '#lib/records/types.ts';
import type { TodayProps } from './TodayView.tsx';

/** A behaviour that was missed three times in a week raises the question automatically: what would be smaller? */
export function ResizesDue(props: TodayProps) {
  const due = resizesDue(props.records, props.identity.memberId, props.now);
  const found = due.flatMap(({ behaviourId }) => {
    const behaviour = props.behaviours.active.find(each => each.id === behaviourId);
    return behaviour ? [behaviour] : [];
  });
  return found.map(behaviour => <Smaller key={behaviour.id} {...props} behaviour={behaviour} />);
}

function Smaller({ db, identity, records, now, behaviour }: TodayProps & { behaviour: Behaviour }) {
  const last = lastCommitment(records, behaviour, identity.memberId, now);
  const kept = useStepDraft(
    db,
    { workspaceId: identity.workspaceId, what: `resize|${last.id}` },
    resizeDraft(last.body, saidEasier(records, behaviour, identity.memberId)),
  );
  const note = records.find(record => record.type === 'note' && last.refs.includes(record.id));
  return (
    <section className="stack tight card" aria-label={i18n.t('today.resize.title')}>
      <h2>{i18n.t('today.resize.title')}</h2>
      <p>{i18n.t('today.resize.explain', [String(MISSES_TO_RESIZE), behaviour.body.name])}</p>
      {kept && (
        <ResizeForm
          commitment={last}
          draft={kept.draft}
          now={now}
          sameAgain={false}
          onDraft={kept.change}
          onCommit={async body => {
            const resized = { ...body, behaviourId: behaviour.id };
            await commit(db, identity, note ?? behaviour, resized, { commitment: last });
            await kept.done();
          }}
        />
      )}
    </section>
  );
}

/** What the person said last when they logged that it was not done. */
function saidEasier(records: TodayProps['records'], behaviour: Behaviour, memberId: string): string {
  const misses = records
    .filter(record => isType(record, 'log'))
    .filter(log => log.authorId === memberId && log.body.behaviourId === behaviour.id)
    .sort((a, b) => a.createdAt - b.createdAt);
  return misses.findLast(log => log.body.easier !== undefined)?.body.easier ?? '';
}

/** The latest commitment on the behaviour; if there is none, one made from the behaviour as agreed. */
function lastCommitment(
  records: TodayProps['records'],
  behaviour: Behaviour,
  memberId: string,
  now: number,
): Commitment {
  const commitments = records
    .filter(record => isType(record, 'commitment'))
    .filter(each => each.authorId === memberId && each.body.behaviourId === behaviour.id)
    .sort((a, b) => a.createdAt - b.createdAt);
  const { when, looksLike, standard } = behaviour.body;
  return (
    commitments.at(-1) ?? {
      ...behaviour,
      type: 'commitment',
      refs: [],
      body: { cue: when, size: looksLike, successCondition: standard, dueAt: now },
    }
  );
}
