import * as z from 'zod';
import { once } from '#shared/once';
import { openStates } from './open.ts';

/** Where the assessment of one bill stands. */
export const assessmentState = once(() =>
  z.enum(['assessed', 'due', 'paid', 'waived', 'cancelled', 'refund-proposed', 'refunded']),
);
export type AssessmentState = z.infer<ReturnType<typeof assessmentState>>;

interface FeeTransition {
  act: string;
  from: readonly AssessmentState[];
  to: AssessmentState;
  /** What leads there: an act of the department's, of the applicant's, of payments, or of the case itself. */
  who: readonly ('department' | 'applicant' | 'payments' | 'case')[];
}

const arrows = [
  { act: 'issue', from: ['assessed'], to: 'due', who: ['payments'] },
  // A new revision, also one that asks less (减缴) or later (缓缴): the bill of the one before is replaced.
  { act: 'revise', from: openStates, to: 'assessed', who: ['department'] },
  { act: 'waive', from: openStates, to: 'waived', who: ['department'] },
  { act: 'cancel', from: openStates, to: 'cancelled', who: ['department', 'case', 'payments'] },
  // A payment may have been on its way while the assessment ended here.
  { act: 'pay', from: [...openStates, 'waived', 'cancelled'], to: 'paid', who: ['applicant'] },
  {
    act: 'propose-refund',
    from: ['paid', 'refund-proposed', 'refunded'],
    to: 'refund-proposed',
    who: ['department', 'case', 'payments'],
  },
  { act: 'refund', from: ['refund-proposed'], to: 'refunded', who: ['payments'] },
] as const satisfies readonly FeeTransition[];

export type AssessmentAct = (typeof arrows)[number]['act'];

/** The whole life of an assessment: (from, act) → to. Everything else is refused. */
export const feeGraph: readonly FeeTransition[] = arrows;

/** Where an act leads; undefined where there is no such way. */
export function leadsTo(from: AssessmentState, act: AssessmentAct): AssessmentState | undefined {
  return feeGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}

export const reliefState = once(() => z.enum(['proposed', 'approved', 'rejected']));
export type ReliefState = z.infer<ReturnType<typeof reliefState>>;

/** 减免缓的审批: proposed by one person, checked by another. */
export const reliefGraph = [
  { act: 'approve', from: 'proposed', to: 'approved', who: ['head'] },
  { act: 'reject', from: 'proposed', to: 'rejected', who: ['head'] },
] as const;
export type ReliefAct = (typeof reliefGraph)[number]['act'];

export function reliefStep(from: ReliefState, act: ReliefAct): ReliefState | undefined {
  return reliefGraph.find((one) => one.act === act && one.from === from)?.to;
}
