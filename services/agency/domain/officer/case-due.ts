import * as z from 'zod';
import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import { arePublished, dayOf, workingDaysBetween, type CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';

const told = once(() => z.object({ day: z.string(), sequence: z.int() }));
const counts = once(() => z.record(z.string(), z.int()));

const openStates = ['submitted', 'correcting', 'accepted', 'suspended', 'supplementing'] as const;

/** When the case of a project is due, and what it has made of its officer's results; from facts in any order. */
export const caseDue = once(() =>
  z.object({
    projectId: z.string(),
    caseId: z.string(),
    /** Of this copy; a late fact may change it too. */
    version: z.int(),
    sequence: z.int(),
    /** What was said last of a case that is open. */
    said: z.enum(openStates).optional(),
    /** The last day of its limit, while that runs. */
    day: z.string().optional(),
    /** The last that was told of its limit, also of one that does not run any more. */
    limit: told().optional(),
    decided: told().optional(),
    counted: z.object({ officer: z.string(), by: counts() }).optional(),
  }),
);
export type CaseDue = z.infer<ReturnType<typeof caseDue>>;
type Told = Pick<ReceivedOf<typeof CaseChangedV2>, 'data' | 'sequence' | 'time'>;

/** What facts of a case make of it; `undefined` where one tells nothing new. */
export function followDue(found: CaseDue, { data, sequence, time }: Told): CaseDue | undefined {
  const isLast = sequence > found.sequence;
  const isOver = data.state === 'decided' || data.state === 'withdrawn';
  const due = data.dueAt === undefined || isOver ? undefined : dayOf(new Date(data.dueAt));
  const isDecision = data.outcome === 'granted' || data.outcome === 'refused';
  const limit = due !== undefined && sequence > (found.limit?.sequence ?? 0) ? { day: due, sequence } : found.limit;
  const decided = isDecision ? { day: dayOf(new Date(time)), sequence } : found.decided;
  if (!isLast && limit === found.limit && decided?.sequence === found.decided?.sequence) return undefined;
  return {
    ...found,
    version: found.version + 1,
    limit,
    decided,
    ...(isLast && { sequence, day: due, said: openStates.find((one) => one === data.state) }),
  };
}

/** Working days by which a decision came before its limit, or after it; not measured where the calendar of a year is not published. */
export function measured({ limit, decided }: CaseDue, calendar: readonly CalendarYear[]): Record<string, number> {
  if (!decided) return {};
  if (!limit) return { decided: 1, unmeasured: 1 };
  const [first, last] = [limit.day, decided.day].toSorted();
  if (first === undefined || last === undefined || !arePublished(first, last, calendar))
    return { decided: 1, unmeasured: 1 };
  const days = workingDaysBetween(first, last, calendar);
  return limit.day < decided.day ? { decided: 1, late: 1, daysOver: days } : { decided: 1, daysSaved: days };
}
