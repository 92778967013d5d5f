import type { BillChangedV1 } from '#events/payments/bill-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { noteBill } from '../../domain/fee/bill.ts';
import { changed, noFees, type Fees } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';
import { saveFees } from '../fee/save-fees.ts';
import { settlingAt } from '../fee/settling.ts';

/** Payments' answer opens the gate that waited for it; what is told of an assessment unknown here waits for that. */
export const onBillChanged =
  (deps: Pick<IntakeDeps, 'fees' | 'calendars' | 'set'>) =>
  async (event: ReceivedOf<typeof BillChangedV1>, cause: Cause): Promise<void> => {
    // Payments runs in the city and tells the set of the case: the city itself need not know of it.
    if ((event.toDistrict ?? event.district) !== deps.set) return;
    const { caseId, assessmentId } = event.data;
    const store = await deps.fees();
    const found = await store.get(caseId);
    if (!found || !isKnown(found, assessmentId)) {
      const seen = found ?? noFees({ id: caseId, partyId: '' });
      return store.park(event, { parked: await store.parkedFor(assessmentId), seen }, cause);
    }
    const settling = await settlingAt(cause.at, deps);
    const told = noteBill({ fees: found, facts: [] }, event, settling);
    if (told.fees !== found) await saveFees(changed(found, 'note-bill', told), { settling, cause }, store);
  };

const isKnown = ({ assessments }: Fees, assessmentId: string): boolean =>
  assessments.some(({ id }) => id === assessmentId);
