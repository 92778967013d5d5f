import type { CalendarYear } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { refused, type Change, type Refused } from '../../domain/case/change.ts';
import { takesBack } from '../../domain/case/follows.ts';
import { grantFault, seatOf, type Seat } from '../../domain/case/quota.ts';
import { settled } from '../../domain/case/settled.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Opening } from '../../stores/opening-rows.ts';

export type SavingDeps = Pick<IntakeDeps, 'applications' | 'quotas'>;

/** A change, and the case that begins with it where one does. */
export type Changing = Change & { opened?: Opening | undefined };

/** Saves a change of a case with all that follows from it: the one way for what people do over HTTP and for what time does. */
export async function saveChange(
  { opened, ...change }: Changing,
  { calendar, ...cause }: Cause & { calendar: readonly CalendarYear[] },
  deps: SavingDeps,
): Promise<Refused | undefined> {
  const seat = await seatFor(change, deps);
  const taken = seat && grantFault(seat);
  if (taken) return refused(taken);
  await deps.applications.save({ ...settled(change, { ...cause, calendar, seat }), opened }, cause);
  return undefined;
}

/** The place in a line that a change touches, as the line stands now: most touch none, and read nothing. */
async function seatFor({ application }: Change, { applications, quotas }: SavingDeps): Promise<Seat | undefined> {
  const { follows } = application;
  const followed = follows && takesBack(application) ? await applications.getForClock(follows.caseId) : undefined;
  const touched = seatOf(application, followed);
  return touched && { ...touched, line: await quotas.line(touched.place) };
}
