/**
 * The local clock: real time plus an offset in memory that every function shares, so that a move is seen by the
 * functions, the issuer, the authorizer cache and the schedules at the same instant. It only ever goes forward.
 */
export interface Clock {
  now: () => Date;
  /** Milliseconds since the epoch on the local clock. */
  ms: () => number;
  offsetMs: () => number;
  shared: SharedArrayBuffer;
  /** Puts the clock at an instant (milliseconds since the epoch); an earlier one than now is ignored. */
  moveTo: (instantMs: number) => void;
}

/** A clock that shows what time it is, or an instant to come (`begins`). */
export function createClock(begins?: Date): Clock {
  const shared = new SharedArrayBuffer(8);
  const offset = new Float64Array(shared);
  offset[0] = Math.max(0, (begins?.getTime() ?? 0) - Date.now());
  const offsetMs = (): number => offset[0] ?? 0;
  const ms = (): number => Date.now() + offsetMs();

  return {
    shared,
    offsetMs,
    ms,
    now: () => new Date(ms()),
    moveTo(instantMs) {
      offset[0] = Math.max(offsetMs(), instantMs - Date.now());
    },
  };
}

const unitMs: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Reads `+5d`, `3h`, `+1d12h` or `90m` as milliseconds. Throws on anything else: the clock has no way back. */
export function durationMs(text: string): number {
  if (!/^\+?(\d+[smhdw])+$/.test(text)) {
    throw new Error(`"${text}" is not a duration such as +5d, +3h, +90m or +1d12h`);
  }
  const parts = [...text.matchAll(/(\d+)([smhdw])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? ''] ?? 0), 0);
}
