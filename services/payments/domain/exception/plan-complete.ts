import type { ClearingItem } from '../ledger/clearing-item.ts';
import type { SaidEntry } from '../ledger/entry.ts';
import { pay, type OrderChange } from '../order/act.ts';
import type { Standing } from '../order/channel-words.ts';
import { attemptStep } from '../order/graph.ts';
import { amountOfPayment, chargeOfPart } from '../order/order.ts';
import { hearRefund } from '../refund/act.ts';
import type { Plan, Planned } from './plan.ts';
import type { Situation } from './situation.ts';

const notOurs = { fault: 'not-ours' } as const;

/** 补单: the charge, or the refund, of that number is heard as the statement says it, by its own path. */
export function planComplete(situation: Situation): Planned {
  const { found, refund, at } = situation;
  const { row, day, merchant } = found;
  if (row?.status !== 'done' || row.currency !== 'CNY') return { fault: 'does-not-fit' };
  if (row.direction === 'in') return heard(situation, {});
  if (!refund || refund.amountFen !== row.amountFen || refund.merchant !== merchant) return notOurs;
  const change = hearRefund(refund, { state: 'done', channelRef: row.ref, at: row.at, day }, at);
  if (!change) return notOurs;
  return { act: 'settle', entries: [], refund: change, reconciles: clearsOf(change.entries), feeFen: row.feeFen };
}

/** A charge of ours of which we have not heard that it was paid has been. `forNobody`: it goes back, whatever its order could take. */
export function heard(
  { found, order, freshId }: Situation,
  { forNobody }: { forNobody?: true },
): Plan | typeof notOurs {
  const { row, merchant, day } = found;
  const of = row && order && chargeOfPart(order, { number: row.number, merchant });
  if (!row || !order || !of || !attemptStep(of.attempt.state, 'pay')) return notOurs;
  const isAsked = of.part.amountFen === row.amountFen;
  // The parts of a combined charge are paid all or none: of another amount nobody can say what came of the others.
  if (!isAsked && of.part.number !== of.attempt.number) return notOurs;
  const amountFen = isAsked ? amountOfPayment(order, of.payment) : row.amountFen;
  const paid: Extract<Standing, { state: 'paid' }> = { state: 'paid', channelRef: row.ref, amountFen, at: row.at, day };
  const change = pay(order, of.attempt.number, { ...paid, ...(forNobody && { forNobody }) });
  if (!change) return notOurs;
  const reconciles = clearsOf(change.entries).filter((one) => one.number === row.number);
  const named = withId(change, { merchant, id: freshId });
  return { act: 'settle', entries: [], order: named, reconciles, feeFen: row.feeFen };
}

/** The refund of this merchant's share has an id that the exception can wait for. */
function withId(change: OrderChange, { merchant, id }: { merchant: string; id: string }): OrderChange {
  const surplus = change.surplus?.map((one) => (one.merchant === merchant ? { ...one, id } : one));
  return { ...change, ...(surplus && { surplus }) };
}

const clearsOf = (entries: readonly SaidEntry[]): ClearingItem[] => entries.flatMap(({ clears = [] }) => [...clears]);
