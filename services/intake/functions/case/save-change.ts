import type { CalendarYear } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { Application } from '../../domain/case/application.ts';
import { refused, type Change, type Refused } from '../../domain/case/change.ts';
import { takesBack } from '../../domain/case/follows.ts';
import { grantFault, seatOf, type Seat, type Undone } from '../../domain/case/quota.ts';
import { settled } from '../../domain/case/settled.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Opening } from '../../stores/opening-rows.ts';

export type SavingDeps = Pick<IntakeDeps, 'applications' | 'links' | 'quotas'>;

/** A change, the case that begins with it where one does, and what is written beside it of what it rests on. */
export type Changing = Change & {
  opened?: Opening | undefined;
  beside?: readonly Write[] | undefined;
  /** The place in a line that is kept for the case that begins. */
  kept?: { seat?: Seat | undefined } | undefined;
};

/** Saves a change of a case with all that follows from it: the one way for what people do over HTTP and for what time does. */
export async function saveChange(
  { opened, beside, kept, ...change }: Changing,
  { calendar, ...cause }: Cause & { calendar: readonly CalendarYear[] },
  deps: SavingDeps,
): Promise<Refused | undefined> {
  const undone = await undoneIn(change.application, deps);
  const lifted = await liftedIn(change.application, deps);
  const seat = kept ? kept.seat : await seatFor(change.application, undone, deps);
  const taken = seat && grantFault(seat);
  if (taken) return refused(taken);
  await deps.applications.save(
    { ...settled(change, { ...cause, calendar, seat }), opened, undone, beside: [...(beside ?? []), ...lifted] },
    cause,
  );
  return undefined;
}

/** Few changes take anything back: the others do not load what looks for it. */
async function undoneIn(application: Application, deps: SavingDeps): Promise<Undone | undefined> {
  return takesBack(application) ? (await import('./undone.ts')).undoneBy(application, deps) : undefined;
}

const liftedIn = async (application: Application, deps: SavingDeps): Promise<Write[]> =>
  takesBack(application) ? (await import('./bar-lifted.ts')).barLifted(application, deps) : [];

/** The place in a line that a change touches, as the line stands now: most touch none, and read nothing. */
async function seatFor(
  application: Application,
  undone: Undone | undefined,
  { quotas }: SavingDeps,
): Promise<Seat | undefined> {
  const touched = seatOf(application, undone);
  return touched && { ...touched, line: await quotas.line(touched.place) };
}
