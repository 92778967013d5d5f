import { endOf } from '#shared/calendar';
import type { CloseDeps } from '../../deps.ts';
import {
  beforeCheck,
  exceptionsCheck,
  overCheck,
  partsCheck,
  statementsCheck,
  subjectsCheck,
  tillsCheck,
  type Check,
} from '../../domain/close/checks.ts';
import { kindOfPeriod, partsOfPeriod, previousOf, type Period } from '../../domain/close/period.ts';
import { addSum, emptySum, type PeriodSum } from '../../domain/close/sum.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import { everyPage } from '../every-page.ts';
import { idleStatements } from './idle-statements.ts';
import { receiptChecks } from './receipt-checks.ts';

/** What must be so before a time is shut, and what of it is not. Undefined before the books begin. */
export async function checksOf(id: string, at: Date, deps: CloseDeps): Promise<Check[] | undefined> {
  const first = await deps.ledger.firstDay();
  if (first === undefined || id < first.slice(0, id.length)) return undefined;
  const before = beforeCheck(id, first, await deps.periods.load(previousOf(id)));
  const kind = kindOfPeriod(id);
  const own = kind === 'day' ? await dayChecks(id, deps) : await partChecks(id, first, deps);
  return [overCheck(id, at), before, ...own];
}

async function dayChecks(day: string, deps: CloseDeps): Promise<Check[]> {
  const { reconciliations, shifts } = deps;
  const found = await reconciliations.ofDay(day);
  const [expectedThrough, idle, exceptions, open, counted] = await Promise.all([
    reconciliations.expectedThrough(),
    idleStatements(found, deps),
    exceptionsOf(found, deps),
    everyPage((at) => shifts.standing('open', at)),
    everyPage((at) => shifts.standing('counted', at)),
  ]);
  return [
    statementsCheck(day, found, { expectedThrough, idle }),
    exceptionsCheck(exceptions),
    tillsCheck({ last: endOf(day) }, [...open, ...counted]),
  ];
}

/** Every difference of a day between the ledger and its channels, however it stands. */
async function exceptionsOf(found: readonly Reconciliation[], { exceptions }: CloseDeps) {
  const own = found.filter(({ channel }) => channel !== 'bank');
  const all = await Promise.all(own.map(({ id }) => everyPage((at) => exceptions.of(id, at))));
  return all.flat();
}

async function partChecks(id: string, first: string, deps: CloseDeps): Promise<Check[]> {
  const parts = await deps.periods.loadAll(partsOfPeriod(id, first));
  if (kindOfPeriod(id) === 'month') return [partsCheck('days', parts)];
  const sum = await sealedOf(parts, first, deps);
  return [
    partsCheck('months', parts),
    subjectsCheck(id, [...sum.turnover.values()]),
    ...(await receiptChecks(id, deps)),
  ];
}

/** What is sealed of these months by now: of one that is not closed its closed days. */
async function sealedOf(months: readonly Period[], first: string, deps: CloseDeps): Promise<PeriodSum> {
  const parts = months.flatMap(({ id, state }) => (state === 'closed' ? [id] : partsOfPeriod(id, first)));
  return sumOfParts(
    parts.map((id) => ({ id })),
    deps,
  );
}

/** Σ of what is closed of these. */
export async function sumOfParts(
  parts: readonly { id: string }[],
  { periods }: Pick<CloseDeps, 'periods'>,
): Promise<PeriodSum> {
  const sum = emptySum();
  for (const one of await Promise.all(parts.map(({ id }) => periods.sumOf(id)))) if (one) addSum(sum, one);
  return sum;
}
