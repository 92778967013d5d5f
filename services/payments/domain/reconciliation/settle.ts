import * as z from 'zod';
import { once } from '#shared/once';
import { clearingOf, feesDueOf, feesOf, transitOf } from '../ledger/accounts.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';

/** What the rows of a file come to that are done and in yuan: the money that the channel says it has moved. */
export const moved = once(() => z.object({ inFen: z.int(), outFen: z.int(), feeFen: z.int() }));
export type Moved = z.infer<ReturnType<typeof moved>>;

interface Place {
  channel: string;
  merchant: string;
  /** Whether its payee has an account of its own: then the fee is taken out of what is paid out. */
  isOwnAccount: boolean;
}

/**
 * All that a channel says it pays out leaves clearing, whether it matches or not: what stays there is what does not agree (I10). Of the
 * treasury's money no fee is taken: finance owes it to the channel besides.
 */
export function settleEntries({ inFen, outFen, feeFen }: Moved, place: Place): SaidEntry[] {
  const transit = transitOf(place);
  const clearing = clearingOf(place);
  const paidOut = [
    ...leg(clearing, 'credit', inFen),
    ...leg(clearing, 'debit', outFen),
    ...leg(transit, 'debit', inFen - outFen),
  ];
  const fee = [
    ...leg(feesOf(place), 'debit', feeFen),
    ...leg(place.isOwnAccount ? transit : feesDueOf(place), 'credit', feeFen),
  ];
  return [
    ...(paidOut.length > 0 ? [{ kind: 'settle' as const, legs: paidOut }] : []),
    ...(fee.length > 0 ? [{ kind: 'fee' as const, legs: fee }] : []),
  ];
}

/** Takes entries back that another revision of the file has made wrong: each by one that says the opposite, and names it. */
export function unsettleEntries(entries: readonly SaidEntry[], ids: readonly string[]): SaidEntry[] {
  return entries.map(({ legs }, n) => {
    const corrects = ids[n];
    return { kind: 'unsettle', legs: legs.map(opposite), ...(corrects && { corrects }) };
  });
}

const opposite = (one: Leg): Leg => ({ ...one, side: one.side === 'debit' ? 'credit' : 'debit' });

/** Below zero it is the other side; nothing is no leg. */
function leg(account: string, side: Leg['side'], amountFen: number): Leg[] {
  if (amountFen === 0) return [];
  const made: Leg = { account, side, amountFen: Math.abs(amountFen) };
  return [amountFen > 0 ? made : opposite(made)];
}
