import { ratioOf, type Ratio } from './rounds.ts';

/** One line of the table that `npm run bench` prints. */
export interface Line {
  measure: string;
  /** What was found, as text. */
  found: string;
  target: string;
  /** The same thing against itself: how far from 1.00 pure noise goes. */
  control: string;
  verdict: Verdict;
}

/** `unclear`: over the target in the median, but the noise alone may have done that. Without a target: `shown`. */
export type Verdict = 'ok' | 'unclear' | 'over' | 'shown';

export interface Target {
  limit: number;
  /** Whether a good ratio is below the limit or above it. */
  good: 'at-most' | 'at-least';
}

export const atMost = (limit: number): Target => ({ limit, good: 'at-most' });
export const atLeast = (limit: number): Target => ({ limit, good: 'at-least' });

/** Measures of one comparison, round by round. */
export interface Compared {
  ours: readonly number[];
  theirs: readonly number[];
  /** The second measure of `theirs` in each round. */
  again: readonly number[];
}

/** A line of paired ratios; a missed target counts only when the whole interval of the median misses it. */
export function ratioLine(measure: string, { ours, theirs, again }: Compared, target?: Target): Line {
  const ratio = ratioOf(ours, theirs);
  return {
    measure,
    found: textOf(ratio),
    target: target ? `${target.good === 'at-most' ? '≤' : '≥'} ${target.limit}` : '',
    control: textOf(ratioOf(again, theirs)),
    verdict: target ? verdictOf(ratio, target) : 'shown',
  };
}

function verdictOf({ median, low, high }: Ratio, { limit, good }: Target): Verdict {
  const [middle, best] = good === 'at-most' ? [median, low] : [-median, -high];
  const most = good === 'at-most' ? limit : -limit;
  if (middle <= most) return 'ok';
  return best <= most ? 'unclear' : 'over';
}

/** A line of something that is counted, where there is no noise. */
export function countLine(
  measure: string,
  found: number,
  { limit, unit = '' }: { limit: number; unit?: string },
): Line {
  return {
    measure,
    found: `${Number(found.toFixed(3))}${unit}`,
    target: `≤ ${limit}${unit}`,
    control: '',
    verdict: found <= limit ? 'ok' : 'over',
  };
}

/** A line that has no target. */
export function shownLine(measure: string, found: string): Line {
  return { measure, found, target: '', control: '', verdict: 'shown' };
}

const textOf = ({ median, low, high }: Ratio) => `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;

/** Prints lines as one table. */
export function printTable(lines: readonly Line[], print: (text: string) => void): void {
  const rows = [
    ['measure', 'found', 'target', 'A/A', ''],
    ...lines.map(({ measure, found, target, control, verdict }) => [
      measure,
      found,
      target,
      control,
      verdict === 'shown' ? '' : verdict,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
