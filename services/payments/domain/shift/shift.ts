import * as z from 'zod';
import { once } from '#shared/once';
import { shiftState } from './graph.ts';

/** How somebody pays at a counter: notes and coins, a card terminal, a transfer that he shows the slip of. */
export const counterWay = z.enum(['cash', 'pos', 'transfer']);
export type CounterWay = z.infer<typeof counterWay>;

const fen = z.int().min(0);

/** By which slips cash of each merchant came to its bank. */
const slips = z.array(z.object({ merchant: z.string(), slip: z.string(), amountFen: z.int().min(1) }));
export type Slips = z.infer<typeof slips>;

/** 班次: what one cashier takes at one window from opening it to counting the cash. */
export const shift = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: shiftState,
    cashier: z.string(),
    cashierParty: z.string().optional(),
    /** Office that the cashier acts for, and where. */
    office: z.string(),
    hall: z.string(),
    window: z.string(),
    /** 备用金: the change that lay in the till before the first payment, in fen. It is not in the ledger. */
    floatFen: fen,
    /** What was taken: cash by merchant, the rest by way, and how many payments that were. */
    cash: z.record(z.string(), fen),
    posFen: fen,
    transferFen: fen,
    payments: z.int().min(0),
    counted: z
      .object({ cashFen: fen, differenceFen: z.int(), reason: z.string().optional(), at: z.coerce.date() })
      .optional(),
    sealed: z.object({ bag: z.string(), by: z.string(), at: z.coerce.date() }).optional(),
    deposits: slips.optional(),
    /** The day on which the bag was brought there: the bank's word of it releases the cash under that day. */
    depositedOn: z.string().optional(),
    /** The slips by which missing cash was made good, and when. */
    covered: slips.optional(),
    coveredOn: z.string().optional(),
    openedAt: z.coerce.date(),
    timelineHash: z.string(),
  }),
);
export type Shift = z.infer<ReturnType<typeof shift>>;

const sum = (amounts: Record<string, number>): number => Object.values(amounts).reduce((total, one) => total + one, 0);

/** What must lie in the till by what was taken, the float with it, in fen. */
export const expectedCash = ({ cash, floatFen }: Pick<Shift, 'cash' | 'floatFen'>): number => sum(cash) + floatFen;

/** How much of what was taken is missing, in fen; what the float lacks besides is not the payees'. */
export const missingOf = ({ cash, counted }: Pick<Shift, 'cash' | 'counted'>): number =>
  Math.min(sum(cash), Math.max(0, -(counted?.differenceFen ?? 0)));

/** What is missing of each merchant's cash: it lacks at the largest first. */
export function toCover(found: Pick<Shift, 'cash' | 'counted'>): Map<string, number> {
  let missing = missingOf(found);
  const lost = new Map<string, number>();
  for (const [merchant, amountFen] of largestFirst(found.cash)) {
    lost.set(merchant, Math.min(missing, amountFen));
    missing -= Math.min(missing, amountFen);
  }
  return nonZero(lost);
}

/** What is too much in the till, in fen. */
export const surplusOf = ({ counted }: Pick<Shift, 'counted'>): number => Math.max(0, counted?.differenceFen ?? 0);

/** The merchant for whom most cash was taken; the treasury's where none was. */
export function largestOf(cash: Shift['cash']): string {
  const [[largest] = ['treasury']] = largestFirst(cash);
  return largest;
}

/** What is there to deposit for each merchant: less what is missing of its cash; what is too much lies with the largest. */
export function toDeposit(found: Pick<Shift, 'cash' | 'counted'>): Map<string, number> {
  const lost = toCover(found);
  const sorted = largestFirst(found.cash);
  const left = new Map(sorted.map(([merchant, amountFen]) => [merchant, amountFen - (lost.get(merchant) ?? 0)]));
  const largest = largestOf(found.cash);
  left.set(largest, (left.get(largest) ?? 0) + surplusOf(found));
  return nonZero(left);
}

/** The day on which a merchant's cash was brought to the bank, whether as it lay in the till, or as it was made good. */
export const broughtOn = ({ cash, counted, depositedOn, coveredOn }: Shift, merchant: string): string | undefined =>
  toDeposit({ cash, counted }).has(merchant) ? depositedOn : coveredOn;

const largestFirst = (cash: Shift['cash']) => Object.entries(cash).toSorted(([, one], [, other]) => other - one);
const nonZero = (amounts: ReadonlyMap<string, number>) =>
  new Map([...amounts].filter(([, amountFen]) => amountFen > 0));
