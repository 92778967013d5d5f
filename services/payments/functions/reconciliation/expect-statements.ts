import { dayOf, daysAfter, isWorkingDay, workingDaysAfter } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { dueOn, expect } from '../../domain/reconciliation/receive.ts';
import { reconciliationId } from '../../domain/reconciliation/reconciliation.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { ownCause } from '../own-cause.ts';

/** After a long rest the days are caught up with a month at a time. */
const mostDays = 31;

type Place = Parameters<typeof expect>[0];

/** Of each day that is over, every channel owes a statement for each merchant, and every bank for each account. */
export async function expectStatements(deps: PaymentsDeps): Promise<void> {
  const { statementsFrom } = deps;
  if (statementsFrom === '') return;
  const yesterday = daysAfter(dayOf(deps.now()), -1);
  const last = await deps.reconciliations.expectedThrough();
  const next = last ? daysAfter(last, 1) : statementsFrom;
  const from = next < statementsFrom ? statementsFrom : next;
  for (let n = 0, day = from; n < mostDays && day <= yesterday; n += 1, day = daysAfter(day, 1)) {
    await expectDay(day, deps);
    await deps.reconciliations.expected(day);
  }
}

async function expectDay(day: string, deps: PaymentsDeps): Promise<void> {
  const known = new Set((await deps.reconciliations.ofDay(day)).map(({ id }) => id));
  for (const place of [...(await ofChannels(day, deps)), ...(await ofBanks(day, deps))]) {
    if (!known.has(reconciliationId(place))) await deps.reconciliations.save(expect(place), ownCause(deps));
  }
}

async function ofChannels(day: string, { channels }: PaymentsDeps): Promise<Place[]> {
  const places: Place[] = [];
  for (const one of channels.values()) {
    for (const merchant of one.merchants ?? []) {
      // Without an account there it has taken nothing, and nobody could ask.
      const isAsked = await one.takes?.([merchant]);
      if (isAsked) places.push({ channel: one.key, merchant, day, dueAt: dueAtOf(one.key, day) });
    }
  }
  return places;
}

/** A bank writes on the days that it works (the published calendar), and finance sends it in by the next of them. */
async function ofBanks(day: string, { charges }: PaymentsDeps): Promise<Place[]> {
  if (!isWorkingDay(day, shippedCalendars)) return [];
  const list = await charges.live();
  const merchants = new Set(list?.charges.map(({ merchant }) => merchant));
  const dueAt = dueAtOf('bank', day);
  return [...merchants].map((merchant) => ({ channel: 'bank', merchant, day, dueAt }));
}

/** Since when a statement is missing: a bank's comes by the hand of finance, on a day that is worked. */
export function dueAtOf(channel: string, day: string): Date {
  return dueOn(channel === 'bank' ? workingDaysAfter(day, 1, shippedCalendars).day : daysAfter(day, 1));
}
