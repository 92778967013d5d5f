import type { VisitMeasuredV1 } from '#events/intake/visit-measured.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { placesOf } from '../../domain/supervision/counting.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Counts a visit that came after the decision where that is counted, once, by the mark of the fact. */
export const onVisitMeasured =
  ({ cells }: Pick<IntakeDeps, 'cells'>) =>
  async ({ data, district }: ReceivedOf<typeof VisitMeasuredV1>, cause: Cause): Promise<void> => {
    const store = await cells();
    await store.add({ day: data.day, places: placesOf(data, district), counters: { visits: 1 } }, cause);
  };
