import { DrawingReviewChangedV1 } from '#events/agency/drawing-review-changed.v1';
import { fact, type Fact } from '#events/event';
import type { ReviewChange } from './change.ts';

/** What others hear of a review: whose turn it is. What is said in a turn they do not. */
export function toldOfReview({ before, after, act }: ReviewChange, investor: string): Fact[] {
  const { id: reviewId, projectId, stage, state, rounds } = after;
  if (state === before?.state) return [];
  return [fact(DrawingReviewChangedV1, { reviewId, projectId, stage, investor, state, act, round: rounds.length })];
}
