import type { PaymentsDeps } from '../../deps.ts';
import type { Bill } from '../../domain/bill/bill.ts';
import type { Refund } from '../../domain/refund/refund.ts';
import type { LiveList } from '../../stores/charges.ts';
import { isRemitted } from './is-remitted.ts';

type Deps = Pick<PaymentsDeps, 'bills' | 'charges' | 'orders' | 'remittances' | 'exceptions'>;
type Unit = NonNullable<Refund['unit']>;

/** The unit whose revenue a line was: who asked it, else who assesses what another collects, else its payee; in the district of the bill. */
export function unitOf({ source, lines }: Bill, code: string, list: LiveList | undefined): Unit {
  const { district } = source;
  if (source.by === 'department') return { district, department: source.department };
  const payee = lines.find((line) => line.code === code)?.payee ?? '';
  return { district, department: list?.charge(code)?.assessedBy?.[0] ?? payee };
}

/** The unit that must verify a refund, since its money has been remitted; undefined while it can go back the way it came. */
export async function unitFor(found: Refund, deps: Deps): Promise<Unit | undefined> {
  const { of } = found;
  if (of.kind !== 'lines') return undefined;
  const [order, held, list] = await Promise.all([
    deps.orders.load(found.orderId),
    deps.bills.load(of.billId),
    deps.charges.live(),
  ]);
  if (!order || !held || !(await isRemitted(order, found, deps))) return undefined;
  return unitOf(held.bill, of.lines[0]?.code ?? '', list);
}
