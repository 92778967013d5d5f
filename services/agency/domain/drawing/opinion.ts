import { changed, refused, type ReviewChange, type ReviewRefusal } from './change.ts';
import type { DrawingReview } from './review.ts';

/** Departments that must decide something by law and have not said that they have nothing (more) to say: silence is no consent. */
export function undecided({ parts, rounds }: Pick<DrawingReview, 'parts' | 'rounds'>): string[] {
  const deciding = new Set(parts.filter(({ decides }) => decides !== undefined).map(({ department }) => department));
  return [...deciding].filter((one) => {
    const last = rounds.findLast(({ asked }) => asked.includes(one));
    return !last?.finished.some(({ department }) => department === one);
  });
}

type Saying = Omit<NonNullable<DrawingReview['opinion']>, 'outcome'>;

/** One opinion, which every department takes for its own. */
export function conclude(found: DrawingReview, act: 'pass' | 'fail', said: Saying): ReviewChange | ReviewRefusal {
  const missing = undecided(found);
  if (act === 'pass' && found.state === 'to-conclude' && missing.length > 0)
    return refused('decision-missing', missing);
  return changed(found, act, { opinion: { ...said, outcome: act === 'pass' ? 'passed' : 'failed' } });
}

export const withdraw = (found: DrawingReview, reasons: string) => changed(found, 'withdraw', { reasons });

/** Remarks that were insisted on too late, by department: what is counted against an office. */
export const faultsOf = ({ remarks }: DrawingReview) =>
  remarks.flatMap(({ id, department, part, round, late }) =>
    late === undefined ? [] : [{ remarkId: id, department, part, round, why: late }],
  );
