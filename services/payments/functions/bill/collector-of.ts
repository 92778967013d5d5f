import type { Collector } from '../../collectors/collector.ts';
import type { PaymentsDeps } from '../../deps.ts';
import type { Bill } from '../../domain/bill/bill.ts';

/** Where a bill is booked: whose debt it is, or, of what a department has assessed, who collects that kind. */
export function collectorOf(
  { source, kind }: Pick<Bill, 'source' | 'kind'>,
  collectors: PaymentsDeps['collectors'],
): Collector | undefined {
  if (source.by === 'collector') return collectors.get(source.collector);
  return [...collectors.values()].find((one) => one.kind === kind);
}
