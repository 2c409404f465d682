/** Behaviours for editors and producers (R020). */
import { behavioursFor } from './entry.ts';

export const editorBehaviours = behavioursFor('editor', {
  'turnaround-time': {
    name: 'First cut within a day',
    when: 'When the footage and the brief are in the folder.',
    looksLike:
      'Upload the first cut within 24 hours of the brief, or post the new time within the first two hours.',
    soundsGood: '“Cut 1 is up, 6:40 long. Two places need your eye: 1:12 and 4:05.”',
    ifItBreaks: 'Upload the part that is finished, name what is missing, and set the time for the rest.',
    howOften: 'Every asset.',
    standard: 'First cut in 24 hours, or a new time within two hours.',
    byWhen: 'In place for every asset within two weeks.',
    measure: { kind: 'latency', withinMinutes: 1440 },
  },
  'version-accuracy': {
    name: 'Right version, right name',
    when: 'Before any file is shared.',
    looksLike:
      'Name the file with date, title and version, and move the older one to the archive, before you share the link.',
    soundsGood: '2026-11-22_cable-test_v3, and v2 is in the archive folder.',
    ifItBreaks: 'Rename it at once and post the right link in the thread where the wrong one stood.',
    howOften: 'Every shared file.',
    standard: 'Nobody opens an old version: zero wrong links a week.',
    byWhen: 'From the next file on; looked at again after two weeks.',
    measure: { kind: 'opportunity' },
  },
  'notes-implemented': {
    name: 'Notes implemented, or answered',
    when: 'When a new cut goes up after notes.',
    looksLike:
      'Mark each note of the last round as done, or write one line why not, before you upload the next cut.',
    soundsGood: '“7 of 8 done. Left the pause at 2:10: the music needs it. Fine?”',
    ifItBreaks: 'Open the old notes beside the new cut and answer them one by one before anybody watches it.',
    howOften: 'Every new cut.',
    standard: 'Every note of the last round has a mark or a line.',
    byWhen: 'From the next cut on; looked at again after four.',
    measure: { kind: 'checklist' },
  },
});
