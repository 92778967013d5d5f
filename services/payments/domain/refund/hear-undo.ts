import { askAgainAt } from '../order/ask-again.ts';
import { notApproved, promiseEntry, step, type RefundChange } from './act.ts';
import type { Refund } from './refund.ts';
import { treasuryPromise } from './treasury-entries.ts';

/** What a collector says of an undoing. `silent`: no answer came that can be believed. Without `ref` nothing was booked there. */
export type UndoWord = { state: 'undone'; ref?: string } | { state: 'refused' } | { state: 'silent' };

interface Heard {
  at: Date;
  /** The unit that must verify it, where it has been remitted meanwhile. */
  unit?: Refund['unit'];
}

/** What becomes of a refund by what its collector answers: it is promised once he has undone it, and not before. */
export function hearUndo(before: Refund, said: UndoWord, { at, unit }: Heard): RefundChange | undefined {
  const asked = before.asked + 1;
  if (said.state === 'silent') return step(before, 'wait', { asked, askAt: askAgainAt(before.asked, at) });
  if (said.state === 'refused') return step(before, 'keep', { asked, askAt: undefined });
  const undo = { since: before.undo?.since ?? at, doneAt: at, ...(said.ref && { ref: said.ref }) };
  if (unit && !before.unit) {
    return step(before, 'divert', { undo, unit, waitsSince: at, asked: 0, askAt: undefined, ...notApproved });
  }
  if (before.unit) {
    const change = step(before, 'undone-remitted', { undo, waitsSince: at, asked: 0, askAt: undefined });
    return change && { ...change, entries: [treasuryPromise(before)] };
  }
  const change = step(before, 'undone', { undo, asked: 0, askAt: at });
  return change && { ...change, entries: [promiseEntry(before)] };
}
