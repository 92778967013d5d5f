import { weightOf, type Load } from './load.ts';

export interface Candidate {
  officer: string;
  load: Load;
}

export const reasonsToChoose = ['only-one', 'least-load', 'longest-idle'] as const;

/** Who is to carry a project, and why he. */
export interface Choice {
  officer: string;
  why: (typeof reasonsToChoose)[number];
  /** What he carried before, weighed, and among how many he was chosen. */
  load: number;
  among: number;
}

/**
 * Of those who are there the one who carries the least, weighed by how far each project is; of equals the one who has waited the longest
 * for one. Undefined where nobody is there.
 */
export function choose(candidates: readonly Candidate[]): Choice | undefined {
  const sorted = candidates.toSorted(
    (a, b) =>
      weightOf(a.load) - weightOf(b.load) || waitingSince(a) - waitingSince(b) || (a.officer < b.officer ? -1 : 1),
  );
  const [first, second] = sorted;
  if (!first) return undefined;
  const load = weightOf(first.load);
  const isEqual = second !== undefined && weightOf(second.load) === load;
  const why = second === undefined ? 'only-one' : isEqual ? 'longest-idle' : 'least-load';
  return { officer: first.officer, why, load, among: sorted.length };
}

/** Whoever was never given one has waited since ever. */
const waitingSince = ({ load: { givenAt } }: Candidate): number => givenAt?.getTime() ?? 0;
