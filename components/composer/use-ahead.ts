/** What there is to know before the note goes, asked anew whenever it is about somebody or something else. */
import { useEffect, useState } from 'react';
import { ask } from '#lib/messages/ask.ts';
import type { Ahead, ComposerDraft } from '#lib/messages/contract.ts';
import type { Artifact } from '#lib/records/artifact.ts';

export function useAhead(artifact: Artifact | null, draft: ComposerDraft): Ahead | undefined {
  const [ahead, setAhead] = useState<Ahead | undefined>();
  const { subjectId, behaviourId, kind, audience, noteId, place } = draft;
  // All that the answer depends on, in one word: the texts do not matter.
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
    // Between two works nothing is known ahead, nor of a note about nobody yet.
    if (!asked.artifact || asked.draft.subjectId === undefined) {
      setAhead(undefined);
      return;
    }
    ask('compose.ahead', { artifact: asked.artifact, draft: asked.draft }).then(
      found => {
        if (!gone) setAhead(found);
      },
      // Nobody is there: the sending says so.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [asked]);
  return ahead;
}
