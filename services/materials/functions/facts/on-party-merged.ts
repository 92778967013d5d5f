import type { PartyMergedV1 } from '#events/intake/party-merged.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';

/** The library's copy of a merge follows it: whose something is, is found out on each read, and nothing is written anew. */
export const onPartyMerged =
  ({ parties }: Pick<MaterialsDeps, 'parties'>) =>
  async ({ data, sequence }: ReceivedOf<typeof PartyMergedV1>, cause: Cause): Promise<void> => {
    const known = await parties.get(data.mergeId);
    if (known && sequence <= known.sequence) return;
    await parties.follow({ ...data, sequence }, known?.sequence, cause);
  };
