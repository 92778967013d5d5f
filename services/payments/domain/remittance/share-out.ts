import type * as z from 'zod';
import type { budgetLevel } from '../charge/charge-list.ts';

export interface Share {
  level: z.infer<typeof budgetLevel>;
  percent: number;
}

/**
 * 分成: an amount by levels of budget, to a fen. The parts sum to the amount: what rounding down leaves goes, a fen each, to those that
 * lost most by it, the first of equals first.
 */
export function shareOut(amountFen: number, shares: readonly Share[]): number[] {
  const sign = amountFen < 0 ? -1 : 1;
  const parts = shares.map(({ percent }, n) => {
    const hundredths = BigInt(Math.abs(amountFen)) * BigInt(percent);
    return { n, fen: Number(hundredths / 100n), rest: Number(hundredths % 100n) };
  });
  const left = Math.abs(amountFen) - parts.reduce((sum, { fen }) => sum + fen, 0);
  const more = new Set(
    parts
      .toSorted((one, other) => other.rest - one.rest || one.n - other.n)
      .slice(0, left)
      .map(({ n }) => n),
  );
  return parts.map(({ n, fen }) => sign * (fen + (more.has(n) ? 1 : 0)) || 0);
}
