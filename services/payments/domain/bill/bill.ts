import * as z from 'zod';
import { once } from '#shared/once';
import { sumFen } from '#shared/money';
import { billKind, destination } from '../charge/charge-list.ts';
import { bookingState } from './booking-graph.ts';
import { billState } from './graph.ts';

/** 收费项目 of a bill: what one charge comes to, and where its money goes. */
export const billLine = once(() =>
  z.object({
    code: z.string(),
    payee: z.string(),
    /** By the list that was in force; absent in bills of before collectors were told of what departments assess. */
    kind: billKind.optional(),
    destination,
    merchant: z.string(),
    subject: z.string(),
    quantity: z.number(),
    amountFen: z.int().min(0),
    gate: z.enum(['decision', 'result', 'none']),
    /** Whether a fiscal receipt is owed once it is paid, by the list that was in force. */
    receipt: z.enum(['fiscal', 'none']).default('fiscal'),
  }),
);
export type BillLine = z.infer<ReturnType<typeof billLine>>;

const asked = once(() =>
  z.object({ revision: z.int().min(1), lines: z.array(billLine()).min(1), dueAt: z.coerce.date() }),
);
export type Asked = z.infer<ReturnType<typeof asked>>;

/** Who asks: a department by an assessment of intake, or by itself under a reference of its own. */
const source = once(() =>
  z.discriminatedUnion('by', [
    z.object({ by: z.literal('assessment'), assessmentId: z.string(), caseId: z.uuid(), district: z.string() }),
    z.object({ by: z.literal('department'), district: z.string(), department: z.string(), reference: z.string() }),
    /** What a collector asks under a name of its own; nothing of the account is kept. */
    z.object({ by: z.literal('collector'), district: z.string(), collector: z.string(), debt: z.string() }),
  ]),
);

/** 减缴, 缓缴, 免缴: what one person of the department proposes and another approves. */
export const relief = once(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('reduce'),
      lines: z.array(z.object({ code: z.string(), amountFen: z.int().min(0) })),
      ...proposal(),
    }),
    z.object({ kind: z.literal('defer'), dueAt: z.coerce.date(), ...proposal() }),
    z.object({ kind: z.literal('waive'), ...proposal() }),
  ]),
);
/** `basis`: the rule or decision that allows it, as the department writes it. */
const proposal = () => ({
  basis: z.string(),
  proposedBy: z.string(),
  proposedParty: z.string().optional(),
  proposedAt: z.coerce.date(),
});
export type Relief = z.infer<ReturnType<typeof relief>>;

/** 销账: what is paid here must be booked where it was owed, or is collected. Once, under the bill's own number. */
export const booking = once(() =>
  z.object({
    state: bookingState,
    /** How often it was asked for in vain, and when it is next. */
    asked: z.int().min(0),
    askAt: z.coerce.date().optional(),
    ref: z.string().optional(),
    /** Since when somebody must see to it. */
    unbooked: z.coerce.date().optional(),
  }),
);
export type Booking = z.infer<ReturnType<typeof booking>>;

/** 缴费单: what somebody owes to payees, paid whole or not at all. */
export const bill = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: billState,
    kind: billKind,
    source: source(),
    /** The party that owes it. */
    payer: z.string(),
    ...asked().shape,
    /** What has been asked since an order holds it: it replaces this one when the order ends without money. */
    next: asked().optional(),
    /** What is proposed and not decided. */
    relief: relief().optional(),
    paid: z.object({ orderId: z.uuid(), channel: z.string(), at: z.coerce.date(), revision: z.int() }).optional(),
    /** What has gone back, by which refunds. */
    back: z.array(z.object({ refundId: z.uuid(), amountFen: z.int().min(1) })).default([]),
    /** What is known of the case's own knowledge: when it was noted there, how often it was told, and since when that is a matter. */
    noted: z.coerce.date().optional(),
    told: z.int().min(0).default(0),
    unnoted: z.coerce.date().optional(),
    /** Of a bill that a collector asks, or collects for a department: how it is booked there that it was paid. */
    booking: booking().optional(),
    createdAt: z.coerce.date(),
    timelineHash: z.string(),
  }),
);
export type Bill = z.infer<ReturnType<typeof bill>>;

/** Nothing is asked by it, nor was anything paid. */
export const isOver = ({ state }: Pick<Bill, 'state'>): boolean => state === 'cancelled' || state === 'waived';

/** What was asked by it is asked no more, or is back: a collector that asks the debt again asks it anew. */
export const isDoneWith = ({ state }: Pick<Bill, 'state'>): boolean =>
  state === 'cancelled' || state === 'partly-refunded' || state === 'refunded';

/** The most lines of a bill, and of an order: what one transaction can capture. */
export const mostLines = 50;

/** What has gone back of a bill, in fen. */
export const backOf = ({ back }: Pick<Bill, 'back'>): number => sumFen(back);

export const amountOfBill = ({ lines }: Pick<Bill, 'lines'>): number => sumFen(lines);
/**
 * What an order may take a bill by. It is a row of its own: an order changes it, in its own transaction, without touching the
 * bill, and the bill changes it with every act that makes it payable or not. `released`: an order has let go of it, and the
 * bill has not said yet how it stands.
 */
export const hold = once(() =>
  z.object({
    state: z.enum(['free', 'held', 'released', 'paid', 'shut']),
    revision: z.int().min(1),
    orderId: z.uuid().optional(),
  }),
);
export type Hold = z.infer<ReturnType<typeof hold>>;

/** How a bill stands, its hold looked at: the order that holds it speaks before the bill has heard of it. */
export function standingOf(found: Pick<Bill, 'state'>, { state }: Pick<Hold, 'state'>): Bill['state'] {
  const isOpen = found.state === 'due' || found.state === 'deferred';
  if (isOpen && (state === 'held' || state === 'released')) return 'paying';
  return isOpen && state === 'paid' ? 'paid' : found.state;
}
