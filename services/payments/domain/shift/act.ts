import { dayOf } from '#shared/calendar';
import { shortageOf, suspenseOf, tillOf, transitOf } from '../ledger/accounts.ts';
import type { Leg, SaidEntry } from '../ledger/entry.ts';
import { hold, type SuspenseChange } from '../suspense/act.ts';
import { cashChannel } from './cash-channel.ts';
import { shiftStep, type ShiftAct } from './graph.ts';
import {
  expectedCash,
  largestOf,
  surplusOf,
  toCover,
  toDeposit,
  type CounterWay,
  type Shift,
  type Slips,
} from './shift.ts';

/** What an act changes of a shift, and what is written in the ledger. */
export interface ShiftChange {
  before: Shift | undefined;
  shift: Shift;
  act: ShiftAct | 'open';
  entries: readonly SaidEntry[];
  /** What was too much in the till, where it is looked for whose it is. */
  suspended?: SuspenseChange;
}

type Opened = Pick<Shift, 'id' | 'cashier' | 'cashierParty' | 'office' | 'hall' | 'window' | 'floatFen' | 'openedAt'>;

export function open(said: Opened): ShiftChange {
  const begun = { version: 1, state: 'open' as const, timelineHash: '' };
  const shift: Shift = { ...said, ...begun, cash: {}, posFen: 0, transferFen: 0, payments: 0 };
  return { before: undefined, shift, act: 'open', entries: [] };
}

/** Somebody has paid: what each merchant's share was. The ledger entry is the order's. */
export function takeIn(
  before: Shift,
  way: CounterWay,
  parts: readonly { merchant: string; amountFen: number }[],
): ShiftChange | undefined {
  const total = parts.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const payments = before.payments + 1;
  if (way !== 'cash') {
    const kept = way === 'pos' ? 'posFen' : 'transferFen';
    return step(before, 'take', { payments, [kept]: before[kept] + total });
  }
  const more = parts.map(({ merchant, amountFen }) => [merchant, (before.cash[merchant] ?? 0) + amountFen] as const);
  return step(before, 'take', { payments, cash: { ...before.cash, ...Object.fromEntries(more) } });
}

/** The cash is counted, the float with it. A difference needs a reason, which the caller has seen to. */
export function count(before: Shift, said: { cashFen: number; reason?: string; at: Date }): ShiftChange | undefined {
  return step(before, 'count', { counted: { ...said, differenceFen: said.cashFen - expectedCash(before) } });
}

/** The other person comes to another sum: it is counted anew. */
export const sendBack = (before: Shift): ShiftChange | undefined => step(before, 'send-back', { counted: undefined });

/** The other person comes to the same sum, and the bag is sealed: now the difference is a fact, and is booked. */
export function seal(before: Shift, sealed: NonNullable<Shift['sealed']>): ShiftChange | undefined {
  const change = step(before, 'seal', { sealed });
  const suspended = over(before, sealed.at);
  return change && { ...change, entries: differenceEntry(before), ...(suspended && { suspended }) };
}

/** 长款 lies with the largest merchant, as `toDeposit` has it; of a shift there is one at most, so it has the shift's id. */
function over({ id, counted, cash, ...found }: Shift, since: Date): SuspenseChange | undefined {
  const amountFen = surplusOf({ counted });
  if (amountFen === 0) return undefined;
  const merchant = largestOf(cash);
  const origin = { kind: 'shift' as const, id, day: dayOf(since) };
  return hold({ id, channel: 'counter', merchant, amountFen, origin, ref: found.window, since });
}

/** The bag is on its way to the bank, which shows it by the slip of each merchant. `differs`: the slips are not what lay in the bag. */
export function deposit(before: Shift, slips: Slips, day: string): ShiftChange | 'differs' | undefined {
  const change = step(before, 'deposit', { deposits: slips, depositedOn: day });
  if (!change) return undefined;
  if (!isOf(slips, toDeposit(before))) return 'differs';
  const legs = broughtFrom(slips, (merchant) => tillOf(before.id, merchant));
  return { ...change, entries: legs.length > 0 ? [{ kind: 'deposit', legs }] : [] };
}

/** What was missing of each merchant is made good (短款补足), where it was missing. Undefined where nothing is; `differs`: it is not that. */
export function cover(before: Shift, slips: Slips, day: string): ShiftChange | 'differs' | undefined {
  const missing = toCover(before);
  if (missing.size === 0 || before.covered) return undefined;
  if (!isOf(slips, missing)) return 'differs';
  const change = step(before, 'cover', { covered: slips, coveredOn: day });
  const legs = broughtFrom(slips, () => shortageOf(before.id));
  return change && { ...change, entries: [{ kind: 'cover', legs }] };
}

/** Whether there is one slip for each merchant, of what is wanted of it. */
function isOf(slips: Slips, wanted: ReadonlyMap<string, number>): boolean {
  const brought = new Map(slips.map(({ merchant, amountFen }) => [merchant, amountFen]));
  const same = brought.size === slips.length && brought.size === wanted.size;
  return same && [...wanted].every(([merchant, amountFen]) => brought.get(merchant) === amountFen);
}

const broughtFrom = (slips: Slips, from: (merchant: string) => string): Leg[] =>
  slips.flatMap(({ merchant, amountFen }): Leg[] => [
    { account: transitOf({ channel: cashChannel, merchant }), side: 'debit', amountFen },
    { account: from(merchant), side: 'credit', amountFen },
  ]);

/** 长款 stands in suspense; 短款 is owed by who kept the till. Each merchant's till then holds what lies in the bag. */
function differenceEntry(found: Shift): ShiftChange['entries'] {
  const left = toDeposit(found);
  const moved = [...new Set([...Object.keys(found.cash), ...left.keys()])].map((merchant) => ({
    merchant,
    amountFen: (left.get(merchant) ?? 0) - (found.cash[merchant] ?? 0),
  }));
  const legs = moved
    .filter(({ amountFen }) => amountFen !== 0)
    .flatMap(({ merchant, amountFen }): Leg[] => {
      const till = tillOf(found.id, merchant);
      const other = amountFen > 0 ? suspenseOf({ channel: 'counter', merchant }) : shortageOf(found.id);
      const [debit, credit] = amountFen > 0 ? [till, other] : [other, till];
      return [
        { account: debit, side: 'debit', amountFen: Math.abs(amountFen) },
        { account: credit, side: 'credit', amountFen: Math.abs(amountFen) },
      ];
    });
  return legs.length > 0 ? [{ kind: surplusOf(found) > 0 ? 'over' : 'short', legs }] : [];
}

function step(before: Shift, act: ShiftAct, is: Partial<Shift>): ShiftChange | undefined {
  const state = shiftStep(before.state, act);
  return state && { before, shift: { ...before, ...is, state, version: before.version + 1 }, act, entries: [] };
}
