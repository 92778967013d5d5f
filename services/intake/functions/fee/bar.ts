import type { Application } from '../../domain/case/application.ts';
import { barOf, hasGate, type FeeBar } from '../../domain/fee/bar.ts';
import type { Gate } from '../../domain/fee/fees.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Whether a fee shuts a gate of a case now; reads nothing where no fee of its item could. */
export async function feeBar(
  found: Application,
  place: { gate: Gate; now: Date },
  { fees }: Pick<IntakeDeps, 'fees'>,
): Promise<FeeBar | undefined> {
  if (!hasGate(found, place.gate)) return undefined;
  return barOf(found, await (await fees()).get(found.id), place);
}
