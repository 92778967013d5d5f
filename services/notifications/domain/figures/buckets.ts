/** The steps by which the time to hand-over is counted, in seconds; `more` is beyond the last. */
const steps = [1, 2, 5, 10, 30, 60, 300, 1800, 3600, 14_400, 86_400] as const;
export type Bucket = `within-${(typeof steps)[number]}` | 'more';
export const buckets: readonly Bucket[] = [...steps.map((one): Bucket => `within-${one}`), 'more'];

/** The first step that a time is within. */
export function bucketOf(ms: number): Bucket {
  const step = steps.find((one) => ms <= one * 1000);
  return step === undefined ? 'more' : `within-${step}`;
}

/** How many were within so many seconds, which is one of the steps. */
export const countWithin = (countIn: (bucket: Bucket) => number, seconds: (typeof steps)[number]): number =>
  steps.filter((one) => one <= seconds).reduce((sum, one) => sum + countIn(`within-${one}`), 0);

/** Within how many seconds so many of a hundred were: the step, not more exactly; null: more than a day, or there were none. */
export function percentile(countIn: (bucket: Bucket) => number, hundredths: number): number | null {
  const all = buckets.reduce((sum, one) => sum + countIn(one), 0);
  const step = all > 0 ? steps.find((one) => countWithin(countIn, one) * 100 >= all * hundredths) : undefined;
  return step ?? null;
}
