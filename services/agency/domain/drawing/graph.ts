import type { Arrow } from '../record-change.ts';

export const reviewStates = ['in-review', 'with-designer', 'to-conclude', 'passed', 'failed', 'withdrawn'] as const;
type ReviewState = (typeof reviewStates)[number];

export const reviewActs = [
  'remark',
  'settle',
  'uphold',
  'finish',
  'close-round',
  'resubmit',
  'pass',
  'fail',
  'withdraw',
] as const;
export type ReviewAct = (typeof reviewActs)[number];

/** `designer`: the investor, or its officer under mandate, for whoever has drawn. */
export type ReviewActor = 'department' | 'body' | 'designer';

const going = ['in-review', 'with-designer', 'to-conclude'] as const;
const [department, body, designer] = [['department'], ['body'], ['designer']] as const;

/** What becomes of a review of drawings (多图联审): (from, act, who) → to. */
export const drawingGraph: readonly Arrow<ReviewState, ReviewAct, ReviewActor>[] = [
  { act: 'remark', from: ['in-review'], to: 'in-review', who: department },
  { act: 'remark', from: ['to-conclude'], to: 'with-designer', who: department, when: 'late, and insisted on' },
  { act: 'settle', from: ['in-review'], to: 'in-review', who: department, when: 'its remark was answered' },
  { act: 'settle', from: ['to-conclude'], to: 'to-conclude', who: department, when: 'its remark was answered' },
  { act: 'uphold', from: ['in-review'], to: 'in-review', who: department, when: 'its remark was answered' },
  { act: 'uphold', from: ['to-conclude'], to: 'with-designer', who: department, when: 'its remark was answered' },
  { act: 'finish', from: ['in-review'], to: 'in-review', who: department, when: 'it has judged every answer' },
  { act: 'finish', from: ['to-conclude'], to: 'to-conclude', who: department, when: 'it was silent' },
  { act: 'close-round', from: ['in-review'], to: 'with-designer', who: body, when: 'a remark is to be met' },
  { act: 'close-round', from: ['in-review'], to: 'to-conclude', who: body, when: 'none is' },
  { act: 'resubmit', from: ['with-designer'], to: 'in-review', who: designer },
  { act: 'pass', from: ['to-conclude'], to: 'passed', who: body, when: 'whoever must decide has said so' },
  { act: 'fail', from: ['with-designer', 'to-conclude'], to: 'failed', who: body },
  { act: 'withdraw', from: going, to: 'withdrawn', who: designer },
];
