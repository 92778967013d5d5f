import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { followCase } from '../../domain/use/use.ts';

/** A case has moved on; when it ends, so does the right of its departments to read. */
export const onCaseChanged =
  ({ uses }: Pick<MaterialsDeps, 'uses'>) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    const { known, parked } = await uses.get(event.subject);
    await (known
      ? uses.follow({ before: known, use: followCase(known, event) }, cause)
      : uses.park(parked, event, cause));
  };
