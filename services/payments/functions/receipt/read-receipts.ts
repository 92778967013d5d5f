import type * as z from 'zod';
import { readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { deliver } from '../../domain/receipt/act.ts';
import { receiptNotDrawn } from '../../problems/receipt.ts';
import type { byPayeeQuery, receiptsQuery } from '../../schemas/receipt.ts';
import { whoseIds } from '../whose.ts';
import { showForFinance, showReceipt } from './show-receipt.ts';

/** The receipts of the caller, or of an organisation that he may act for. */
export const listReceipts =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof receiptsQuery>>>): Promise<HttpResponse> => {
    const { query } = call;
    const ids = await whoseIds(query.as, call, deps);
    if (!ids) return refuse(problems.notFound);
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await deps.receipts.list(ids, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map(showReceipt) } };
  };

export const getReceipt =
  ({ receipts }: PaymentsDeps) =>
  async ({ params, scope }: Call): Promise<HttpResponse> => {
    const found = await receipts.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    return { status: 200, headers: { ETag: `"${found.version}"` }, body: showReceipt(found) };
  };

/** Those of a payee and day: what finance compares with the payee's own books. */
export const receiptsByPayee =
  ({ receipts }: PaymentsDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof byPayeeQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await receipts.byPayee(query, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map(showForFinance) } };
  };

/** Long enough to begin a download, too short to be passed on. */
const openSeconds = 60;

/** 交付: an address of the sealed PDF for a minute; who has fetched it has the receipt. */
export const fetchReceipt =
  ({ receipts, papers }: PaymentsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await receipts.get(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const paper = await receipts.paper(found.id);
    if (!paper) return refuse(receiptNotDrawn);
    const url = await (await papers()).readAddress(paper.ref, openSeconds);
    const change = deliver(found);
    if (change) await receipts.save(change, cause);
    const until = new Date(cause.at.getTime() + openSeconds * 1000).toISOString();
    const { bytes, sha256 } = paper;
    return { status: 200, body: { ...showReceipt(change?.receipt ?? found), url, until, bytes, sha256 } };
  };
