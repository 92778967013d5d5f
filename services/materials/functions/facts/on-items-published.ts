import type { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { copiesOf } from '../../domain/match/item.ts';

/** A set tells what its items ask for: a copy of each is kept, from which an owner is told what he has already. */
export const onItemsPublished =
  ({ itemCopies }: Pick<MaterialsDeps, 'itemCopies'>) =>
  async (event: ReceivedOf<typeof ItemsPublishedV1>, cause: Cause): Promise<void> => {
    await (await itemCopies()).follow(copiesOf(event), cause);
  };
