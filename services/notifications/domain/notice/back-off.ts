const minuteMs = 60_000;

/** After how many minutes what had no answer is tried again: the last one for every try after that. */
const minutes = [1, 5, 30, 60] as const;

/** For how long it is tried. */
const dayMs = 24 * 60 * minuteMs;

/** When the try after this one is due; `tries` counts this one. */
export function nextTry(tries: number, now: Date): Date {
  const wait = minutes[Math.min(tries, minutes.length) - 1] ?? minutes[0];
  return new Date(now.getTime() + wait * minuteMs);
}

/**
 * When those who have all been away are tried again: each was asked twice at once, so that a stumble costs no minute; from then on by
 * the rounds that they had together.
 */
export function nextRound({ tries, providers }: { tries: number; providers: number }, now: Date): Date | undefined {
  const rounds = Math.ceil(tries / providers);
  if (providers > 1 && rounds < 2) return undefined;
  return nextTry(Math.max(1, providers > 1 ? rounds - 1 : rounds), now);
}

/** Until when it is tried. */
export const lastTry = (since: Date): Date => new Date(since.getTime() + dayMs);

/** Its queue hands a message out five times within 15 minutes; who has still not come to it by then never does. */
const [lostMs, mostMs] = [20 * minuteMs, 60 * minuteMs];

/** When the sender is told once more of what it does not come to: twice as long after it was told before, at last each hour. */
export function queueLost({ toldAt }: { toldAt?: Date | undefined }, now: Date): Date {
  const waited = toldAt ? now.getTime() - toldAt.getTime() : 0;
  return new Date(now.getTime() + Math.min(mostMs, Math.max(lostMs, 2 * waited)));
}
