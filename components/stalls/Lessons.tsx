import { useState } from 'react';
import type { TeamProps } from '#components/people/team-props.ts';
import { TextField } from '#components/ui/TextField.tsx';
import { relativeTime } from '#components/ui/time-labels.ts';
import { useLive } from '#components/ui/use-live.ts';
import { i18n } from '#i18n';
import { rulesOf } from '#lib/coaching/settings/rules.ts';
import { type Helped, type Lesson, lessonsOf, searchLessons } from '#lib/coaching/stalls/lessons.ts';
import { lessonRecords } from '#lib/store/queries/lessons.ts';
import { causeLabel, remedyLabel } from './labels.ts';

type Props = Pick<TeamProps, 'db' | 'identity' | 'behaviours' | 'now'>;

/** What came back before: by behaviour, what was decided, and whether it helped (R055). */
export function Lessons({ db, identity, behaviours, now }: Props) {
  const [words, setWords] = useState('');
  const { window } = rulesOf(identity).patterns;
  const records = useLive(
    () => lessonRecords(db, identity.workspaceId, window),
    [db, identity.workspaceId, window],
    [],
  );
  const lessons = lessonsOf(records, now, window);
  if (lessons.length === 0) return null;
  const named = (id: string) => behaviours.get(id)?.name ?? i18n.t('coach.oneBehaviour');
  const found = searchLessons(lessons, words, named);
  return (
    <details className="lessons">
      <summary>{i18n.t('coach.lessons.title', [String(lessons.length)])}</summary>
      <div className="stack tight">
        <TextField label={i18n.t('coach.lessons.search')} value={words} maxLength={200} onChange={setWords} />
        {found.length === 0 && <p className="hint">{i18n.t('coach.lessons.none')}</p>}
        {found.map(lesson => (
          <Line key={lesson.ruling.id} lesson={lesson} name={named(lesson.behaviourId)} now={now} />
        ))}
      </div>
    </details>
  );
}

function Line({
  lesson: { ruling, before, since, helped },
  name,
  now,
}: {
  lesson: Lesson;
  name: string;
  now: number;
}) {
  const { cause, remedy, sentence } = ruling.body;
  const decided = [cause && causeLabel(cause), remedy && remedyLabel(remedy)].filter(Boolean).join(' → ');
  return (
    <article className="note" aria-label={name}>
      <strong dir="auto">{name}</strong>
      <p dir="auto">{sentence}</p>
      <p className="hint">{[decided, relativeTime(ruling.createdAt, now)].filter(Boolean).join(' · ')}</p>
      <p className="hint">
        {helpedWords(helped, since)}
        {before > 0 && ` · ${i18n.t('coach.lessons.before', [String(before)])}`}
      </p>
    </article>
  );
}

function helpedWords(helped: Helped, since: number): string {
  return {
    helped: i18n.t('coach.lessons.helped'),
    open: i18n.t('coach.lessons.open'),
    'came back': i18n.t('coach.lessons.cameBack', [String(since)]),
  }[helped];
}
