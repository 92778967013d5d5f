import type { PartyMergedV1 } from '#events/intake/party-merged.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';

/** A copy of a merge: no line is written anew, whose a line is the reading finds out. */
export const onPartyMerged =
  ({ parties }: Pick<NotificationsDeps, 'parties'>) =>
  async ({ data, sequence }: ReceivedOf<typeof PartyMergedV1>, cause: Cause): Promise<void> => {
    const known = await parties.get(data.mergeId);
    if (known && sequence <= known.sequence) return;
    await parties.follow({ ...data, sequence }, known?.sequence, cause);
  };
