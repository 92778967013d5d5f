import { arePublished, dayOf, daysAfter, isWorkingDay, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import { dueOn, expect } from '../../domain/reconciliation/receive.ts';
import { reconciliationId } from '../../domain/reconciliation/reconciliation.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { ownCause } from '../own-cause.ts';

/** After a long rest the days are caught up with a month at a time. */
const mostDays = 31;

type Place = Parameters<typeof expect>[0];

/**
 * Of each day that is over, every channel owes a statement for each merchant, and every bank for each account. Which days a bank works in
 * a year that is not published nobody knows: those wait for it. How many do.
 */
export async function expectStatements(deps: PaymentsDeps): Promise<number> {
  const { statementsFrom } = deps;
  if (statementsFrom === '') return 0;
  const yesterday = daysAfter(dayOf(deps.now()), -1);
  const last = await deps.reconciliations.expectedThrough();
  const next = last ? daysAfter(last, 1) : statementsFrom;
  const from = next < statementsFrom ? statementsFrom : next;
  const calendar = from <= yesterday ? await (await deps.calendars()).current() : [];
  let unknown = 0;
  for (let n = 0, day = from; n < mostDays && day <= yesterday; n += 1, day = daysAfter(day, 1)) {
    if (!(await expectDay(day, calendar, deps))) unknown += 1;
    if (unknown === 0) await deps.reconciliations.expected(day);
  }
  return unknown;
}

/** False where only what channels owe is known. */
async function expectDay(day: string, calendar: readonly CalendarYear[], deps: PaymentsDeps): Promise<boolean> {
  const known = new Set((await deps.reconciliations.ofDay(day)).map(({ id }) => id));
  const banks = await ofBanks(day, calendar, deps);
  for (const place of [...(await ofChannels(day, deps)), ...(banks ?? [])]) {
    if (!known.has(reconciliationId(place))) await deps.reconciliations.save(expect(place), ownCause(deps));
  }
  return banks !== undefined;
}

async function ofChannels(day: string, { channels }: PaymentsDeps): Promise<Place[]> {
  const places: Place[] = [];
  for (const one of channels.values()) {
    for (const merchant of one.merchants ?? []) {
      // Without an account there it has taken nothing, and nobody could ask.
      const isAsked = await one.takes?.([merchant]);
      if (isAsked) places.push({ channel: one.key, merchant, day, dueAt: dueOn(daysAfter(day, 1)) });
    }
  }
  return places;
}

/** A bank writes on the days that it works, and finance sends it in by the next of them. */
async function ofBanks(
  day: string,
  calendar: readonly CalendarYear[],
  { charges }: Pick<PaymentsDeps, 'charges'>,
): Promise<Place[] | undefined> {
  if (!arePublished(day, day, calendar)) return undefined;
  if (!isWorkingDay(day, calendar)) return [];
  const list = await charges.live();
  const merchants = new Set(list?.charges.map(({ merchant }) => merchant));
  const dueAt = dueAtOf('bank', day, calendar);
  return dueAt && [...merchants].map((merchant) => ({ channel: 'bank', merchant, day, dueAt }));
}

/** Since when a statement is missing: a bank's comes by the hand of finance, on a day that is worked. Undefined where that is of a year that is not published. */
export function dueAtOf(channel: string, day: string, calendar: readonly CalendarYear[]): Date | undefined {
  if (channel !== 'bank') return dueOn(daysAfter(day, 1));
  const next = workingDaysAfter(day, 1, calendar);
  return next.provisional ? undefined : dueOn(next.day);
}
