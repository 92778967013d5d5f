import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { beginUse, followCase } from '../../domain/use/use.ts';

/** A case was handed in somewhere: its documents are confirmed or refused, and what was heard of it before is caught up with. */
export const onApplicationSubmitted =
  ({ materials, uses }: Pick<MaterialsDeps, 'materials' | 'uses'>) =>
  async (event: ReceivedOf<typeof ApplicationSubmittedV1>, cause: Cause): Promise<void> => {
    const { parked } = await uses.get(event.subject);
    const named = [...new Set(event.data.materials.map(({ materialId }) => materialId))];
    const found = (await Promise.all(named.map((id) => materials.load(id)))).filter((one) => one !== undefined);
    const begun = beginUse(event, found);
    const later = parked.events.map((one) => ({ ...one, data: CaseChangedV2.data.parse(one.data) }));
    const use = later.toSorted((a, b) => a.sequence - b.sequence).reduce(followCase, begun.use);
    await uses.begin({ ...begun, use }, { found, parked }, cause);
  };
