import { balancesAfter, heldBy, type Balances } from './balance.ts';
import type { Entry } from './entry.ts';

const nothing = { debitFen: 0, creditFen: 0 };

/**
 * 分户账 of one day: what an account held before it, what each side moved, and what it holds then (I10), with the entries that
 * touch it, the oldest first. Undefined where the account has never been written on.
 */
export function accountDay(account: string, before: Balances, ofDay: readonly Entry[]) {
  const touching = ofDay.filter(({ legs }) => legs.some((one) => one.account === account));
  const was = before.get(account);
  if (!was && touching.length === 0) return undefined;
  const [from, to] = [was ?? nothing, balancesAfter(before, touching).get(account) ?? nothing];
  return {
    account,
    openingFen: heldBy(account, from),
    debitFen: to.debitFen - from.debitFen,
    creditFen: to.creditFen - from.creditFen,
    closingFen: heldBy(account, to),
    entries: touching.toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1)),
  };
}
