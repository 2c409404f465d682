/** The shipped rubrics. Each level is worded so that two people would agree on it. */
import type { Rubric } from './rubrics.ts';

export const shippedRubric: Rubric = {
  id: 'hook-clarity-follow-up',
  version: 1,
  name: 'Hook, clarity, follow-up',
  criteria: [
    {
      id: 'hook',
      name: 'Hook',
      question: 'How soon does the opening give a reason to stay?',
      levels: [
        'No hook in the first 30 seconds',
        'Hook comes after 15 seconds',
        'Hook comes within 15 seconds',
        'Hook comes within 7 seconds and names an outcome, a tension or a contrast',
      ],
      wording: {
        crm: {
          question: "How soon does the call or entry name the customer's reason to care?",
          levels: [
            'No reason to care in the first 30 seconds, or nowhere in the entry',
            'Reason comes after 15 seconds, or below the first paragraph',
            'Reason comes within 15 seconds, or in the first two lines',
            'Reason comes within 7 seconds, or in the first line, and names an outcome, a tension or a contrast',
          ],
        },
        doc: {
          question: 'How soon does the text give a reason to read on?',
          levels: [
            'No reason to read on in the first paragraph',
            'Reason comes at the end of the first paragraph',
            'Reason comes in the first two sentences',
            'First sentence names an outcome, a tension or a contrast',
          ],
        },
      },
    },
    {
      id: 'clarity',
      name: 'Clarity',
      question: 'Does each segment carry one idea, with a proof?',
      levels: [
        'More than one idea in a segment, no proof',
        'One idea, no proof',
        'One idea and one proof',
        "One idea, one proof, and the viewer's next step said",
      ],
      wording: {
        crm: {
          question: 'Does each answer or entry carry one idea, with a proof?',
          levels: [
            'More than one idea in an answer, no proof',
            'One idea, no proof',
            'One idea and one proof',
            "One idea, one proof, and the customer's next step said",
          ],
        },
        doc: {
          question: 'Does each section carry one idea, with a proof?',
          levels: [
            'More than one idea in a section, no proof',
            'One idea, no proof',
            'One idea and one proof',
            "One idea, one proof, and the reader's next step written",
          ],
        },
      },
    },
    {
      id: 'follow-up',
      name: 'Follow-up',
      question: 'Is it recorded who does what by when?',
      levels: [
        'None recorded',
        'Recorded, with no owner or no date',
        'Owner and date, recorded after 24 hours',
        'Owner and date within 24 hours, and the next step confirmed aloud',
      ],
      wording: {
        doc: {
          question: 'Is it written who does what by when?',
          levels: [
            'None written',
            'Written, with no owner or no date',
            'Owner and date, written after 24 hours',
            'Owner and date within 24 hours, and the next step confirmed by its owner',
          ],
        },
      },
    },
  ],
};

/** For one's own clip, one a day (R108). Only people judge energy, and first of all oneself. */
export const ownClipRubric: Rubric = {
  id: 'own-clip',
  version: 1,
  name: 'My own clip: clarity, energy, specificity',
  criteria: [
    {
      id: 'clarity',
      name: 'Clarity',
      question: 'How soon is the one idea said?',
      levels: [
        'I cannot say the idea in one sentence after watching',
        'The idea is said after the first minute',
        'The idea is said in the first minute',
        'The idea is said in one sentence in the first 15 seconds',
      ],
    },
    {
      id: 'energy',
      name: 'Energy',
      question: 'Do pace and volume go with what is said?',
      levels: [
        'Same pace and volume throughout, eyes off the lens',
        'Pace or volume changes once',
        'Pace or volume changes at each new point',
        'Pace or volume changes at each new point, with a pause before the main one',
      ],
    },
    {
      id: 'specificity',
      name: 'Specificity',
      question: 'Is there an example, a number or a name?',
      levels: [
        'None',
        'One in the whole clip',
        'One for each point',
        'One for each point, and the first within 15 seconds',
      ],
    },
  ],
};
