import type { SpecialProcedure } from '../catalogue/item.ts';
import type { DueAt } from '../clock/limit.ts';
import type { Application } from './application.ts';
import { end, refused, step, type Acting, type Change, type Refused } from './change.ts';
import { endPause } from './handing-in.ts';
import { dueBy } from './standing.ts';

// What may happen to an accepted case before it is decided, or in place of that: apart from the decision, which every start loads.

interface Suspending {
  kind: SpecialProcedure;
  why: string;
}

/** 特别程序: told in writing, not counted (行政许可法 art. 45); only what the item provides for. */
export function suspend(special: readonly SpecialProcedure[]) {
  return (application: Application, { at, body }: Acting<Suspending>): Change | Refused => {
    const { kind, why } = body;
    if (!special.includes(kind)) return refused('not-a-special-procedure');
    const pauses = [...application.pauses, { kind, from: at, why }];
    return { ...step(application, 'suspend', { pauses }), reason: why };
  };
}

/** The procedure is over: from tomorrow on the days count again. */
export function resume(application: Application, { at, body }: Acting<{ result: string }>): Change {
  return { ...step(application, 'resume', { pauses: endPause(application, at) }), reason: body.result };
}

/** 延长: once, by the head, at most ten working days, fifteen where offices decide jointly (行政许可法 art. 42), thirty days in a review. */
export function extend(
  application: Application,
  { at, body, calendar }: Acting<{ days: number; why: string }>,
): Change | Refused {
  if (body.days > longest(application)) return refused('extension-too-long');
  if (limits.some((one) => isPast(dueBy(application, one, calendar), at))) return refused('extension-too-late');
  return { ...step(application, 'extend', { extension: { ...body, at } }), reason: body.why };
}

const limits = ['promised', 'legal'] as const;

/** Art. 42: approved within the limit that it extends. One that has passed stays passed, or nothing would ever be overdue. */
const isPast = (due: DueAt | undefined, at: Date): boolean => due !== undefined && due.dueAt < at;

/** 行政复议法 art. 62: a review may take thirty days more. */
function longest({ follows, departments }: Application): number {
  if (follows?.as === 'review') return 30;
  return departments.length > 1 ? 15 : 10;
}

/** What was to follow has come (容缺). */
export function settleTolerance(application: Application, { at }: Acting): Change | Refused {
  const { tolerance } = application;
  if (!tolerance) return refused('wrong-state');
  return step(application, 'settle-tolerance', { tolerance: { ...tolerance, settledAt: at } });
}

/** 转报: another office decides; the case ends here and goes on there. */
export function forward(application: Application, { at, body }: Acting<{ to: string; why: string }>): Change {
  const { to, why } = body;
  return { ...end(application, 'forward', { outcome: 'forwarded', at, forwardedTo: to }), reason: why };
}
