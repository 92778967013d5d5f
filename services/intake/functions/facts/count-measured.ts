import type * as z from 'zod';
import type { PapersMeasuredV1 } from '#events/intake/papers-measured.v1';
import type { Cause } from '#shared/cause';
import { countersOf, placesOf, type Place } from '../../domain/supervision/counting.ts';
import type { Counters } from '../../domain/supervision/summary.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Counts what was measured once, by the mark of its fact: not in the act's own transaction, where all acts of a day would meet in one row. */
const counted =
  <Data extends Place & { day: string }>(countersIn: (data: Data) => Counters) =>
  ({ cells }: Pick<IntakeDeps, 'cells'>) =>
  async ({ data, district }: { data: Data; district: string }, cause: Cause): Promise<void> => {
    const counters = countersIn(data);
    await (await cells()).add({ day: data.day, places: placesOf(data, district), counters }, cause);
  };

export const onCaseMeasured = counted(countersOf);
/** A visit that came after the decision counts where that does. */
export const onVisitMeasured = counted(() => ({ visits: 1 }));
/** What was asked for on paper, likewise. */
export const onPapersMeasured = counted(
  ({ lines: paperLines, originals, copies }: z.infer<(typeof PapersMeasuredV1)['data']>) => ({
    onPaper: 1,
    paperLines,
    originals,
    copies,
  }),
);
