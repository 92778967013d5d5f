import { stateBy, type RecordChange, type RefusedAct } from '../record-change.ts';
import { drawingGraph, type ReviewAct } from './graph.ts';
import type { DrawingReview, ReviewRound } from './review.ts';

export type ReviewChange = RecordChange<DrawingReview>;

export type ReviewRefusal = RefusedAct<
  | 'moved'
  | 'not-reviewer'
  | 'part-unchanged'
  | 'no-such-remark'
  | 'no-such-part'
  | 'part-same'
  | 'answers-missing'
  | 'answers-unjudged'
  | 'reviews-awaited'
  | 'decision-missing'
  | 'remarks-full'
>;

export const refused = (code: ReviewRefusal['refused'], about?: readonly string[]): ReviewRefusal =>
  about ? { refused: code, about } : { refused: code };

/** A review after an act; `to` where the graph leaves open where it leads. */
export function changed(
  before: DrawingReview,
  act: ReviewAct,
  { state, ...set }: Partial<DrawingReview>,
): ReviewChange | ReviewRefusal {
  const to = leadsTo(before, act, state);
  if (!to) return refused('moved');
  return { before, after: { ...before, ...set, state: to, version: before.version + 1 }, act, facts: [] };
}

function leadsTo({ state: from }: DrawingReview, act: ReviewAct, wanted: DrawingReview['state'] | undefined) {
  if (wanted === undefined) return stateBy(drawingGraph, from, act);
  return drawingGraph.find((arrow) => arrow.act === act && arrow.from.includes(from) && arrow.to === wanted)?.to;
}

const nowhere: ReviewRound = { openedAt: new Date(0), asked: [], finished: [], silent: [] };
export const lastRound = ({ rounds }: DrawingReview): ReviewRound => rounds.at(-1) ?? nowhere;

/** The rounds with the last one made another. */
export const withRound = ({ rounds }: DrawingReview, n: number, set: Partial<ReviewRound>): ReviewRound[] =>
  rounds.map((one, at) => (at === n ? { ...one, ...set } : one));
