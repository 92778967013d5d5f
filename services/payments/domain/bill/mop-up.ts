import type { Bill } from './bill.ts';

const hour = 3_600_000;
/** After how long without an answer a payment is told again, and after how long somebody must see to it. */
const waits = [hour, 24 * hour] as const;

/** When the clock must look at a paid bill of which its case has not said that it knows; undefined where nothing is awaited. */
export function awaitsNote({
  source,
  paid,
  noted,
  told,
}: Pick<Bill, 'source' | 'paid' | 'noted' | 'told'>): Date | undefined {
  if (source.by !== 'assessment' || !paid || noted) return undefined;
  const wait = waits[told];
  return wait === undefined ? undefined : new Date(paid.at.getTime() + wait);
}
