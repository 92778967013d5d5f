import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { enter, undoEntry } from '../../domain/receipt/act.ts';
import { release } from '../../domain/receipt/settle.ts';
import { receiptMoved } from '../../problems/receipt.ts';
import type { enterBody } from '../../schemas/receipt.ts';
import { issueFor } from './issue-for.ts';
import { showReceipt } from './show-receipt.ts';

/** 入账: the payer's accountant says by which voucher he has entered it. */
export const enterReceipt =
  ({ receipts }: PaymentsDeps) =>
  async ({
    params,
    scope,
    body,
    cause,
  }: Call<unknown, z.infer<ReturnType<typeof enterBody>>>): Promise<HttpResponse> => {
    const found = await receipts.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const change = enter(found, body.voucher);
    if (!change) return refuse(receiptMoved);
    const reply = acted(change.receipt);
    await receipts.save(change, { ...cause, reply });
    return reply;
  };

/** The entry is undone; what was refunded meanwhile is taken back at once, or by the clock. */
export const undoReceiptEntry =
  (deps: PaymentsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await deps.receipts.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const change = undoEntry(found);
    if (!change) return refuse(receiptMoved);
    const account = await deps.receipts.account(found.accountId);
    const released = account && account.current === found.id ? release(account) : undefined;
    const reply = acted(change.receipt);
    await deps.receipts.save(change, { ...cause, reply }, released);
    if (released) await issueFor(found.accountId, deps);
    return reply;
  };

function acted(found: Parameters<typeof showReceipt>[0]) {
  return { status: 200, headers: { ETag: `"${found.version}"` }, body: showReceipt(found) };
}
