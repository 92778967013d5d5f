import type { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { countersOf, placesOf } from '../../domain/supervision/counting.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Counts a case once, by the mark of the fact: not in the act's own transaction, where all acts of a day would meet in one row. */
export const onCaseMeasured =
  ({ cells }: Pick<IntakeDeps, 'cells'>) =>
  async ({ data, district }: ReceivedOf<typeof CaseMeasuredV1>, cause: Cause): Promise<void> => {
    const store = await cells();
    await store.add({ day: data.day, places: placesOf(data, district), counters: countersOf(data) }, cause);
  };
