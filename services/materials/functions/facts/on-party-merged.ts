import type { PartyMergedV1 } from '#events/intake/party-merged.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import type { MaterialsDeps } from '../../deps.ts';
import { idsOf } from '#shared/merged-parties';
import { leave } from '../../domain/use/use.ts';
import { ownersOf } from '../owners.ts';

type Deps = Pick<MaterialsDeps, 'parties' | 'uses' | 'lent' | 'pause'>;

/**
 * The library's copy of a merge follows it: whose something is, is found out on each read, and nothing is written anew. Where it
 * is undone, a case that rests on what is not its party's any more is told so (依据变化). There is no mark, as the copy goes
 * first: told again, or after a crash, what was not told yet is.
 */
export const onPartyMerged =
  (deps: Deps) =>
  async ({ data, sequence }: ReceivedOf<typeof PartyMergedV1>, { mark, ...cause }: Cause): Promise<void> => {
    const { parties } = deps;
    const known = await parties.get(data.mergeId);
    if (known && sequence < known.sequence) return;
    const copy = { ...data, sequence };
    if (sequence !== known?.sequence) await parties.follow(copy, known?.sequence, cause);
    if (copy.state !== 'undone') return;
    for (const partyId of await parties.groups(idsOf(copy))) await leaveOthers(partyId, cause, deps);
  };

/** Each case of another party in a transaction of its own, and only what that party may use no longer. */
async function leaveOthers(partyId: string, cause: Cause, deps: Deps): Promise<void> {
  for (const { caseId, materialId, version } of await deps.lent.by(partyId)) {
    await retried(async () => {
      const { known } = await deps.uses.get(caseId);
      if (!known || (await ownersOf(known, deps)).includes(partyId)) return;
      const use = leave(known, { materialId, version }, 'withdrawn');
      if (use !== known) await deps.uses.follow({ before: known, use }, cause);
    }, deps.pause);
  }
}
