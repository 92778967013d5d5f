import { previousDay } from '#shared/calendar';
import type { CloseDeps } from '../../deps.ts';
import { prove } from '../../domain/close/act.ts';
import { kindOfPeriod, partsOfPeriod, type Period } from '../../domain/close/period.ts';
import { canonical, sealTail } from '../../domain/close/sealed.ts';
import { sealOf } from './fold.ts';
import { partsHash } from './parts-hash.ts';
import type { Step } from './run-close.ts';

/** Proves the next part of a month or a year: sums it up anew and holds it against its seal. Undefined once all are proved. */
export async function provePart(found: Period, deps: CloseDeps): Promise<Step | undefined> {
  const first = (await deps.ledger.firstDay()) ?? found.id;
  const next = partsOfPeriod(found.id, first).find((part) => found.proved === undefined || part > found.proved);
  if (next === undefined) return undefined;
  const isAsSealed = kindOfPeriod(next) === 'day' ? await isDayAsSealed(next, deps) : await isMonthAsSealed(next, deps);
  return isAsSealed ? { change: prove(found, next) } : { stop: `seal: ${next} is not as it was sealed` };
}

/** The day from its entries on: its hash, and all that is kept of it, are what they were (I12, I15). */
export async function isDayAsSealed(day: string, deps: CloseDeps): Promise<boolean> {
  const { periods } = deps;
  const [found, kept, sum, before] = await Promise.all([
    periods.load(day),
    periods.closedDay(day),
    periods.sumOf(day),
    periods.closedDay(previousDay(day)),
  ]);
  if (!kept || !sum) return false;
  const anew = await sealOf({ day, before, controls: kept.controls }, deps);
  return found.seal?.hash === kept.hash && isSame(anew, { closed: kept, sum });
}

type Sealed = Awaited<ReturnType<typeof sealOf>>;
const isSame = (one: Sealed, other: Sealed): boolean => textOf(one) === textOf(other);
const textOf = ({ closed, sum }: Sealed): string =>
  JSON.stringify([closed.hash, canonical(closed.layers), ...sealTail(sum, new Map(closed.balances), closed.controls)]);

async function isMonthAsSealed(month: string, deps: CloseDeps): Promise<boolean> {
  const [found, sum] = await Promise.all([deps.periods.load(month), deps.periods.sumOf(month)]);
  return sum !== undefined && found.seal?.hash === (await partsHash(found, sum, deps));
}
