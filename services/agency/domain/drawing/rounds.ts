import { workingDaysAfter, dayOf, type CalendarYear, type Day } from '#shared/calendar';
import { changed, lastRound, refused, withRound, type ReviewChange, type ReviewRefusal } from './change.ts';
import type { DrawingReview, Part, Remark, ReviewRound } from './review.ts';

/** The last day of a round; undefined where it runs into a year that is not published: nobody is late by a guess. */
export function lastDayOf(
  { openedAt }: Pick<ReviewRound, 'openedAt'>,
  days: number,
  calendar: readonly CalendarYear[],
): Day | undefined {
  const { day, provisional } = workingDaysAfter(dayOf(openedAt), days, calendar);
  return provisional ? undefined : day;
}

interface Closing {
  at: Date;
  calendar: readonly CalendarYear[];
}

const mustMeet = ({ severity, state }: Remark): boolean => severity === 'must' && state === 'open';

/** The body closes a round once all have finished, or over the silence of those whose days are over. */
export function closeRound(found: DrawingReview, { at, calendar }: Closing): ReviewChange | ReviewRefusal {
  const round = lastRound(found);
  const silent = round.asked.filter((one) => !round.finished.some(({ department }) => department === one));
  const last = lastDayOf(round, found.days, calendar);
  const isOver = last !== undefined && last < dayOf(at);
  if (found.state === 'in-review' && silent.length > 0 && !isOver) return refused('reviews-awaited', silent);
  const rounds = withRound(found, found.rounds.length - 1, { silent, closedAt: at });
  const state = found.remarks.some(mustMeet) ? 'with-designer' : 'to-conclude';
  return changed(found, 'close-round', { rounds, state });
}

interface Resubmitted {
  at: Date;
  answers: readonly { remarkId: string; text: string }[];
  parts: readonly { key: string; materialId: string; version: number }[];
}

/** Every remark that must be met is answered, and what has changed is handed in; what has not is not reviewed anew. */
export function resubmit(found: DrawingReview, given: Resubmitted): ReviewChange | ReviewRefusal {
  const fault = faultIn(found, given);
  if (fault) return fault;
  const n = found.rounds.length + 1;
  const remarks = found.remarks.map((one) => answered(one, n, given));
  const parts = found.parts.map((one): Part => {
    const again = given.parts.find(({ key }) => key === one.key);
    return again ? { ...one, ...again, round: n } : one;
  });
  const asked = [
    ...parts.filter(({ round }) => round === n).map(({ department }) => department),
    ...remarks.filter(({ state }) => state === 'answered').map(({ department }) => department),
  ];
  const round: ReviewRound = { openedAt: given.at, asked: [...new Set(asked)], finished: [], silent: [] };
  return changed(found, 'resubmit', { remarks, parts, rounds: [...found.rounds, round] });
}

function faultIn(found: DrawingReview, { answers, parts }: Resubmitted): ReviewRefusal | undefined {
  if (found.state !== 'with-designer') return refused('moved');
  const open = new Set(found.remarks.filter(({ state }) => state === 'open').map(({ id }) => id));
  const strange = answers.map(({ remarkId }) => remarkId).filter((id) => !open.has(id));
  if (strange.length > 0) return refused('no-such-remark', strange);
  const owed = found.remarks.filter(mustMeet).map(({ id }) => id);
  const missing = owed.filter((id) => !answers.some(({ remarkId }) => remarkId === id));
  if (missing.length > 0) return refused('answers-missing', missing);
  const unknown = parts.filter(({ key }) => !found.parts.some((one) => one.key === key));
  if (unknown.length > 0)
    return refused(
      'no-such-part',
      unknown.map(({ key }) => key),
    );
  const same = found.parts.filter((one) => parts.some((again) => isSame(one, again)));
  return same.length > 0
    ? refused(
        'part-same',
        same.map(({ key }) => key),
      )
    : undefined;
}

const isSame = (one: Part, again: Resubmitted['parts'][number]): boolean =>
  one.key === again.key && one.materialId === again.materialId && one.version === again.version;

/** Advice that is answered is done with; what must be met is for its department to judge. */
function answered(one: Remark, round: number, { answers }: Resubmitted): Remark {
  const answer = answers.find(({ remarkId }) => remarkId === one.id);
  if (!answer) return one;
  const state = one.severity === 'must' ? 'answered' : 'settled';
  return { ...one, state, answers: [...one.answers, { round, text: answer.text }] };
}
