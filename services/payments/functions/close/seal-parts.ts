import { previousDay } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { CloseDeps } from '../../deps.ts';
import { seal } from '../../domain/close/act.ts';
import { heldBy, type Balances } from '../../domain/ledger/balance.ts';
import { daysOf, kindOfPeriod, partsOfPeriod, type Period } from '../../domain/close/period.ts';
import { carriedOn } from '../../domain/close/sealed.ts';
import type { PeriodSum } from '../../domain/close/sum.ts';
import { closedSumWrites } from '../../stores/periods.ts';
import { carryOver } from './carry-over.ts';
import { sumOfParts } from './checks-of.ts';
import { partsHash } from './parts-hash.ts';
import type { Step } from './run-close.ts';

/** Seals a month or a year whose parts are proved: its sum is theirs, and leads from what accounts held before to what they hold after (I16). */
export async function sealParts(found: Period, { at }: Cause, deps: CloseDeps): Promise<Step> {
  const first = (await deps.ledger.firstDay()) ?? found.id;
  const parts = partsOfPeriod(found.id, first).map((id) => ({ id }));
  const sum = await sumOfParts(parts, deps);
  if (!(await leadsOn(found, sum, deps))) return { stop: `sum: ${found.id} is not what its parts come to` };
  const carried = kindOfPeriod(found.id) === 'year' ? await carryOver(found, deps) : undefined;
  const whole = { ...found, ...(carried && { carried }) };
  const hash = await partsHash(whole, sum, deps);
  const change = seal(whole, { hash, entries: sum.entries, at });
  return { change: change && { ...change, before: found }, more: closedSumWrites(found.id, sum) };
}

async function leadsOn({ id }: Period, sum: PeriodSum, { periods }: CloseDeps): Promise<boolean> {
  const { first, last } = daysOf(id);
  const [before, after] = await Promise.all([periods.closedDay(previousDay(first)), periods.closedDay(last)]);
  return textOf(carriedOn(new Map(before?.balances), sum.moved)) === textOf(new Map(after?.balances));
}

/** What each account holds; of one that holds nothing it does not matter whether it is named. */
const textOf = (balances: Balances): string =>
  JSON.stringify(
    [...balances]
      .map(([account, one]) => [account, heldBy(account, one)] as const)
      .filter(([, fen]) => fen !== 0)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
