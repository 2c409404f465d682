import { type ClipboardEvent, useState } from 'react';
import { Choices } from '#components/ui/Choices.tsx';
import { TextField } from '#components/ui/TextField.tsx';
import { i18n } from '#i18n';
import {
  type EvidenceKind,
  evidenceKinds,
  type PracticeContext,
  practiceContexts,
} from '#lib/records/kinds/evidence.ts';
import type { Body } from '#lib/records/types.ts';
import { isPicture, Picture } from './Picture.tsx';
import { StepForm } from './StepForm.tsx';

const MAX_TEXT = 2000;
const MAX_LINK = 2048;

export interface ProofDraft {
  kind: EvidenceKind;
  context: PracticeContext;
  text: string;
  link: string;
  before: string;
  after: string;
  picture?: string | undefined;
}

export type PictureAnswer =
  | { ok: true; picture: string }
  | { ok: false; reason: 'not-allowed' | 'unreadable' };

interface Props {
  draft: ProofDraft;
  onDraft(draft: ProofDraft): void;
  onEvidence(body: Body<'evidence'>): Promise<void>;
  /** Takes a picture of the visible tab; absent if there is no tab beside the form. */
  onPicture?: (() => Promise<PictureAnswer>) | undefined;
  /** Makes a small picture from one the person pasted. */
  onPasted(file: Blob): Promise<PictureAnswer>;
  /** "It did not happen": opens the form for a smaller commitment. */
  onMissed?: (() => void) | undefined;
}

/** Evidence of practice: a picture of the tab, a link, before and after, or a few words. One of them is enough. */
export function EvidenceForm({ draft, onDraft, onEvidence, onPicture, onPasted, onMissed }: Props) {
  const [said, setSaid] = useState<string | undefined>();
  const both = draft.kind === 'beforeAfter';

  async function take(picture: Promise<PictureAnswer>): Promise<void> {
    const answer = await picture;
    setSaid(answer.ok ? undefined : noPictureWords(answer.reason));
    if (answer.ok) onDraft({ ...draft, picture: answer.picture });
  }

  function onPaste(event: ClipboardEvent): void {
    const file = [...event.clipboardData.files].find(each => each.type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    void take(onPasted(file));
  }

  async function send(): Promise<string | undefined> {
    const problem = problemOf(draft);
    if (problem) return problem;
    await onEvidence(bodyOf(draft));
  }

  return (
    <div onPaste={onPaste}>
      <StepForm
        name={i18n.t('note.proof.title')}
        submit={i18n.t('note.proof.send')}
        onSubmit={send}
        others={
          onMissed && (
            <button type="button" className="button quiet" onClick={onMissed}>
              {i18n.t('note.proof.missed')}
            </button>
          )
        }
      >
        {isPicture(draft.picture) ? (
          <div className="stack tight">
            <Picture url={draft.picture} />
            <div>
              <button
                type="button"
                className="button quiet"
                onClick={() => onDraft({ ...draft, picture: undefined })}
              >
                {i18n.t('note.proof.removePicture')}
              </button>
            </div>
          </div>
        ) : (
          onPicture && (
            <div className="stack tight">
              <div>
                <button type="button" className="button" onClick={() => void take(onPicture())}>
                  {i18n.t('note.proof.takePicture')}
                </button>
              </div>
              <p className="hint">{i18n.t('note.proof.pasteHint')}</p>
            </div>
          )
        )}
        <div aria-live="polite">{said && <p className="banner warn">{said}</p>}</div>
        <TextField
          label={i18n.t('note.proof.text')}
          value={draft.text}
          maxLength={MAX_TEXT}
          onChange={text => onDraft({ ...draft, text })}
        />
        {both ? (
          <>
            <TextField
              label={i18n.t('note.proof.before')}
              type="url"
              value={draft.before}
              maxLength={MAX_LINK}
              onChange={before => onDraft({ ...draft, before })}
            />
            <TextField
              label={i18n.t('note.proof.after')}
              type="url"
              value={draft.after}
              maxLength={MAX_LINK}
              onChange={after => onDraft({ ...draft, after })}
            />
          </>
        ) : (
          draft.kind !== 'reflection' && (
            <TextField
              label={i18n.t('note.proof.link')}
              type="url"
              value={draft.link}
              maxLength={MAX_LINK}
              onChange={link => onDraft({ ...draft, link })}
            />
          )
        )}
        <details className="stack tight">
          <summary>
            {i18n.t('note.proof.details', [kindWords(draft.kind), contextWords(draft.context)])}
          </summary>
          <Choices<EvidenceKind>
            legend={i18n.t('note.proof.kind')}
            value={draft.kind}
            options={evidenceKinds.map(kind => ({ value: kind, label: kindWords(kind) }))}
            onChange={kind => onDraft({ ...draft, kind })}
          />
          <Choices<PracticeContext>
            legend={i18n.t('note.proof.where')}
            value={draft.context}
            options={practiceContexts.map(context => ({ value: context, label: contextWords(context) }))}
            onChange={context => onDraft({ ...draft, context })}
          />
        </details>
      </StepForm>
    </div>
  );
}

function kindWords(kind: EvidenceKind): string {
  return {
    workSample: i18n.t('note.proof.workSample'),
    beforeAfter: i18n.t('note.proof.beforeAfter'),
    reflection: i18n.t('note.proof.reflection'),
    peerFeedback: i18n.t('note.proof.peerFeedback'),
    realWorld: i18n.t('note.proof.realWorld'),
  }[kind];
}

export function contextWords(context: PracticeContext): string {
  return { real: i18n.t('note.proof.real'), practice: i18n.t('note.proof.practice') }[context];
}

function problemOf(draft: ProofDraft): string | undefined {
  const links = draft.kind === 'beforeAfter' ? [draft.before, draft.after] : linkOf(draft);
  if (links.some(link => link.trim() !== '' && !isWebAddress(link.trim())))
    return i18n.t('note.proof.badLink');
  if (draft.kind === 'beforeAfter' && !links.every(link => link.trim() !== '') && !draft.picture)
    return i18n.t('note.proof.needBoth');
  const empty = draft.text.trim() === '' && !draft.picture && links.every(link => link.trim() === '');
  if (empty || (draft.kind === 'reflection' && draft.text.trim() === '')) return i18n.t('note.proof.needOne');
  return undefined;
}

function linkOf(draft: ProofDraft): string[] {
  return draft.kind === 'reflection' ? [] : [draft.link];
}

function bodyOf(draft: ProofDraft): Body<'evidence'> {
  const { kind, context } = draft;
  const filled = (name: string, value: string | undefined) =>
    value === undefined || value.trim() === '' ? {} : { [name]: value.trim() };
  return {
    kind,
    context,
    text: draft.text.trim(),
    ...(kind === 'beforeAfter'
      ? { ...filled('before', draft.before), ...filled('after', draft.after) }
      : filled('link', linkOf(draft)[0])),
    ...filled('picture', draft.picture),
  };
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function noPictureWords(reason: 'not-allowed' | 'unreadable'): string {
  return reason === 'not-allowed' ? i18n.t('note.proof.noGrant') : i18n.t('note.proof.unreadable');
}
