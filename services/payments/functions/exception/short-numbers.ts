import { dayOf } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { standingOfNumbers } from '../receipt/numbers-left.ts';

/** 票据号段将用完: there are too few receipt numbers, with since when. It is over as soon as another segment is in force. */
export async function shortNumbers(now: Date, deps: Pick<PaymentsDeps, 'segments' | 'receipts'>) {
  const { left, short, waiting } = await standingOfNumbers(dayOf(now), deps);
  if (!short) return [];
  // What the clock has not found yet is short since now.
  const since = (await deps.segments.shortSince()) ?? now;
  const kind = 'receipt-numbers-short' as const;
  return [{ since, show: { kind, owner: 'finance' as const, since: since.toISOString(), left, waiting } }];
}
