import type { Counts, Judged, Seen, Standing } from './standing.ts';

/** More errors in a minute than this, and a provider gets less. */
const mostErrors = 50;
/** From this share of slow messages in fifteen minutes on, in hundredths; of fewer messages nothing is concluded. */
const [slowShare, fewest] = [15, 20];
const step = 10;
/** Nothing is moved twice within these minutes; and it goes back to rest when nothing was moved for an hour. */
const [calmMs, slowCalmMs, restMs] = [60_000, 5 * 60_000, 60 * 60_000];
/** Who has just lost a share gets none back within these: of one that is asked no more nobody knows how it does. So an hour turns four times at most. */
const turnMs = 15 * 60_000;

const none: Counts = { asked: 0, errors: 0, slow: 0 };

/**
 * Moves a tenth from a provider that fails, or is slow while another is not, to those that do well; and back towards rest when it
 * has long been calm. Undefined: all stays. Ten at a time and never at once: on one error they would go to and fro.
 */
export function judge(found: Standing, { minute, quarter }: Seen, now: Date): Judged | undefined {
  const calm = found.changedAt ? now.getTime() - found.changedAt.getTime() : Number.POSITIVE_INFINITY;
  if (calm < calmMs) return undefined;
  const keys = Object.keys(found.shares);
  const failing = keys.filter((key) => (minute[key] ?? none).errors > mostErrors);
  const failed = moved(found, { bad: failing, why: 'errors' }, now);
  if (failed) return failed;
  const slow = keys.filter((key) => isSlow(quarter[key] ?? none));
  const slowed = calm >= slowCalmMs ? moved(found, { bad: slow, why: 'slow' }, now) : undefined;
  if (slowed) return slowed;
  return failing.length === 0 && slow.length === 0 && calm >= restMs ? rested(found, now) : undefined;
}

const isSlow = ({ asked, slow }: Counts): boolean => asked >= fewest && slow * 100 >= asked * slowShare;

/** From the one with the largest share of those that do badly; where all do, nothing is won by moving. */
function moved(
  found: Standing,
  { bad, why }: { bad: readonly string[]; why: Judged['why'] },
  now: Date,
): Judged | undefined {
  const shareOf = (key: string): number => found.shares[key] ?? 0;
  const from = bad.toSorted((a, b) => shareOf(b) - shareOf(a))[0];
  const turns = now.getTime() - (found.changedAt?.getTime() ?? 0) >= turnMs;
  const to = Object.keys(found.shares).find((key) => !bad.includes(key) && (turns || key !== found.from));
  if (!from || !to || shareOf(from) === 0) return undefined;
  return given(found, { from, to, by: Math.min(step, shareOf(from)), why }, now);
}

function rested(found: Standing, now: Date): Judged | undefined {
  const above = (key: string): number => (found.shares[key] ?? 0) - (found.rest[key] ?? 0);
  const keys = Object.keys(found.shares);
  const from = keys.toSorted((a, b) => above(b) - above(a))[0];
  const to = keys.toSorted((a, b) => above(a) - above(b))[0];
  if (!from || !to || above(from) <= 0) return undefined;
  return given(found, { from, to, by: Math.min(step, above(from)), why: 'back-to-rest' }, now);
}

interface Gift {
  from: string;
  to: string;
  by: number;
  why: Judged['why'];
}

function given(found: Standing, { from, to, by, why }: Gift, changedAt: Date): Judged {
  const { [from]: less = 0, [to]: more = 0 } = found.shares;
  const shares = { ...found.shares, [from]: less - by, [to]: more + by };
  return { standing: { ...found, version: found.version + 1, shares, changedAt, from }, why };
}
