import type { PaymentsDeps } from '../../deps.ts';
import type { Expected } from '../../domain/bank/expected.ts';
import { payoutOf, type Remittance } from '../../domain/remittance/remittance.ts';
import { missing } from '../bank/lapse.ts';
import { bankExceptionId } from '../bank/raise.ts';

type Deps = Pick<PaymentsDeps, 'expected' | 'exceptions'>;

/** Whether the bank has shown all payouts that a list, or a settlement, is of, or two people have decided of what it has not. */
export async function hasArrived({ merchant, sources }: Pick<Remittance, 'merchant' | 'sources'>, deps: Deps) {
  const places = sources.flatMap((one) => payoutOf(one, merchant) ?? []);
  const payouts = new Map(places.map((place) => [place.id, place]));
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
