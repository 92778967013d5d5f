import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import { evenly, pick, type Counts, type Standing } from './standing.ts';

const minuteMs = 60_000;
const start = Date.parse('2026-08-03T02:00:00Z');
const at = (minute: number) => new Date(start + minute * minuteMs);
const counts = (asked: number, errors = 0, slow = 0): Counts => ({ asked, errors, slow });
const calm = { aliyun: counts(100), tencent: counts(100) };

const failing = (errors: number) => ({ minute: { ...calm, aliyun: counts(500, errors) }, quarter: calm });

describe('the shares of two providers', () => {
  const even = evenly(['aliyun', 'tencent']);

  test('stay as they are at fifty errors a minute, and move by ten at fifty-one', () => {
    expect(judge(even, failing(50), at(0))).toBeUndefined();
    expect(judge(even, failing(51), at(0))).toMatchObject({
      why: 'errors',
      standing: { shares: { aliyun: 40, tencent: 60 }, from: 'aliyun' },
    });
  });

  test('move where fifteen of a hundred are slow while the other is not, and not where both are', () => {
    const one = { minute: calm, quarter: { ...calm, aliyun: counts(100, 0, 15) } };
    const both = { minute: calm, quarter: { aliyun: counts(100, 0, 15), tencent: counts(100, 0, 20) } };
    expect(judge(even, one, at(0))).toMatchObject({ why: 'slow', standing: { from: 'aliyun' } });
    expect(judge(even, both, at(0))).toBeUndefined();
    expect(judge(even, { minute: calm, quarter: { ...calm, aliyun: counts(19, 0, 19) } }, at(0))).toBeUndefined();
  });

  test('go back towards rest by ten once an hour has been calm', () => {
    const moved: Standing = { ...even, shares: { aliyun: 20, tencent: 80 }, changedAt: at(0) };
    const seen = { minute: calm, quarter: calm };
    expect(judge(moved, seen, at(59))).toBeUndefined();
    expect(judge(moved, seen, at(60))).toMatchObject({
      why: 'back-to-rest',
      standing: { shares: { aliyun: 30, tencent: 70 } },
    });
  });

  test('choose each provider in its proportion, and never one that is away', () => {
    const shares = { aliyun: 30, tencent: 70 };
    const chosen = Array.from({ length: 100 }, (_, n) =>
      pick({ shares }, { offered: ['aliyun', 'tencent'], fraction: n / 100 }),
    );
    expect(chosen.filter((key) => key === 'aliyun')).toHaveLength(30);
    expect(pick({ shares }, { offered: ['tencent'], fraction: 0 })).toBe('tencent');
    expect(pick({ shares: { aliyun: 0 } }, { offered: ['aliyun'], fraction: 0.5 })).toBe('aliyun');
  });
});

/** A generator of chance by a seed (mulberry32), so that the bad hour is the same each time. */
function chanceOf(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How likely a provider fails in a minute: one breaks down twice, the other trembles. */
function failureOf(provider: string, minute: number): number {
  if (provider === 'aliyun') return minute < 15 || (minute >= 35 && minute < 50) ? 0.6 : 0.02;
  return minute % 7 === 0 ? 0.1 : 0.01;
}

test.each([1, 2, 3, 4, 5])(
  'a bad hour, seed %i: at most four reversals of the shares, and 99 of 100 messages handed over',
  (seed) => {
    const chance = chanceOf(seed);
    let standing = evenly(['aliyun', 'tencent']);
    const waiting = new Map<number, number>();
    const history: string[] = [];
    let [made, handed] = [0, 0];
    for (let minute = 0; minute < 60; minute++) {
      const tally: Record<string, { asked: number; errors: number; slow: number }> = {
        aliyun: counts(0),
        tencent: counts(0),
      };
      const fresh = minute < 54 ? 600 : 0;
      made += fresh;
      for (let n = fresh + (waiting.get(minute) ?? 0); n > 0; n--) {
        let isHanded = false;
        for (const offered of [['aliyun', 'tencent'], ['tencent']]) {
          const key = pick(standing, { offered, fraction: chance() }) ?? '';
          const tallied = tally[key] ?? counts(0);
          tallied.asked += 1;
          isHanded = chance() >= failureOf(key, minute);
          if (isHanded) break;
          tallied.errors += 1;
        }
        if (isHanded) handed += 1;
        else waiting.set(minute + 1, (waiting.get(minute + 1) ?? 0) + 1);
      }
      const judged = judge(standing, { minute: tally, quarter: calm }, at(minute));
      if (judged) history.push(judged.standing.from);
      standing = judged?.standing ?? standing;
    }
    const reversals = history.filter((from, n) => n > 0 && history[n - 1] !== from).length;
    expect(history.length).toBeGreaterThan(2);
    expect(reversals).toBeLessThanOrEqual(4);
    expect(handed / made).toBeGreaterThanOrEqual(0.99);
  },
);
