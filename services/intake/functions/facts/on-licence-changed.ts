import type { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { holdingOf } from '../../domain/holding/holding.ts';
import type { IntakeDeps } from '../../deps.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'holdings' | 'set'>;

/** The library says how a licence that this set gave stands: its holder's forms are filled from it while it is in force. */
export const onLicenceChanged =
  ({ applications, holdings, set }: Deps) =>
  async (event: ReceivedOf<typeof LicenceChangedV1>, cause: Cause): Promise<void> => {
    if ((event.toDistrict ?? event.district) !== set) return;
    const { caseId, partyId } = event.data;
    const granted = caseId ? await applications.getForClock(caseId) : undefined;
    const told = granted && holdingOf(event, granted.createdPartyId === partyId);
    if (!told) return;
    const store = await holdings();
    const known = await store.get(told);
    if (known && told.sequence <= known.sequence) return;
    await store.follow(told, known?.sequence, cause);
  };
