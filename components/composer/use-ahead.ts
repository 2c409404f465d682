/**
 * What the author should know before sending, looked up again whenever the note is about another person or behaviour.
 */
import { useEffect, useState } from 'react';
import { ask } from '#lib/messages/ask.ts';
import type { Ahead, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';

export function useAhead(artifact: Artifact | null, draft: ComposerDraft): Ahead | undefined {
  const [ahead, setAhead] = useState<Ahead | undefined>();
  const { subjectId, behaviourId, kind, audience, noteId, place } = draft;
  // Everything the answer depends on, as one string. The texts don't matter.
  const about = JSON.stringify([
    artifact?.key,
    subjectId,
    behaviourId,
    kind,
    audience,
    noteId,
    place?.anchor,
  ]);
  const [asked, setAsked] = useState({ about: '', artifact, draft });
  if (asked.about !== about) setAsked({ about, artifact, draft });
  useEffect(() => {
    let gone = false;
    // Between artifacts we know nothing in advance, nor about a note for nobody yet.
    if (!asked.artifact || asked.draft.subjectId === undefined) {
      setAhead(undefined);
      return;
    }
    const about = { artifact: asked.artifact, draft: asked.draft };
    const show = (found: Ahead) => {
      if (!gone) setAhead(found);
    };
    // First by what this device knows, then, when the server's numbers are there, by everybody's notes.
    ask('compose.ahead', about)
      .then(found => {
        if (gone || found.counted === 'all') return show(found);
        show({ ...found, counted: 'asking' });
        return ask('compose.ahead', { ...about, wait: true }).then(show);
      })
      // The background is gone; sending reports that.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [asked]);
  return ahead;
}
