import type { Order } from '../order/order.ts';
import { billsOf } from '../order/order.ts';
import { transitOf } from '../ledger/accounts.ts';
import type { Refund } from '../refund/refund.ts';
import type { Released } from '../remittance/released.ts';
import { cashChannel } from '../shift/cash-channel.ts';
import { toDeposit, type Shift, type Slips } from '../shift/shift.ts';
import { expect, expectPayment, type Expected } from './expected.ts';

interface Dated {
  /** The day on which it was brought there, or transferred. */
  day: string;
}

/** What a shift has taken in cash, for whom, by merchant. */
export function cashLines(orders: readonly Order[]): Map<string, Released['lines']> {
  const lines = orders
    .flatMap((order) => order.payments.filter(isCash).flatMap((one) => billsOf(order, one)))
    .flatMap((bill) => bill.lines)
    .filter(({ amountFen }) => amountFen > 0);
  return new Map(
    [...Map.groupBy(lines, ({ merchant }) => merchant)].map(([merchant, own]) => [merchant, summed(own)] as const),
  );
}

const isCash = ({ attempts, capturedBy }: Order['payments'][number]): boolean =>
  attempts.some(({ number, way }) => number === capturedBy && way === 'cash');

type Line = Order['bills'][number]['lines'][number];

function summed(lines: readonly Line[]): Released['lines'] {
  const groups = Map.groupBy(lines, ({ payee, destination, code, subject }) =>
    [payee, destination, code, subject].join(' '),
  );
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const { payee, destination, code, subject } = first;
    const inFen = rest.reduce((sum, { amountFen }) => sum + amountFen, first.amountFen);
    return [{ payee, destination, code, subject, inFen, outFen: 0 }];
  });
}

/** What the bag of a shift held: the bank shows it by its slips, and with them what was paid in cash is reconciled. */
export function expectDeposits(
  { id: shift, deposits = [] }: Pick<Shift, 'id' | 'deposits'>,
  cash: ReadonlyMap<string, Released['lines']>,
  { day }: Dated,
): Expected[] {
  return deposits.map((one) => {
    const lines = cash.get(one.merchant) ?? [];
    return awaited(one, { day, id: `deposit.${shift}.${one.merchant}`, lines });
  });
}

/** What was missing and is made good. Where nothing was left of a merchant's cash, this is its deposit. */
export function expectCovers(found: Shift, cash: ReadonlyMap<string, Released['lines']>, dated: Dated): Expected[] {
  const { id: shift, covered = [] } = found;
  const inBag = toDeposit(found);
  const whole = covered.filter(({ merchant }) => !inBag.has(merchant));
  const rest = covered.filter(({ merchant }) => inBag.has(merchant));
  return [
    ...expectDeposits({ id: shift, deposits: whole }, cash, dated),
    ...rest.map((one) => awaited(one, { ...dated, id: `cover.${shift}.${one.merchant}`, lines: [] })),
  ];
}

type Said = Dated & Pick<Expected, 'id' | 'lines'>;
function awaited({ merchant, amountFen, slip }: Slips[number], said: Said): Expected {
  const place = { channel: cashChannel, merchant };
  return expect({ ...said, ...place, amountFen, number: slip, account: transitOf(place) });
}

/** What goes back by hand: once the bank has shown it, it is taken off what goes to the payee. */
export function expectPayOut({ id, merchant, amountFen, of, done }: Refund, { day }: Dated): Expected | undefined {
  if (!done) return undefined;
  const back = of.kind === 'lines' ? of.lines : [];
  const lines = back.map(({ payee, destination, code, subject, amountFen: outFen }) => ({
    payee,
    destination,
    code,
    subject,
    inFen: 0,
    outFen,
  }));
  return expectPayment({ id: `refund.${id}`, merchant, day, paidFen: amountFen, number: done.proof, lines });
}
