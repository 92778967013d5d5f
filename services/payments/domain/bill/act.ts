import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { fact, type Fact } from '#events/event';
import { amountOfBill, backOf, standingOf, type Asked, type Bill, type Hold } from './bill.ts';
import { awaitsNote } from './mop-up.ts';
import type { BookingAct } from './booking-graph.ts';
import { billStep, type BillAct } from './graph.ts';

/** What an act changes of a bill, and of what an order may take it by. */
export interface BillChange {
  /** Of a new bill: which one of the same debt it follows. */
  follows?: string;
  before: Bill | undefined;
  bill: Bill;
  hold: { before: Hold | undefined; after: Hold };
  act:
    | BillAct
    | 'raise'
    | 'note'
    | 'remind'
    | 'escalate'
    | 'propose-relief'
    | 'reject-relief'
    | 'claim'
    | `booking-${BookingAct}`;
  facts: readonly Fact[];
}

/** A bill and its hold, as they are read together. */
export interface Held {
  bill: Bill;
  hold: Hold;
}

type Raised = Omit<Bill, 'version' | 'state' | 'timelineHash' | 'paid' | 'next' | 'back' | 'told'>;

/** A new bill. What comes to nothing is paid at once, by nobody. */
export function raise(said: Raised): BillChange {
  const isNothing = amountOfBill(said) === 0;
  const bill: Bill = { ...said, version: 1, state: isNothing ? 'paid' : 'due', back: [], told: 0, timelineHash: '' };
  const after: Hold = { state: isNothing ? 'shut' : 'free', revision: said.revision };
  return { before: undefined, bill, hold: { before: undefined, after }, act: 'raise', facts: factsOf(bill) };
}

/** It was cancelled before it was heard of: a bill that nobody can pay. */
export function raiseCancelled(said: Raised): BillChange {
  const raised = raise(said);
  const bill: Bill = { ...raised.bill, state: 'cancelled' };
  const after: Hold = { state: 'shut', revision: said.revision };
  return { ...raised, bill, hold: { before: undefined, after }, facts: factsOf(bill) };
}

/** What is asked has changed; undefined where that is no news, or nothing can be asked of the bill any more. */
export function revise({ bill, hold }: Held, asked: Asked): BillChange | undefined {
  const last = bill.next?.revision ?? bill.revision;
  const standing = standingOf(bill, hold);
  const to = billStep(standing, 'revise');
  if (asked.revision <= last || !to) return undefined;
  if (standing === 'paying') return changed({ bill, hold }, { act: 'revise', is: { next: asked, relief: undefined } });
  return asks({ bill, hold }, asked, { act: 'revise', state: to });
}

/** This is asked from now on, and nobody holds it; what comes to nothing is paid at once. */
export function asks(held: Held, asked: Asked, { act, state }: { act: BillAct; state: Bill['state'] }): BillChange {
  const is = { ...asked, next: undefined, relief: undefined };
  if (amountOfBill(asked) > 0)
    return changed(held, { act, is: { ...is, state }, hold: { state: 'free', revision: asked.revision } });
  return changed(held, {
    act: 'clear',
    is: { ...is, state: 'paid' },
    hold: { state: 'shut', revision: asked.revision },
  });
}

/** Another asks what a collector's account owes, and may pay it. Undefined where it is his, or not to be paid now. */
export function claim({ bill, hold }: Held, payer: string): BillChange | undefined {
  if (bill.payer === payer || hold.state !== 'free') return undefined;
  return { ...changed({ bill, hold }, { act: 'claim', is: { payer } }), facts: [] };
}

/** Nothing is to be paid any more; an order that is on its way decides what becomes of it. */
export function cancel({ bill, hold }: Held, why: 'cancel' | 'waive'): BillChange | undefined {
  const standing = standingOf(bill, hold);
  if (standing === 'paying')
    return changed({ bill, hold }, { act: 'ask-cancel', is: { state: 'cancel-pending', relief: undefined } });
  const to = billStep(standing, why);
  const shut = { state: 'shut', revision: bill.revision } as const;
  return to && changed({ bill, hold }, { act: why, is: { state: to, relief: undefined }, hold: shut });
}

/** How the order that held it has ended: with the money, or without it. Undefined where the bill knows that already. */
export function settle({ bill, hold }: Held, paid: NonNullable<Bill['paid']> | undefined): BillChange | undefined {
  if (paid && hold.state === 'paid' && !bill.paid) return take({ bill, hold }, paid);
  if (paid || hold.state !== 'released') return undefined;
  if (bill.state === 'cancel-pending') {
    return changed(
      { bill, hold },
      { act: 'free', is: { state: 'cancelled' }, hold: { state: 'shut', revision: bill.revision } },
    );
  }
  if (bill.next) return asks({ bill, hold }, bill.next, { act: 'free', state: 'due' });
  return changed({ bill, hold }, { act: 'free', is: {}, hold: { state: 'free', revision: bill.revision } });
}

/** It was paid by the revision that the order has taken: what came after that is the office's to ask anew. */
function take({ bill, hold }: Held, paid: NonNullable<Bill['paid']>): BillChange {
  // A collector is told at once, by the clock: also where a department has assessed what 税务 collects.
  const isCollected = bill.kind !== 'non-tax';
  const booking = isCollected && { booking: { state: 'due' as const, asked: 0, askAt: paid.at } };
  return changed(
    { bill, hold },
    { act: 'pay', is: { state: 'paid', paid, next: undefined, relief: undefined, ...booking } },
  );
}

/** Something of what was paid is back with the payer. Undefined where the bill knows that already. */
export function giveBack({ bill, hold }: Held, refund: Bill['back'][number]): BillChange | undefined {
  if (bill.back.some(({ refundId }) => refundId === refund.refundId)) return undefined;
  const back = [...bill.back, refund];
  const act = backOf({ back }) === amountOfBill(bill) ? 'refund-rest' : 'refund';
  const state = billStep(bill.state, act);
  // Of what is back whole nothing is to be booked any more.
  const isSettled = act === 'refund-rest' && bill.booking && { booking: { ...bill.booking, unbooked: undefined } };
  return state && changed({ bill, hold }, { act, is: { state, back, ...isSettled } });
}

/** The case knows of the payment: nobody need see to it any more. Undefined where that was known. */
export function note({ bill, hold }: Held, at: Date): BillChange | undefined {
  if (bill.noted || !bill.paid) return undefined;
  return { ...changed({ bill, hold }, { act: 'note', is: { noted: at, unnoted: undefined } }), facts: [] };
}

/** No answer came: it is told again, and in the end somebody must see to it. Undefined where nothing is awaited by now. */
export function mopUp({ bill, hold }: Held, at: Date): BillChange | undefined {
  const due = awaitsNote(bill);
  if (!due || due > at) return undefined;
  const told = bill.told + 1;
  if (told === 1) return changed({ bill, hold }, { act: 'remind', is: { told } });
  return { ...changed({ bill, hold }, { act: 'escalate', is: { told, unnoted: at } }), facts: [] };
}

/** What a step of a bill changes. */
interface Step {
  act: BillChange['act'];
  is: Partial<Bill>;
  hold?: Hold;
}

export function changed({ bill, hold }: Held, { act, is, hold: after }: Step): BillChange {
  const next: Bill = { ...bill, ...is, version: bill.version + 1 };
  return { before: bill, bill: next, hold: { before: hold, after: after ?? hold }, act, facts: factsOf(next) };
}

const told = {
  due: 'due',
  deferred: 'due',
  paying: 'due',
  'cancel-pending': 'due',
  paid: 'paid',
  reconciled: 'paid',
  remitted: 'paid',
  'partly-refunded': 'paid',
  refunded: 'refunded',
  cancelled: 'cancelled',
  waived: 'cancelled',
} as const satisfies Record<Bill['state'], 'due' | 'paid' | 'refunded' | 'cancelled'>;

/** What the set of the case must hear. */
function factsOf(bill: Bill): Fact[] {
  const { source, paid } = bill;
  if (source.by !== 'assessment') return [];
  const { assessmentId, caseId, district } = source;
  const revision = paid?.revision ?? bill.next?.revision ?? bill.revision;
  const paidFen = paid ? amountOfBill(bill) : 0;
  const about = { billId: bill.id, assessmentId, revision, caseId };
  const data = { ...about, state: told[bill.state], paidFen, refundedFen: backOf(bill) };
  return [fact(BillChangedV1, data, district)];
}
