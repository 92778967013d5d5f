import { dayOf } from '#shared/calendar';
import type { Exception } from '../exception/exception.ts';
import { numberedParts, type Attempt, type Order, type Payment } from '../order/order.ts';
import { reconciliationId } from '../reconciliation/reconciliation.ts';
import { cashChannel } from '../shift/cash-channel.ts';

/** What became of the money of a bill that is paid: its channel and the ledger say the same of it; it is where the law puts it. */
export type Stage = 'paid' | 'reconciled' | 'remitted';
const inOrder: readonly Stage[] = ['paid', 'reconciled', 'remitted'];

/** What of a bill one merchant has taken, and where a statement shows it. */
export interface PaidShare {
  merchant: string;
  channel: string;
  day: string;
  number: string;
  /** What releases it, where that is the bank's word and no statement of a channel. */
  slip?: string;
  /** The till in which it lay: the slip is of the day on which that was brought to the bank. */
  shift?: string;
}

/** The shares of a bill in the order that has paid it; none where it was paid by nobody. */
export function paidShares(order: Order, billId: string): PaidShare[] {
  const payment = order.payments.find((one) => one.bills.includes(billId) && one.capturedBy !== undefined);
  const attempt = payment?.attempts.find(({ number }) => number === payment.capturedBy);
  if (!payment || !attempt?.paid) return [];
  const own = new Set(
    order.bills
      .filter((one) => one.billId === billId)
      .flatMap(({ lines }) => lines.filter(({ amountFen }) => amountFen > 0).map(({ merchant }) => merchant)),
  );
  return sharesTaken(order, { payment, attempt }).filter(({ merchant }) => own.has(merchant));
}

/** What each merchant has taken by an attempt; nothing where it is not paid. */
export function sharesTaken(order: Order, { payment, attempt }: { payment: Payment; attempt: Attempt }): PaidShare[] {
  const { paid, number, way } = attempt;
  if (!paid) return [];
  const day = paid.day ?? dayOf(paid.at);
  return numberedParts(order, payment, number).map((part) =>
    shareOf(order, way, { merchant: part.merchant, number: part.number, day }),
  );
}

type Part = Pick<PaidShare, 'merchant' | 'number' | 'day'>;

function shareOf({ shift, channel }: Order, way: string, part: Part): PaidShare {
  if (shift && way === 'cash')
    return { ...part, channel: cashChannel, slip: `deposit.${shift}.${part.merchant}`, shift };
  if (shift) return { ...part, channel: `${channel}-${way}`, slip: `${channel}-${way}.${part.number}` };
  return channel === 'elsewhere' ? { ...part, channel, slip: `${channel}.${part.number}` } : { ...part, channel };
}

/** Another revision releases what it changes under a name of its own. */
const laterRevisions = [2, 3, 4];

/** What may have released a share, the likeliest first: the first of them that has released anything tells of it. */
export function sourcesOf(
  { channel, merchant, day, slip }: PaidShare,
  exception: Pick<Exception, 'id' | 'money'> | undefined,
): string[] {
  if (slip !== undefined) return [slip];
  // Where a fee alone is in question the amount was released with its day.
  if (exception?.money === 'end') return [exception.id];
  const first = reconciliationId({ channel, merchant, day });
  return [first, ...laterRevisions.map((n) => `${first}#${n}`)];
}

/** A bill stands where the last of its shares does. */
export const stageOf = (shares: readonly Stage[]): Stage => inOrder.find((stage) => shares.includes(stage)) ?? 'paid';
