import * as z from 'zod';
import { once } from '#shared/once';
import { sumFen } from '#shared/money';
import type { BillLine } from '../bill/bill.ts';
import type { BackLine } from './refund.ts';

/**
 * What is promised or has gone back of each charge of a bill, in fen. A row of its own beside the bill: a refund changes it in its
 * own transaction, so that two of them never promise the same fen (I5).
 */
export const backed = once(() =>
  z.object({ version: z.int().min(0), refunds: z.int().min(0), fen: z.record(z.string(), z.int().min(0)) }),
);
export type Backed = z.infer<ReturnType<typeof backed>>;
export const nothingBacked: Backed = { version: 0, refunds: 0, fen: {} };

type Wish = Pick<BackLine, 'code' | 'amountFen'>;

/** What may still go back of a charge, in fen; the lines of a bill that are of one charge are one. */
export function refundableOf(code: string, paid: readonly Pick<BillLine, 'code' | 'amountFen'>[], { fen }: Backed) {
  return sumFen(paid.filter((one) => one.code === code)) - (fen[code] ?? 0);
}

/** These are promised from now on, by so many more refunds. The caller has seen that there is room. */
export function promised(before: Backed, wishes: readonly Wish[], refunds = 1): Backed {
  return { ...added(before, wishes, 1), refunds: before.refunds + refunds };
}

/** A refund that was rejected promises nothing any more. */
export const unpromised = (before: Backed, wishes: readonly Wish[]): Backed => added(before, wishes, -1);

function added({ version, refunds, fen }: Backed, wishes: readonly Wish[], sign: 1 | -1): Backed {
  const sums = wishes.map(({ code, amountFen }) => [code, (fen[code] ?? 0) + sign * amountFen] as const);
  return { version: version + 1, refunds, fen: { ...fen, ...Object.fromEntries(sums) } };
}
