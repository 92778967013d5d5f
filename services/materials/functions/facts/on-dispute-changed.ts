import type { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import type { MaterialsDeps } from '../../deps.ts';
import { renew } from '../../domain/sharing/line.ts';
import { sharedIn, withLine } from '../../domain/sharing/on-case.ts';

type Deps = Pick<MaterialsDeps, 'uses' | 'sharedRecords' | 'fillings' | 'parties' | 'pause'>;

/**
 * 依据变化: a provider has corrected a record. Every open case that used it, by any id of its party, is told and gets it anew, a transaction each. There
 * is no mark: a record that was fetched since the correction is not fetched once more.
 */
export const onDisputeChanged =
  (deps: Deps) =>
  async ({ data, time }: ReceivedOf<typeof DisputeChangedV1>, { mark, ...cause }: Cause): Promise<void> => {
    if (data.state !== 'corrected') return;
    const { resource } = data;
    const [records, fillings] = await Promise.all([deps.sharedRecords(), deps.fillings()]);
    for (const partyId of await deps.parties.group(data.partyId)) {
      for (const { caseId, requirement } of await records.ofKind(partyId, resource)) {
        await retried(() => fetchAnew({ caseId, requirement, since: new Date(time) }, cause, deps), deps.pause);
      }
      await fillings.lapse({ resource, why: 'corrected' }, partyId, cause);
    }
  };

interface Corrected {
  caseId: string;
  requirement: string;
  since: Date;
}

async function fetchAnew({ caseId, requirement, since }: Corrected, cause: Cause, { uses }: Deps): Promise<void> {
  const { known } = await uses.get(caseId);
  const line = known && sharedIn(known, requirement);
  const after = line && line.at < since ? renew(line, cause.at) : undefined;
  if (known && after) await uses.follow({ before: known, use: withLine(known, after) }, cause);
}
