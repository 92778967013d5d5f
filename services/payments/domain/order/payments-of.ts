import type { Taken } from './order.ts';

export type Split = { payments: { bills: string[] }[] } | { fault: 'too-many-merchants'; billId: string };

const merchantsOf = (bills: readonly Taken[]) =>
  new Set(bills.flatMap(({ lines }) => lines.map(({ merchant }) => merchant)));

/**
 * How many acts of the payer it takes: all in one where the channel combines so many merchants (at most `mostParts`), else
 * as few as it can be. A bill is never split: one whose merchants the channel cannot combine cannot be paid there.
 */
export function paymentsOf(bills: readonly Taken[], mostParts: number): Split {
  const tooMany = bills.find((one) => merchantsOf([one]).size > mostParts);
  if (tooMany) return { fault: 'too-many-merchants', billId: tooMany.billId };
  const payments: Taken[][] = [];
  // Those of the same merchants come after one another, so that they go together.
  const sorted = bills.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  for (const one of sorted) {
    const last = payments.at(-1);
    if (last && merchantsOf([...last, one]).size <= mostParts) last.push(one);
    else payments.push([one]);
  }
  return { payments: payments.map((group) => ({ bills: group.map(({ billId }) => billId) })) };
}

const nameOf = (one: Taken): string => [...merchantsOf([one])].toSorted().join(' ');
