import type { CalendarYear } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { dueDayOf, type Expected } from '../../domain/bank/expected.ts';

type Books = Pick<PaymentsDeps, 'charges' | 'expected'>;

/** What the bank is to show of a day, of every merchant of the charge list. */
export async function expectedOf(day: string, { charges, expected }: Books): Promise<Expected[]> {
  const list = await charges.live();
  const merchants = [...new Set(list?.charges.map(({ merchant }) => merchant))];
  return (await Promise.all(merchants.map((merchant) => expected.ofDay(merchant, day)))).flat();
}

const sum = (all: readonly Expected[]): number => all.reduce((fen, one) => fen + one.amountFen, 0);
/** How many that the bank has not shown are named. */
const most = 100;

/** Leg 3: what of a day the bank has confirmed, and what it has not. It keeps no day open: weekends and holidays come together. */
export function showBankLeg(found: readonly Expected[], calendar: readonly CalendarYear[]) {
  const open = found.filter(({ state }) => state !== 'confirmed');
  return {
    confirmed: found.length - open.length,
    confirmedFen: sum(found) - sum(open),
    awaited: open.length,
    awaitedFen: sum(open),
    open: open.slice(0, most).map((one) => {
      const { id: of, state: status, channel, merchant, amountFen } = one;
      const dueDay = dueDayOf(one, calendar);
      return { of, status, channel, merchant, amountFen, ...(dueDay && { dueDay }) };
    }),
  };
}
