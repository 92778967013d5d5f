const minute = 60_000;
/** After how long a channel that has not answered is asked again: 1, 5, 30 minutes, then each hour for a day, then each day. */
const first = [minute, 5 * minute, 30 * minute] as const;
const hour = 60 * minute;
const hourly = 24;

/** When a channel is asked again that has been asked so often in vain. It is never given up: unknown is not failed. */
export function askAgainAt(asked: number, now: Date): Date {
  const wait = first[asked] ?? (asked < first.length + hourly ? hour : 24 * hour);
  return new Date(now.getTime() + wait);
}
