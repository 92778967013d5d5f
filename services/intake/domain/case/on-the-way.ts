import type { SpecialProcedure } from '../catalogue/item.ts';
import { generalExtension } from '../catalogue/extension.ts';
import type { DueAt, Extra } from '../clock/limit.ts';
import type { Application } from './application.ts';
import type { Line } from '../material/case-materials.ts';
import { end, refused, step, type Acting, type Change, type Fault, type Refused } from './change.ts';
import { endPause } from './handing-in.ts';
import { dueBy } from './standing.ts';
import type { Came } from './tolerated.ts';

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

/** 延长: once, by the head, and no longer than the item's law lets; in the same days for what is promised and what the law asks. */
export function extend(
  application: Application,
  { at, body, calendar }: Acting<{ days: number; why: string }>,
): Change | Refused {
  const { n, unit } = longestExtension(application);
  if (body.days > n) return refused('extension-too-long');
  if (limits.some((one) => isPast(dueBy(application, one, calendar), at))) return refused('extension-too-late');
  return { ...step(application, 'extend', { extension: { ...body, unit, at } }), reason: body.why };
}

const limits = ['promised', 'legal'] as const;

/** Art. 42: approved within the limit that it extends. One that has passed stays passed, or nothing would ever be overdue. */
const isPast = (due: DueAt | undefined, at: Date): boolean => due !== undefined && due.dueAt < at;

/** 行政复议法 art. 62: a review may take thirty days more, counted as its sixty are. */
const ofReview = { n: 30, unit: 'day' } as const;

const longestExtension = ({ follows, departments, extendable }: Application): Extra =>
  follows?.as === 'review' ? ofReview : (extendable ?? generalExtension(departments));

/**
 * What was to follow has come (容缺): every line that the promise names, with the document that the library has confirmed for it or
 * the originals that were seen; nothing is settled by saying so.
 */
export function settleTolerance(lines: readonly Line[]) {
  return (application: Application, { at, body, by }: Acting<{ came: readonly Came[] }>): Change | Refused => {
    const { tolerance } = application;
    if (!tolerance) return refused('wrong-state');
    const faults = missingIn(tolerance.requirements, body.came, lines);
    if (faults.length > 0) return refused('not-come', faults);
    const settled = { settledAt: at, settledBy: by.actor.sub, came: [...body.came] };
    return step(application, 'settle-tolerance', { tolerance: { ...tolerance, ...settled } });
  };
}

function missingIn(promised: readonly string[], came: readonly Came[], lines: readonly Line[]): Fault[] {
  const wrong = came.flatMap((one, n) => {
    const first = came.findIndex(({ requirement }) => requirement === one.requirement) === n;
    return first && promised.includes(one.requirement) && isHere(one, lines) ? [] : [{ path: ['came', n] }];
  });
  const unnamed = promised.some((one) => !came.some(({ requirement }) => requirement === one));
  return unnamed ? [...wrong, { path: ['came'] }] : wrong;
}

/** A document counts once the library has confirmed it for this very line; or where an office has said why it may. */
function isHere({ requirement, document, seen }: Came, lines: readonly Line[]): boolean {
  if (!document) return seen !== undefined;
  return lines.some(
    (one) =>
      one.requirement === requirement &&
      one.materialId === document.materialId &&
      one.version === document.version &&
      (one.state === 'confirmed' || one.state === 'upheld'),
  );
}

/** 转报: another office decides; the case ends here and goes on there. */
export function forward(application: Application, { at, body }: Acting<{ to: string; why: string }>): Change {
  const { to, why } = body;
  return { ...end(application, 'forward', { outcome: 'forwarded', at, forwardedTo: to }), reason: why };
}
