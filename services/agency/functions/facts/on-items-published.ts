import type { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { copiesOf } from '../../domain/guidance/item-copy.ts';

/** What items ask for is copied, so that a guidance sheet says what to bring. */
export const onItemsPublished =
  (deps: Pick<AgencyDeps, 'guidance'>) =>
  async (event: ReceivedOf<typeof ItemsPublishedV1>, cause: Cause): Promise<void> =>
    (await deps.guidance()).follow(copiesOf(event), cause);
