import { sumFen } from '#shared/money';
import type { Bill } from '../bill/bill.ts';
import type { RefundAct } from './graph.ts';
import type { BackLine, Refund } from './refund.ts';

/** What of a refund a collector has been told as paid, line by line: of a bill that asks more besides, only what it collects. */
export function bookedIn({ of }: Pick<Refund, 'of'>, { kind, lines }: Pick<Bill, 'kind' | 'lines'>): BackLine[] {
  if (of.kind !== 'lines' || kind === 'non-tax') return [];
  const own = new Set(lines.filter((one) => one.kind === undefined || one.kind === kind).map(({ code }) => code));
  return of.lines.filter(({ code }) => own.has(code));
}

/** Whether a collector must undo something before this goes back; once it has, whichever way it goes. */
export const mustUndo = (found: Pick<Refund, 'of' | 'undo'>, bill: Pick<Bill, 'kind' | 'lines' | 'booking'>): boolean =>
  bill.booking !== undefined && !found.undo?.doneAt && sumFen(bookedIn(found, bill)) > 0;

/** The collector is asked from now on. */
export function undoing({ state }: Pick<Refund, 'state'>, at: Date): { act: RefundAct; is: Partial<Refund> } {
  const is = { undo: { since: at }, asked: 0, askAt: at, waitsSince: undefined };
  return { act: state === 'kept' ? 'approve' : 'undo', is };
}
