import type { PapersMeasuredV1 } from '#events/intake/papers-measured.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { placesOf } from '../../domain/supervision/counting.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Counts what was asked for on paper where the decision is counted, once, by the mark of the fact. */
export const onPapersMeasured =
  ({ cells }: Pick<IntakeDeps, 'cells'>) =>
  async ({ data, district }: ReceivedOf<typeof PapersMeasuredV1>, cause: Cause): Promise<void> => {
    const { lines: paperLines, originals, copies } = data;
    const counters = { onPaper: 1, paperLines, originals, copies };
    await (await cells()).add({ day: data.day, places: placesOf(data, district), counters }, cause);
  };
