import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { follow } from '../../domain/case/copy.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The city's copy follows the case; a change that overtook its case is parked until that is known. */
export const onCaseChanged =
  ({ copies, set }: Pick<IntakeDeps, 'copies' | 'set'>) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    // A set needs no copy of its own cases.
    if (event.district === set) return;
    const { copy, parked } = await copies.get(event.subject);
    if (!copy) return copies.park(parked, event, cause);
    await copies.follow(follow(copy, event), copy, cause);
  };
