import { useId } from 'react';
import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import { leads } from '#lib/records/permissions.ts';
import type { Identity } from '#lib/store/identity.ts';

const MAX_SENTENCE = 1000;

export function coachesOf(identity: Identity, memberId: string | undefined): readonly string[] {
  return identity.members.find(({ id }) => id === memberId)?.coachIds ?? [];
}

/** Who takes the next step: always a person, and one who sees the ruling. `about` is absent for the workspace's own. */
export function Assignee({
  identity,
  about,
  value,
  onChange,
}: {
  identity: Identity;
  about: string | undefined;
  value: string;
  onChange(memberId: string): void;
}) {
  const coachIds = coachesOf(identity, about);
  const able = identity.members.filter(({ id, roles }) =>
    about === undefined
      ? leads({ roles })
      : id === value || id === identity.memberId || coachIds.includes(id),
  );
  return (
    <Select
      label={i18n.t('coach.who')}
      value={value}
      options={able.map(({ id, name }) => ({
        id,
        name: id === identity.memberId ? i18n.t('note.you') : name,
      }))}
      onChange={onChange}
    />
  );
}

/** One sentence on what was found or will change. */
export function SentenceField({ value, onChange }: { value: string; onChange(text: string): void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{i18n.t('coach.sentence')}</label>
      <input
        id={id}
        className="input"
        dir="auto"
        value={value}
        maxLength={MAX_SENTENCE}
        onChange={event => onChange(event.target.value)}
      />
    </div>
  );
}
