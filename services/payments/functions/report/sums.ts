import { dayOf, nextDay } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { layersAfter, type Layers } from '../../domain/close/layers.ts';
import { partsOfPeriod } from '../../domain/close/period.ts';
import { addSum, emptySum, type PeriodSum } from '../../domain/close/sum.ts';
import { foldDay } from '../close/fold.ts';

type Books = Pick<PaymentsDeps, 'ledger' | 'periods'>;

/** What a time comes to, and whether that is for good. */
export interface Summed {
  id: string;
  closed: boolean;
  sum: PeriodSum;
}

/** Of a closed day what was sealed, by one query; of an open one its entries are summed up. */
export async function sumOfDay(day: string, deps: Books): Promise<Summed> {
  const sealed = await deps.periods.sumOf(day);
  return { id: day, closed: sealed !== undefined, sum: sealed ?? (await foldDay(day, deps)) };
}

/** Of a closed month what was sealed; else of each of its days up to today. */
export async function sumOfMonth(month: string, now: Date, deps: Books): Promise<Summed> {
  const sealed = await deps.periods.sumOf(month);
  if (sealed) return { id: month, closed: true, sum: sealed };
  const sum = emptySum();
  for (const one of await Promise.all((await daysUpTo(month, now, deps)).map((day) => sumOfDay(day, deps))))
    addSum(sum, one.sum);
  return { id: month, closed: false, sum };
}

/** The days or months of a time from the beginning of the books up to now. */
export async function daysUpTo(id: string, now: Date, { ledger }: Books): Promise<string[]> {
  const first = await ledger.firstDay();
  const today = dayOf(now);
  return first ? partsOfPeriod(id, first).filter((part) => part <= today) : [];
}

/** How old what accounts hold is at the end of a day: from the last closed day on, what is open is summed up. */
export async function layersAt(day: string, deps: Books): Promise<Layers> {
  const last = await deps.periods.lastClosed(nextDay(day));
  let layers: Layers = new Map(last?.layers);
  const begun = last ? nextDay(last.day) : await deps.ledger.firstDay();
  for (let at = begun ?? nextDay(day); at <= day; at = nextDay(at))
    layers = layersAfter(layers, (await foldDay(at, deps)).moved, at);
  return layers;
}
