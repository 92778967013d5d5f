/** One thing to be timed; `measure` gives milliseconds or any other unit in which less is better. */
export interface Contender {
  name: string;
  measure: () => Promise<number>;
}

/** The median of the ratios of pairs measured side by side, with the bounds between which it lies 19 times out of 20. */
export interface Ratio {
  median: number;
  low: number;
  high: number;
}

/**
 * Measures every contender once a round, every second round in the opposite order, so that what the machine does
 * meanwhile falls on all of them alike. Gives each contender's measures, round by round.
 */
export async function interleave(contenders: readonly Contender[], rounds: number): Promise<Map<string, number[]>> {
  const measures = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const { name, measure } of order) measures.get(name)?.push(await measure());
  }
  return measures;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** Compares two contenders round by round: a noisy moment hits both of a pair, so it leaves their ratio alone. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Ratio {
  const ratios = ours.map((one, round) => one / (theirs[round] ?? Number.NaN)).toSorted((a, b) => a - b);
  const outside = ranksOutside(ratios.length);
  return {
    median: median(ratios),
    low: ratios[outside] ?? Number.NaN,
    high: ratios.at(-1 - outside) ?? Number.NaN,
  };
}

/**
 * How many of n sorted values lie on each side outside the 95 % interval of their median: each value falls above or
 * below the true median like a coin (sign test), so no shape of the noise is assumed.
 */
function ranksOutside(n: number): number {
  let probability = 0.5 ** n;
  let below = probability;
  let outside = 0;
  while (below <= 0.025) {
    outside += 1;
    probability *= (n - outside + 1) / outside;
    below += probability;
  }
  return Math.max(0, outside - 1);
}

/** Requests of which a round takes the median. */
const perRound = 40;

/** The median of one round's requests, in milliseconds. */
export async function medianOf(ask: () => Promise<void>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < perRound; n += 1) {
    const began = performance.now();
    await ask();
    taken.push(performance.now() - began);
  }
  return median(taken);
}
