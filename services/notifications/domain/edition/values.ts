import { dayOf } from '#shared/calendar';
import type { Line } from '../line.ts';
import type { Values } from '../template/render.ts';

const dated: ReadonlySet<string> = new Set(['fee-due', 'fee-changed', 'material-expiring', 'visit-to-rectify']);
/** Where the day is that of something that happens on it. */
const happening: ReadonlySet<string> = new Set(['visit-announced']);
const priced: ReadonlySet<string> = new Set([
  'fee-due',
  'fee-changed',
  'bill-paid',
  'refund-approved',
  'refund-rejected',
  'refund-stuck',
  'refund-done',
]);

/** The longest that each name can become: what a template of a message is measured with. */
const longest = { number: 'A1B2C3D4', day: '2026-12-31', due: '2026-12-31', on: '2026-12-31', amount: '99999999.99' };

/** The names that a template of a message may use, each with its longest value; nothing personal is among them. */
export function valuesKnown(message: string): Values {
  const { number, day, due, on, amount } = longest;
  return {
    number,
    day,
    ...(dated.has(message) && { due }),
    ...(happening.has(message) && { on }),
    ...(priced.has(message) && { amount }),
  };
}

/**
 * What stands for the names in a line: `number`, the first characters of the id of what it is about, as the hall shows it; `day`, when
 * it happened; `on`, when it is going to; `due` and `amount` (in yuan) where the message has them. Days are those of Shanghai.
 */
export function valuesOf(line: Line): Values {
  const {
    caseId,
    bundleId,
    materialId,
    refundId,
    receiptId,
    authorityId,
    consultationId,
    problemId,
    projectId,
    reviewId,
    visitId,
    dueAt,
    amountFen,
  } = line;
  const about =
    caseId ??
    bundleId ??
    materialId ??
    refundId ??
    receiptId ??
    authorityId ??
    consultationId ??
    problemId ??
    projectId ??
    reviewId ??
    visitId ??
    line.id;
  return {
    number: about.slice(0, 8).toUpperCase(),
    day: dayOf(new Date(line.at)),
    ...(dueAt && { [happening.has(line.message) ? 'on' : 'due']: dayOf(new Date(dueAt)) }),
    ...(amountFen !== undefined && { amount: (amountFen / 100).toFixed(2) }),
  };
}
