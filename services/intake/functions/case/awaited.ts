import { dayOf } from '#shared/calendar';
import { hasResult, type Asked } from '../../domain/case/asked.ts';
import type { Application } from '../../domain/case/application.ts';
import { checkBy, isUnsettled } from '../../domain/commitment/commitment.ts';
import { deliverBy } from '../../domain/delivery/delivery.ts';
import type { IntakeDeps } from '../../deps.ts';
import { dueFees, type DueFee } from '../fee/due-fees.ts';

export type AwaitedDeps = Pick<IntakeDeps, 'calendars' | 'commitments' | 'deliveries' | 'fees'>;

/** What stands beside a case that its applicant must see to: the open bill, and the days of what is recorded apart from it. */
export interface Awaited {
  fee: DueFee | undefined;
  asked: Asked[];
}

/** Of at most 100 cases, by case: one read for the bills, one for the results and one for the checks, where there can be any. */
export async function awaitedOf(
  cases: readonly Application[],
  now: Date,
  deps: AwaitedDeps,
): Promise<ReadonlyMap<string, Awaited>> {
  const decided = cases.filter(hasResult);
  const [fees, results, checks] = await Promise.all([
    dueFees(idsOf(cases.filter(({ charges }) => charges.length > 0)), now, deps),
    resultsAsked(idsOf(decided), deps),
    checksAsked(idsOf(decided.filter(({ committed }) => committed)), deps),
  ]);
  return new Map(
    idsOf(cases).map((id) => {
      const fee = fees.get(id);
      return [id, { fee, asked: [...feeAsked(fee), ...(results.get(id) ?? []), ...(checks.get(id) ?? [])] }];
    }),
  );
}

const idsOf = (some: readonly Application[]) => some.map(({ id }) => id);

/** The day of a bill is what payments was told: no calendar moves it. */
const feeAsked = (fee: DueFee | undefined): Asked[] =>
  fee ? [{ what: 'fee', until: dayOf(new Date(fee.dueAt)), provisional: false }] : [];

type Days = ReadonlyMap<string, Asked[]>;

/** A result that lies at a window is to be fetched within the time in which it must have come to its applicant. */
async function resultsAsked(ids: readonly string[], { deliveries, calendars }: AwaitedDeps): Promise<Days> {
  if (ids.length === 0) return new Map();
  const [store, calendar] = await Promise.all([deliveries(), calendars.current()]);
  const ready = (await store.getAll(ids)).filter(({ state }) => state === 'ready');
  return new Map(ready.map((one) => [one.caseId, [asked('pick-up', deliverBy(one, calendar))]]));
}

/** 告知承诺: the check of what he committed himself to, or what he was ordered to mend. */
async function checksAsked(ids: readonly string[], { commitments, calendars }: AwaitedDeps): Promise<Days> {
  if (ids.length === 0) return new Map();
  const [store, calendar] = await Promise.all([commitments(), calendars.current()]);
  const open = (await store.getAll(ids)).filter(isUnsettled);
  return new Map(open.map((one) => [one.caseId, [asked('check', checkBy(one, calendar))]]));
}

const asked = (what: Asked['what'], { dueAt, provisional }: { dueAt: Date; provisional: boolean }): Asked => ({
  what,
  until: dayOf(dueAt),
  provisional,
});
