import type { CataloguePublishedV1 } from '#events/intake/catalogue-published.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { IntakeDeps } from '../../deps.ts';

/** A district knows what the city's catalogue lets its items take; what is older than it knows tells it nothing. */
export const onCataloguePublished =
  ({ cityLimits, set }: Pick<IntakeDeps, 'cityLimits' | 'set'>) =>
  async ({ data, sequence, district }: ReceivedOf<typeof CataloguePublishedV1>, cause: Cause): Promise<void> => {
    // A set is not bound by itself.
    if (district === set) return;
    await (await cityLimits()).follow(data.limits ?? [], sequence, cause);
  };
