import type { PaymentsDeps } from '../../deps.ts';
import type { Expected } from '../../domain/bank/expected.ts';
import { sourceDay, type Remittance } from '../../domain/remittance/remittance.ts';
import { missing } from '../bank/lapse.ts';
import { bankExceptionId } from '../bank/raise.ts';

type Deps = Pick<PaymentsDeps, 'expected' | 'exceptions'>;

/** Whether the bank has shown all payouts that a list, or a settlement, is of, or two people have decided of what it has not. */
export async function hasArrived({ merchant, sources }: Pick<Remittance, 'merchant' | 'sources'>, deps: Deps) {
  const payouts = new Map(sources.map((one) => [JSON.stringify(sourceDay(one, merchant)), sourceDay(one, merchant)]));
  const shown = await Promise.all(
    [...payouts.values()].map(async (place) => isShown(await deps.expected.load(place), deps)),
  );
  return shown.every(Boolean);
}

async function isShown(found: Expected | undefined, { exceptions }: Deps): Promise<boolean> {
  if (found?.state !== 'overdue') return found?.state === 'confirmed';
  const { merchant, day, subject } = missing(found);
  const known = await exceptions.load(bankExceptionId(merchant, day, subject));
  return known?.state === 'resolved' || known?.state === 'written-off';
}
