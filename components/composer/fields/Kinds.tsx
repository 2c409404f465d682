import { Choices } from '#components/ui/Choices.tsx';
import { altLetter, isAltLetter, type Press } from '#components/ui/keys.ts';
import { i18n } from '#i18n';
import type { NoteKind } from '#lib/records/kinds/note.ts';

const SIGNS: Record<NoteKind, string> = { correction: '●', recognition: '▲', question: '?' };

/** Improve, recognise or ask. Alt+R switches to recognition and back from anywhere in the composer. */
export function Kinds({ kind, onChange }: { kind: NoteKind; onChange(kind: NoteKind): void }) {
  return (
    <Choices<NoteKind>
      legend={i18n.t('composer.kind')}
      hideLegend
      value={kind}
      options={[
        { value: 'correction', label: <Sign kind="correction" text={i18n.t('kindCorrection')} /> },
        {
          value: 'recognition',
          label: <Sign kind="recognition" text={i18n.t('kindRecognition')} />,
          shortcut: altLetter('r'),
        },
        {
          value: 'question',
          label: <Sign kind="question" text={i18n.t('kindQuestion')} />,
          shortcut: altLetter('q'),
        },
      ]}
      onChange={onChange}
    />
  );
}

/** The kind that a key selects; pressing it again returns to a correction. */
export function kindByKey(press: Press, now: NoteKind): NoteKind | undefined {
  const asked = isAltLetter(press, 'r') ? 'recognition' : isAltLetter(press, 'q') ? 'question' : undefined;
  return asked === now ? 'correction' : asked;
}

function Sign({ kind, text }: { kind: NoteKind; text: string }) {
  return (
    <>
      <b aria-hidden="true" className={`kind-${kind}`}>
        {SIGNS[kind]}
      </b>
      {text}
    </>
  );
}
