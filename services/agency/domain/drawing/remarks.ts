import { stateBy } from '../record-change.ts';
import { changed, lastRound, refused, withRound, type ReviewChange, type ReviewRefusal } from './change.ts';
import { drawingGraph } from './graph.ts';
import type { DrawingReview, Remark } from './review.ts';

/** A row has room for so many with all that is answered to them. */
const mostRemarks = 100;

type Remarking = Pick<Remark, 'id' | 'part' | 'department' | 'place' | 'severity' | 'basis' | 'text'>;

/**
 * A department remarks on a part in the round for which that was handed in. What was there to be seen before and is found only
 * now is a fault of the office: it must be met, it must be insisted on, and it is kept as late.
 */
export function addRemark(
  found: DrawingReview,
  given: Remarking,
  insists: string | undefined,
): ReviewChange | ReviewRefusal {
  if (!stateBy(drawingGraph, found.state, 'remark')) return refused('moved');
  const part = found.parts.find(({ key }) => key === given.part);
  if (part?.department !== given.department) return refused('not-reviewer');
  if (found.remarks.length >= mostRemarks) return refused('remarks-full');
  const isFresh = found.state === 'in-review' && part.round === found.rounds.length && !hasFinished(found, given);
  const isLate = !isFresh && insists !== undefined && given.severity === 'must';
  if (!isFresh && !isLate) return refused('part-unchanged');
  const begun: Remark = { ...given, round: found.rounds.length, state: 'open', answers: [] };
  const remarks = [...found.remarks, isLate ? { ...begun, late: insists } : begun];
  return changed(found, 'remark', { remarks });
}

const hasFinished = (found: DrawingReview, { department }: Pick<Remark, 'department'>): boolean =>
  lastRound(found).finished.some((one) => one.department === department);

interface Judging {
  remarkId: string;
  department: string;
  /** Why the answer does not meet the remark; absent: it does. */
  upheld?: string;
}

/** The department whose remark it is says whether what was answered meets it. */
export function judge(found: DrawingReview, { remarkId, department, upheld }: Judging): ReviewChange | ReviewRefusal {
  const isIt = (one: Remark) => one.id === remarkId && one.department === department && one.state === 'answered';
  if (!found.remarks.some(isIt)) return refused('no-such-remark');
  const judged = (one: Remark): Remark => {
    if (upheld === undefined) return { ...one, state: 'settled' };
    const answers = one.answers.map((each, n) => (n === one.answers.length - 1 ? { ...each, upheld } : each));
    return { ...one, state: 'open', answers };
  };
  const remarks = found.remarks.map((one) => (isIt(one) ? judged(one) : one));
  return changed(found, upheld === undefined ? 'settle' : 'uphold', { remarks });
}

/** A department has nothing more to say in the last round in which it was asked, also where that was closed over its silence. */
export function finish(found: DrawingReview, department: string, at: Date): ReviewChange | ReviewRefusal {
  const n = found.rounds.findLastIndex(({ asked }) => asked.includes(department));
  const round = found.rounds[n];
  if (!round || round.finished.some((one) => one.department === department)) return refused('moved');
  const unjudged = found.remarks.filter((one) => one.department === department && one.state === 'answered');
  if (unjudged.length > 0) {
    return refused(
      'answers-unjudged',
      unjudged.map(({ id }) => id),
    );
  }
  return changed(found, 'finish', {
    rounds: withRound(found, n, { finished: [...round.finished, { department, at }] }),
  });
}
