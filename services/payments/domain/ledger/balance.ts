import { accountKinds, kindOf } from './accounts.ts';
import type { Entry } from './entry.ts';

/** What stands on each side of an account, in fen. Both only grow: a correction is another entry. */
export interface Balance {
  debitFen: number;
  creditFen: number;
}
export type Balances = ReadonlyMap<string, Balance>;

/** The balances after these entries. An entry counts once, however often it is read (I12). */
export function balancesAfter(before: Balances, entries: Iterable<Entry>): Map<string, Balance> {
  const balances = new Map([...before].map(([account, balance]) => [account, { ...balance }]));
  const seen = new Set<string>();
  for (const { id, legs } of entries) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const { account, side, amountFen } of legs) {
      const found = balances.get(account) ?? { debitFen: 0, creditFen: 0 };
      balances.set(account, { ...found, [`${side}Fen`]: found[`${side}Fen`] + amountFen });
    }
  }
  return balances;
}

/** What an account holds on the side on which it usually does, in fen; below zero only where something is wrong. */
export function heldBy(account: string, { debitFen, creditFen }: Balance): number {
  return accountKinds[kindOf(account)].normal === 'debit' ? debitFen - creditFen : creditFen - debitFen;
}

/** 试算平衡: all accounts, and both sides, which are equal. */
export function trialBalance(balances: Balances) {
  const accounts = [...balances]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([account, balance]) => ({ account, ...balance, heldFen: heldBy(account, balance) }));
  const sum = (side: 'debitFen' | 'creditFen') => accounts.reduce((total, one) => total + one[side], 0);
  const [debitFen, creditFen] = [sum('debitFen'), sum('creditFen')];
  return { accounts, debitFen, creditFen, differenceFen: debitFen - creditFen };
}
