import type { Call } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { Held } from '../../domain/bill/act.ts';
import { officesOf } from './office.ts';

/** A bill that the caller's own department asks by itself; undefined of another's, and of a case. */
export async function ownBill(call: Call, bills: PaymentsDeps['bills']): Promise<Held | undefined> {
  const found = await bills.load(call.params['id'] ?? '');
  const source = found?.bill.source;
  if (source?.by !== 'department') return undefined;
  const isOwn = officesOf(call).some(
    ({ district, department }) => district === source.district && department === source.department,
  );
  return isOwn ? found : undefined;
}
