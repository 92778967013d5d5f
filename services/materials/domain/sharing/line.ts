import * as z from 'zod';
import { sharedResource } from '#events/materials/shared-resources';
import { dayOf, endOf, nextDay, startOf, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import { sharedArrow, sharedState, type Outcome, type SharedArrow } from './graph.ts';

const moment = once(() => z.coerce.date());

/** What a case needs of a shared resource, for one line of its item's list. */
export const sharedLine = once(() =>
  z.object({
    requirement: z.string(),
    resource: z.string(),
    state: sharedState,
    /** Since when it stands so. */
    at: moment(),
    /** How often nobody has answered, one after another. */
    failures: z.int(),
    /** Why nobody has answered last. */
    why: z.string().optional(),
    /** When the clock looks at it. */
    next: moment().optional(),
    /** Of class 2: when its provider was asked, and whether it let the time for its answer pass. */
    requestedAt: moment().optional(),
    late: z.literal(true).optional(),
    /** Why its provider has declined. */
    reasons: z.string().optional(),
    answeredBy: z.string().optional(),
    /** It rested on a record that its provider has corrected since. */
    left: z.literal('corrected').optional(),
  }),
);
export type SharedLine = z.infer<ReturnType<typeof sharedLine>>;

interface Asked {
  requirement: string;
  resource: string;
}

export interface Now {
  at: Date;
  calendar: readonly CalendarYear[];
}

/** Working days in which a provider answers a request (国发〔2016〕51号). */
export const daysToAnswer = 10;

/** The last day on which its provider is in time; provisional while the year is not published. */
export const answerBy = (requestedAt: Date, calendar: readonly CalendarYear[]) =>
  workingDaysAfter(dayOf(requestedAt), daysToAnswer, calendar);

/** A case was handed in: what is shared with everybody is fetched at once, or from its first day on; for the rest its provider is asked. */
export function beginLine({ requirement, resource }: Asked, { at, calendar }: Now): SharedLine[] {
  const found = sharedResource(resource);
  if (!found || found.class === 3) return [];
  const fresh = { requirement, resource, at, failures: 0 };
  if (found.from > dayOf(at)) return [{ ...fresh, state: 'to-be-fetched', next: startOf(found.from) }];
  if (found.class === 1) return [{ ...fresh, state: 'fetching', next: hoursAfter(at, unheardHours) }];
  return [{ ...fresh, state: 'requested', requestedAt: at, next: endOf(answerBy(at, calendar).day) }];
}

const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);
/** Hours after which a line that nothing was heard of is asked for again, whatever became of its message. */
const unheardHours = 6;

type Decided = Partial<Pick<SharedLine, 'failures' | 'why' | 'next' | 'late' | 'reasons' | 'answeredBy' | 'left'>>;

/** A line after an act; undefined where the graph has none from there. */
function step(line: SharedLine, act: SharedArrow['act'], { at, ...decided }: Decided & { at: Date }) {
  const arrow = sharedArrow(line.state, act, { answerIsDue: isDue(line, at) && !line.late, isDue: isDue(line, at) });
  const { next, why, ...kept } = line;
  const look = arrow?.to === 'fetching' ? { next: hoursAfter(at, unheardHours) } : {};
  return arrow && { ...kept, ...look, state: arrow.to, at, ...decided };
}

const isDue = ({ next }: SharedLine, at: Date): boolean => next !== undefined && next < at;

/** Hours after which a provider that does not answer is asked again, longer each time; then once a day. */
const backOffHours = [1, 2, 4, 8];

/** What a register has answered, or that it has not. */
export function answered(
  line: SharedLine,
  { outcome, why }: { outcome: Outcome; why?: string | undefined },
  at: Date,
): SharedLine | undefined {
  if (outcome !== 'fail') return step(line, outcome, { at, failures: 0 });
  const hours = backOffHours[line.failures] ?? 24;
  const next = hoursAfter(at, hours);
  return step(line, 'fail', { at, failures: line.failures + 1, next, ...(why && { why }) });
}

/** Its provider agrees, or says why not. */
export function decide(
  line: SharedLine,
  act: 'grant' | 'decline',
  answer: { at: Date; answeredBy: string; reasons?: string },
): SharedLine | undefined {
  return step(line, act, answer);
}

/** Its provider has corrected the record: it is fetched anew, and what rested on the old one is told. */
export function renew(line: SharedLine, at: Date): SharedLine | undefined {
  return step(line, 'renew', { at, left: 'corrected' });
}

/** The clock: who does not answer is asked again; that a provider is late is told, once, by a calendar that is published. */
export function passLine(line: SharedLine, { at, calendar }: Now): SharedLine | undefined {
  if (!isDue(line, at)) return undefined;
  const again = step(line, 'again', { at });
  if (again) return again;
  const { day, provisional } = answerBy(line.requestedAt ?? line.at, calendar);
  // The year has been published, or amended, since: the day is another, or still not known.
  if (provisional) return { ...line, next: endOf(nextDay(dayOf(at))) };
  if (endOf(day) >= at) return { ...line, next: endOf(day) };
  const late = step(line, 'tell-late', { at, late: true });
  return late && { ...late, at: line.at };
}
