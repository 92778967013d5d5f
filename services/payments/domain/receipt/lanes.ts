import { sizeOf, type Range, type Segment } from './segment.ts';

/**
 * A part of a segment with a counter of its own. One row takes 500 transactions a second, and two that read the same number
 * would wait for each other: sixteen rows let sixteen receipts be made side by side.
 */
export interface Lane extends Range {
  segmentId: string;
  code: string;
  n: number;
  /** The next number that is free; beyond `to` where none is. */
  next: number;
}

/** Numbers that are taken from a lane, from its `next` on. */
export interface Drawn {
  lane: Lane;
  count: number;
}

const most = 16;
/** Shorter ones would only be empty sooner. */
const shortest = 4;

/** How the numbers of a segment are parted: each stands in one lane. */
export function lanesOf({ id, code, from, to }: Pick<Segment, 'id' | 'code' | 'from' | 'to'>): Lane[] {
  const size = sizeOf({ from, to });
  const count = Math.max(1, Math.min(most, Math.floor(size / shortest)));
  const start = (n: number) => from + Math.floor((n * size) / count);
  return Array.from({ length: count }, (_, n) => {
    const part = { from: start(n), to: start(n + 1) - 1 };
    return { segmentId: id, code, n, ...part, next: part.from };
  });
}

/** How many numbers are left. */
export const leftIn = (lanes: readonly Lane[]): number =>
  lanes.reduce((sum, { next, to }) => sum + sizeOf({ from: next, to }), 0);

/** What a segment has not used, as ranges. */
export const unusedOf = (lanes: readonly Lane[]): Range[] =>
  lanes.filter(({ next, to }) => next <= to).map(({ next, to }) => ({ from: next, to }));

/** So many numbers, from the lane that the seed points to and those after it; undefined where there are fewer. */
export function draw(lanes: readonly Lane[], count: number, seed: number): Drawn[] | undefined {
  const start = seed % Math.max(1, lanes.length);
  const drawn: Drawn[] = [];
  let wanted = count;
  for (const lane of [...lanes.slice(start), ...lanes.slice(0, start)]) {
    const taken = Math.min(wanted, leftIn([lane]));
    if (taken > 0) drawn.push({ lane, count: taken });
    wanted -= taken;
  }
  return wanted === 0 ? drawn : undefined;
}

export interface NumberOf {
  code: string;
  /** 票据号码, ten digits. */
  number: string;
}

/** The numbers that were drawn, as they are printed. */
export const numbersIn = (drawn: readonly Drawn[]): NumberOf[] =>
  drawn.flatMap(({ lane: { code, next }, count }) =>
    Array.from({ length: count }, (_, n) => ({ code, number: String(next + n).padStart(10, '0') })),
  );
