import * as z from 'zod';
import { once } from '#shared/once';

export const segmentState = z.enum(['proposed', 'rejected', 'open', 'closed']);
export type SegmentState = z.infer<typeof segmentState>;
export type SegmentAct = 'approve' | 'reject' | 'close';

export interface SegmentArrow {
  act: SegmentAct;
  from: readonly SegmentState[];
  to: SegmentState;
  /** `another`: somebody else than who proposed it. */
  who: readonly ['another'];
}

/** The life of a segment: (from, act, who) → to. */
export const segmentGraph: readonly SegmentArrow[] = [
  { act: 'approve', from: ['proposed'], to: 'open', who: ['another'] },
  { act: 'reject', from: ['proposed'], to: 'rejected', who: ['another'] },
  // What is left is void, and recorded so.
  { act: 'close', from: ['open'], to: 'closed', who: ['another'] },
];

const range = once(() => z.object({ from: z.int().min(1), to: z.int().max(9_999_999_999) }));
export type Range = z.infer<ReturnType<typeof range>>;

/** 票据号段: numbers that finance was given for one code. Each becomes a receipt, a red one, or void (I13). */
export const segment = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: segmentState,
    /** 票据代码: its last two digits are the year. */
    code: z.string().regex(/^\d{8}$/),
    ...range().shape,
    proposedBy: z.string(),
    proposedParty: z.string().optional(),
    proposedAt: z.coerce.date(),
    decidedBy: z.string().optional(),
    /** 作废: what was left when it was closed. */
    void: z.array(range()).default([]),
    timelineHash: z.string(),
  }),
);
export type Segment = z.infer<ReturnType<typeof segment>>;

export const sizeOf = ({ from, to }: Range): number => to - from + 1;
export const overlaps = (one: Range, other: Range): boolean => one.from <= other.to && other.from <= one.to;

/** The year of a code, as a day begins: only in that year are receipts made of it. */
export const isOfYear = (code: string, day: string): boolean => code.slice(6) === day.slice(2, 4);

/** Where an act leads, `left` being what it has not used; undefined where there is no such way. */
export function segmentStep(
  before: Segment,
  { act, by, left }: { act: SegmentAct; by: string; left: Range[] },
): Segment | undefined {
  const state = segmentGraph.find((one) => one.act === act && one.from.includes(before.state))?.to;
  const is = { decidedBy: by, version: before.version + 1, ...(state === 'closed' && { void: left }) };
  return state && { ...before, state, ...is };
}
