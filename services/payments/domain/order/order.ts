import * as z from 'zod';
import { once } from '#shared/once';
import { sumFen } from '#shared/money';
import { destination } from '../charge/charge-list.ts';
import { attemptState, isLive } from './graph.ts';

/** A bill as the order has taken it: what it asked then is what is paid. */
const taken = once(() =>
  z.object({
    billId: z.uuid(),
    revision: z.int().min(1),
    lines: z.array(
      z.object({
        code: z.string(),
        payee: z.string(),
        destination,
        merchant: z.string(),
        /** Absent in orders of before statements were read. */
        subject: z.string().default(''),
        amountFen: z.int().min(0),
      }),
    ),
  }),
);
export type Taken = z.infer<ReturnType<typeof taken>>;

/** 支付尝试: one charge at the channel. Its number is never used for another. */
export const attempt = once(() =>
  z.object({
    number: z.string().regex(/^[0-9a-f]{32}$/),
    way: z.string(),
    state: attemptState,
    begunAt: z.coerce.date(),
    /** What the payer is shown, while it is pending. */
    show: z.unknown().optional(),
    /** How often the channel has been asked since it fell silent, and when it is asked again. */
    asked: z.int().min(0),
    askAt: z.coerce.date().optional(),
    reason: z.string().optional(),
    paid: z
      .object({
        channelRef: z.string(),
        amountFen: z.int().min(1),
        at: z.coerce.date(),
        /** The channel's own accounting day, where that is not the day of `at`. */
        day: z.string().optional(),
      })
      .optional(),
    /** What came of it that no bill takes: it goes back by itself. */
    surplusFen: z.int().min(1).optional(),
  }),
);
export type Attempt = z.infer<ReturnType<typeof attempt>>;

/** One act of the payer: what one merchant takes, or several whom the channel combines. */
export const payment = once(() =>
  z.object({
    bills: z.array(z.uuid()).min(1),
    attempts: z.array(attempt()).max(20),
    /** The attempt by which its bills are paid. */
    capturedBy: z.string().optional(),
  }),
);
export type Payment = z.infer<ReturnType<typeof payment>>;

/** 支付订单: one click, many bills. `ended` is when its last bill was paid or let go. */
export const order = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    /** The party that pays, who need not be the one that owes. */
    payer: z.string(),
    channel: z.string(),
    /** The shift of the cashier who took it, where it was paid at a counter. */
    shift: z.uuid().optional(),
    /** The money in suspense that it was paid by, and the channel whose it was there. */
    suspense: z.object({ id: z.uuid(), channel: z.string() }).optional(),
    bills: z.array(taken()).min(1).max(50),
    payments: z.array(payment()).min(1),
    createdAt: z.coerce.date(),
    expiresAt: z.coerce.date(),
    endedAt: z.coerce.date().optional(),
    timelineHash: z.string(),
  }),
);
export type Order = z.infer<ReturnType<typeof order>>;

export type OrderState = 'open' | 'confirming' | 'paid' | 'partly-paid' | 'expired';

/** How an order stands: what its payments make of it. `confirming`: the channel has not answered, and is asked again. */
export function orderState({ payments, endedAt }: Pick<Order, 'payments' | 'endedAt'>): OrderState {
  const paid = payments.filter(({ capturedBy }) => capturedBy !== undefined).length;
  if (paid === payments.length) return 'paid';
  if (endedAt) return paid > 0 ? 'partly-paid' : 'expired';
  return payments.some(({ attempts }) => attempts.some(({ state }) => state === 'unknown')) ? 'confirming' : 'open';
}

/** The bills of a payment, as they were taken. */
export function billsOf({ bills }: Pick<Order, 'bills'>, { bills: ids }: Pick<Payment, 'bills'>): Taken[] {
  return bills.filter(({ billId }) => ids.includes(billId));
}

/** What each merchant takes of a payment, in fen: the parts of a charge (I7). */
export function partsOf(found: Pick<Order, 'bills'>, paying: Pick<Payment, 'bills'>) {
  const merchants = Map.groupBy(
    billsOf(found, paying).flatMap(({ lines }) => lines),
    ({ merchant }) => merchant,
  );
  return [...merchants].map(([merchant, lines]) => ({ merchant, amountFen: sumFen(lines) }));
}

/** The parts of a charge, each with its own number at the channel: where there is one, that is the charge's. */
export function numberedParts(found: Pick<Order, 'bills'>, paying: Pick<Payment, 'bills'>, number: string) {
  const parts = partsOf(found, paying);
  return parts.map((part, n) => ({ ...part, number: parts.length === 1 ? number : partNumber(number, n) }));
}

/** At most 32 characters, and no other attempt's: the last two of its number make room for the place of the part. */
const partNumber = (number: string, n: number): string => `${number.slice(0, 30)}${n.toString(16).padStart(2, '0')}`;

export const amountOfPayment = (found: Pick<Order, 'bills'>, paying: Pick<Payment, 'bills'>): number =>
  sumFen(partsOf(found, paying));

/** The attempt that may still bring money; at most one of a payment. */
export const liveAttempt = ({ attempts }: Pick<Payment, 'attempts'>): Attempt | undefined =>
  attempts.find(({ state }) => isLive(state));

/** The charge of which a number is one part, at that merchant: its payment and attempt. */
export function chargeOfPart(found: Order, { number, merchant }: { number: string; merchant: string }) {
  for (const payment of found.payments) {
    for (const attempt of payment.attempts) {
      const parts = numberedParts(found, payment, attempt.number);
      const part = parts.find((one) => one.number === number && one.merchant === merchant);
      if (part) return { payment, attempt, part };
    }
  }
  return undefined;
}
