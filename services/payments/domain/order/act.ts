import type { Standing } from './channel-words.ts';
import type { SaidEntry } from '../ledger/entry.ts';
import type { Hold } from '../bill/bill.ts';
import { attemptStep, isLive, type AttemptAct } from './graph.ts';
import { amountOfPayment, billsOf, liveAttempt, type Attempt, type Order, type Payment, type Taken } from './order.ts';
import { captureEntry, surplusEntry, surplusOf, type Surplus } from './entries.ts';
import { askAgainAt } from './ask-again.ts';

/** What an act changes of an order: also which bills it holds, pays or lets go, and what is written in the ledger. */
export interface OrderChange {
  before: Order | undefined;
  order: Order;
  act: 'place' | 'begin' | 'end' | 'take-at-once' | AttemptAct;
  holds: readonly { taken: Taken; to: Extract<Hold['state'], 'held' | 'paid' | 'released'> }[];
  entries: readonly SaidEntry[];
  /** What came that no bill takes, of each merchant: it goes back. */
  surplus?: readonly Surplus[];
}

type Placed = Omit<Order, 'version' | 'timelineHash' | 'endedAt'>;

/** One click: the order holds its bills, so that no other can take them (I6). */
export function place(said: Placed): OrderChange {
  const order: Order = { ...said, version: 1, timelineHash: '' };
  return {
    before: undefined,
    order,
    act: 'place',
    holds: order.bills.map((taken) => ({ taken, to: 'held' })),
    entries: [],
  };
}

interface AtOnce {
  number: string;
  way: string;
  /** The slip, or what stands for the notes. */
  channelRef: string;
  amountFen: number;
  at: Date;
  /** Whether the bills can be taken; money for one that cannot is nobody's, and goes back. */
  isFree: boolean;
}

/** The money is there already, in a cashier's hand or at a bank: the order is placed and paid in one act. */
export function takeAtOnce(said: Omit<Placed, 'payments'>, by: AtOnce): OrderChange | undefined {
  const { number, way, channelRef, amountFen, at, isFree } = by;
  const bills = said.bills.map(({ billId }) => billId);
  const { order } = place({ ...said, payments: [{ bills, attempts: [] }] });
  const fits = isFree && amountFen === amountOfPayment(order, { bills });
  const placed = fits ? order : { ...order, endedAt: said.createdAt };
  const begun = begin(placed, 0, { number, way, begunAt: at });
  const change = pay(begun.order, number, { state: 'paid', channelRef, amountFen, at });
  return change && { ...change, before: undefined, order: { ...change.order, version: 1 }, act: 'take-at-once' };
}

/** An attempt is written down before the channel is asked, so that a crash leaves something to ask about. */
export function begin(before: Order, n: number, said: Pick<Attempt, 'number' | 'way' | 'begunAt'>): OrderChange {
  const begun: Attempt = { ...said, state: 'begun', asked: 0, askAt: askAgainAt(0, said.begunAt) };
  const add = (one: Payment): Payment => ({ ...one, attempts: [...one.attempts, begun] });
  return changed(before, 'begin', withPayment(before, n, add));
}

/** No answer came: it is unknown until the channel says (I14), and is asked again later. */
export function lose(before: Order, number: string, at: Date): OrderChange | undefined {
  if (isEarly(before, { number, state: 'unknown', at })) return undefined;
  return step(before, { number, act: 'lose' }, ({ state, asked: earlier }) => {
    // Counted from when it fell silent, however often it had answered before.
    const asked = state === 'unknown' ? earlier + 1 : 0;
    return { asked, askAt: askAgainAt(asked, at) };
  });
}

/** The channel has the charge, and this is what the payer is shown. It is asked again all the same: a notice may be lost. */
export function take(
  before: Order,
  number: string,
  { show, at }: { show: unknown; at: Date },
): OrderChange | undefined {
  if (show === undefined && isEarly(before, { number, state: 'pending', at })) return undefined;
  return step(before, { number, act: 'take' }, ({ asked }) => {
    const next = askAgainAt(asked, at);
    const askAt = at < before.expiresAt && next > before.expiresAt ? before.expiresAt : next;
    return { asked: asked + 1, askAt, ...(show !== undefined && { show }) };
  });
}

/** No news, and not its turn: a payer who asks again and again does not put off when the channel is asked by itself. */
function isEarly(before: Order, { number, state, at }: Pick<Attempt, 'number' | 'state'> & { at: Date }): boolean {
  const found = attemptIn(before, number)?.attempt;
  return found?.state === state && found.askAt !== undefined && at < found.askAt;
}

/** The channel will not have it, or has closed it: another attempt can be made. */
export function end(
  before: Order,
  number: string,
  why: { act: 'refuse' | 'close'; reason?: string },
): OrderChange | undefined {
  const { act, reason } = why;
  return step(before, { number, act }, () => ({ askAt: undefined, show: undefined, ...(reason && { reason }) }));
}

/** Money has come. It pays the bills that its payment holds, once; what comes besides goes back to who paid. */
export function pay(
  before: Order,
  number: string,
  // Two people may have decided that it goes back, whatever its order could take.
  paid: Extract<Standing, { state: 'paid' }> & { forNobody?: true },
): OrderChange | undefined {
  const found = attemptIn(before, number);
  if (!found || !attemptStep(found.attempt.state, 'pay')) return undefined;
  const { channelRef, amountFen, at, day, forNobody } = paid;
  const isAsked = amountFen === amountOfPayment(before, found.payment);
  const takes = !forNobody && !before.endedAt && found.payment.capturedBy === undefined && isAsked;
  const said = { paid: { channelRef, amountFen, at, ...(day && { day }) }, askAt: undefined, show: undefined };
  const change = step(before, { number, act: 'pay' }, () => ({ ...said, ...(!takes && { surplusFen: amountFen }) }));
  if (!change) return undefined;
  if (takes) return captured(change, number);
  const surplus = surplusOf(before, found.payment, { number, amountFen, at });
  return { ...change, surplus, entries: surplusEntries(change.order, number, surplus) };
}

function surplusEntries(order: Order, number: string, surplus: readonly Surplus[]): SaidEntry[] {
  const found = attemptIn(order, number);
  return found ? [surplusEntry(order, found, surplus)] : [];
}

/** The order has run out: what it holds is let go. Undefined while an attempt may still bring money, or it has ended. */
export function expire(before: Order, now: Date): OrderChange | undefined {
  if (before.endedAt || now < before.expiresAt || before.payments.some((one) => liveAttempt(one))) return undefined;
  const open = before.payments.filter(({ capturedBy }) => capturedBy === undefined);
  const holds = open.flatMap((one) => billsOf(before, one)).map((taken) => ({ taken, to: 'released' as const }));
  return { ...changed(before, 'end', { endedAt: now }), holds };
}

function captured(change: OrderChange, number: string): OrderChange {
  const { order } = change;
  const found = attemptIn(order, number);
  if (!found) return change;
  // Another charge that is open there is closed at once: nobody is to pay a second time.
  const at = found.attempt.paid?.at;
  const close = (one: Attempt): Attempt => (isLive(one.state) ? { ...one, askAt: at } : one);
  const payments = withPayment(order, found.n, (one) => {
    return { ...one, capturedBy: number, attempts: one.attempts.map(close) };
  });
  const isLast = payments.payments.every(({ capturedBy }) => capturedBy !== undefined);
  const is: Order = { ...order, ...payments, ...(isLast && { endedAt: found.attempt.paid?.at ?? order.createdAt }) };
  const bills = billsOf(order, found.payment);
  return {
    ...change,
    order: is,
    holds: bills.map((taken) => ({ taken, to: 'paid' as const })),
    entries: [captureEntry(order, found.payment, found.attempt)],
  };
}

/** The attempt of a number, and the payment it is of. */
export function attemptIn(found: Order, number: string) {
  for (const [n, payment] of found.payments.entries()) {
    const attempt = payment.attempts.find((one) => one.number === number);
    if (attempt) return { n, payment, attempt };
  }
  return undefined;
}

function step(
  before: Order,
  { number, act }: { number: string; act: AttemptAct },
  more: (attempt: Attempt) => Partial<Attempt>,
): OrderChange | undefined {
  const found = attemptIn(before, number);
  const to = found && attemptStep(found.attempt.state, act);
  if (!found || !to) return undefined;
  const moved = (one: Attempt): Attempt => (one.number === number ? { ...one, ...more(one), state: to } : one);
  const is = withPayment(before, found.n, (one) => ({ ...one, attempts: one.attempts.map(moved) }));
  return changed(before, act, is);
}

function withPayment({ payments }: Order, n: number, by: (one: Payment) => Payment): Pick<Order, 'payments'> {
  return { payments: payments.map((one, at) => (at === n ? by(one) : one)) };
}

function changed(before: Order, act: OrderChange['act'], is: Partial<Order>): OrderChange {
  return { before, order: { ...before, ...is, version: before.version + 1 }, act, holds: [], entries: [] };
}
