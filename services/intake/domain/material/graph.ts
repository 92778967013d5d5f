import type { Capacity } from '../case/graph.ts';

/** Where a document stands that was given for a line of the list. */
export type LineState = 'waiting' | 'confirmed' | 'refused' | 'left' | 'upheld';
/** What is done with it; `give` and `replace` by the applicant's side, the next three are the library's answers. */
export type LineAct = 'confirm' | 'refuse' | 'leave' | 'uphold' | 'replace';

const conditions = {
  'before acceptance, or a notice asks': ({ underReview }: About) => !underReview,
  'in place of one that left': ({ inPlace }: About) => inPlace === true,
} as const;

/** What of its case a document's way depends on: under review it stays, unless a notice has asked for another. */
interface About {
  underReview: boolean;
  /** It was given in place of a document that left what it was confirmed as. */
  inPlace?: boolean;
}

export interface LineArrow {
  act: LineAct;
  from: readonly LineState[];
  to: LineState;
  who: readonly (Capacity | 'materials')[];
  when?: keyof typeof conditions;
}

const giving = ['applicant', 'officer', 'window', 'community', 'kiosk', 'hotline'] as const;

/** A document that a case uses: (from, act, who) → to. A case is not granted while one has left what it was confirmed as. */
export const lineGraph: readonly LineArrow[] = [
  { act: 'confirm', from: ['waiting'], to: 'confirmed', who: ['materials'] },
  { act: 'refuse', from: ['waiting'], to: 'refused', who: ['materials'] },
  { act: 'leave', from: ['confirmed'], to: 'left', who: ['materials'] },
  { act: 'uphold', from: ['left'], to: 'upheld', who: ['approver', 'head'] },
  { act: 'uphold', from: ['refused'], to: 'upheld', who: ['approver', 'head'], when: 'in place of one that left' },
  { act: 'replace', from: ['waiting', 'refused', 'left'], to: 'waiting', who: giving },
  { act: 'replace', from: ['confirmed'], to: 'waiting', who: giving, when: 'before acceptance, or a notice asks' },
];

/** The arrow of an act from where a document stands; undefined where there is none. */
export function lineArrow(from: LineState, act: LineAct, about: About): LineArrow | undefined {
  return lineGraph.find(
    (one) => one.act === act && one.from.includes(from) && (one.when === undefined || conditions[one.when](about)),
  );
}
