import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import { fact, type Fact } from '#events/event';
import { receiptStep, type ReceiptAct } from './graph.ts';
import type { Receipt } from './receipt.ts';

/** What an act changes of a receipt. */
export interface ReceiptChange {
  before: Receipt | undefined;
  receipt: Receipt;
  act: ReceiptAct | 'issue';
  facts: readonly Fact[];
}

/** 开具: a new one. It has its number from the same transaction. */
export function issue(said: Omit<Receipt, 'version' | 'state' | 'timelineHash'>): ReceiptChange {
  const receipt: Receipt = { ...said, version: 1, state: 'issued', timelineHash: '' };
  return { before: undefined, receipt, act: 'issue', facts: factsOf(receipt) };
}

/** 交付: the payer has fetched it. */
export const deliver = (before: Receipt): ReceiptChange | undefined => step(before, 'deliver', {});

/** 查验: somebody who knows its check code has asked whether it is good. */
export const verify = (before: Receipt): ReceiptChange | undefined => step(before, 'verify', {});

/** 入账: the payer's accountant has entered it, by this voucher. */
export const enter = (before: Receipt, voucher: string): ReceiptChange | undefined =>
  step(before, 'enter', { voucher });

/** The entry is undone, so that it can be taken back. */
export const undoEntry = (before: Receipt): ReceiptChange | undefined =>
  step(before, 'undo-entry', { voucher: undefined });

/** 冲红: a red one has taken it back. A red one itself is never taken back. */
export const reverse = (before: Receipt, reversedBy: string): ReceiptChange | undefined =>
  before.kind === 'red' ? undefined : step(before, 'reverse', { reversedBy });

function step(before: Receipt, act: ReceiptAct, is: Partial<Receipt>): ReceiptChange | undefined {
  const state = receiptStep(before.state, act);
  if (!state) return undefined;
  const receipt: Receipt = { ...before, ...is, state, version: before.version + 1 };
  return { before, receipt, act, facts: factsOf(receipt) };
}

function factsOf({ id, orderId, payer, kind, state, replaces, reverses }: Receipt): Fact[] {
  const others = { ...(replaces && { replaces }), ...(reverses && { reverses }) };
  return [fact(ReceiptChangedV1, { receiptId: id, orderId, payer, kind, state, ...others })];
}
