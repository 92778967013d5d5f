import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import type { Cause } from '#shared/cause';
import type { Parked } from '#shared/parking';
import type { Application } from '../../domain/case/application.ts';
import type { SettlingAt } from '../../domain/fee/assess.ts';
import { noteBill } from '../../domain/fee/bill.ts';
import type { FeeChange } from '../../domain/fee/fees.ts';
import type { FeeStore } from '../../stores/fees.ts';

interface Saving {
  of?: Application;
  settling: SettlingAt;
  cause: Cause;
}

/** Saves a change of fees with what payments has told already of the assessments that it makes. */
export async function saveFees(change: FeeChange, { of, settling, cause }: Saving, store: FeeStore): Promise<void> {
  const { whole, parked } = await withWaiting({ whole: change, parked: [] }, settling, store);
  await store.save(whole, { of, parked }, cause);
}

interface Gathered {
  whole: FeeChange;
  parked: readonly Parked[];
}

async function withWaiting({ whole, parked }: Gathered, settling: SettlingAt, store: FeeStore): Promise<Gathered> {
  const id = nextOpened(whole, parked);
  if (id === undefined) return { whole, parked };
  const found = await store.parkedFor(id);
  const after = { ...whole, ...withParked(whole, found, settling) };
  return withWaiting({ whole: after, parked: [...parked, found] }, settling, store);
}

/** An assessment that the change has made and for which nobody has looked yet whether something waits. */
function nextOpened({ before, fees }: FeeChange, parked: readonly Parked[]): string | undefined {
  const known = new Set([...before.assessments.map(({ id }) => id), ...parked.map(({ awaited }) => awaited)]);
  return fees.assessments.find(({ id }) => !known.has(id))?.id;
}

function withParked({ fees, facts }: FeeChange, { events }: Parked, settling: SettlingAt) {
  return events
    .map(({ sequence, data }) => ({ sequence, data: BillChangedV1.data.parse(data) }))
    .toSorted((a, b) => a.sequence - b.sequence)
    .reduce((told, one) => noteBill(told, one, settling), { fees, facts });
}
