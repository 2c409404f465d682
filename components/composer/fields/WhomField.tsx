import { useEffect, useRef } from 'react';
import { distinctName } from '#components/people/names.ts';
import { Select } from '#components/ui/Select.tsx';
import { i18n } from '#i18n';
import type { ComposerContext, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';
import { whomFor } from '../state/whom.ts';

interface Props {
  context: ComposerContext;
  draft: ComposerDraft;
  /** Null while the page moves between artifacts. */
  artifact: Artifact | null;
  /** Sending was stopped here because nobody is chosen. */
  stopped: boolean;
  onChange(subjectId: string): void;
}

const NOBODY = '';

/** Who the note is for. The people the page may mean come first, and nobody is preselected if it is unclear. */
export function WhomField({ context, draft, artifact, stopped, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (stopped) box.current?.querySelector('select')?.focus();
  }, [stopped]);
  const { me, members, others: notMine = [] } = context;
  const { candidates } = whomFor(context, artifact ?? {});
  const place = (id: string) => (candidates.includes(id) ? candidates.indexOf(id) : candidates.length);
  const others = members.filter(({ id }) => id !== me.id).sort((a, b) => place(a.id) - place(b.id));
  const everybody = [...members, ...notMine];
  const named = others.map(each => ({ id: each.id, name: distinctName(each, everybody) }));
  const options = [...named, { id: me.id, name: i18n.t('composer.myself') }];
  const asks = draft.subjectId === undefined;
  return (
    <div className="field" ref={box}>
      <Select
        label={i18n.t('composer.for')}
        options={asks ? [{ id: NOBODY, name: i18n.t('composer.whom.choose') }, ...options] : options}
        value={draft.subjectId ?? NOBODY}
        onChange={id => {
          if (id !== NOBODY) onChange(id);
        }}
      />
      {asks && candidates.length > 0 && (
        <p className="hint">{i18n.t('composer.whom.unsure', [artifact?.owner ?? ''])}</p>
      )}
    </div>
  );
}
