import type { PartyMergedV1 } from '#events/intake/party-merged.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { IntakeDeps } from '../../deps.ts';

/** A set's copy of a merge follows it; the city's own is no exception, so that all sets resolve alike. */
export const onPartyMerged =
  ({ partyCopies }: Pick<IntakeDeps, 'partyCopies'>) =>
  async ({ data, sequence }: ReceivedOf<typeof PartyMergedV1>, cause: Cause): Promise<void> => {
    const copies = await partyCopies();
    const known = await copies.get(data.mergeId);
    if (known && sequence <= known.sequence) return;
    await copies.follow({ ...data, sequence }, known?.sequence, cause);
  };
