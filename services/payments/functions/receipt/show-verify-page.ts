import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { pageHeaders, receiptPage } from '../../page/receipt-page.ts';
import { verifyQuery, type pageQuery } from '../../schemas/receipt.ts';
import { verified } from './verify-receipt.ts';

/** Where the code on a receipt leads: the same answer as `verify`, for people. */
export const showVerifyPage =
  (deps: PaymentsDeps) =>
  async (call: Call<z.infer<ReturnType<typeof pageQuery>>>): Promise<HttpResponse> => {
    const { query, language } = call;
    const asked = verifyQuery().safeParse(query);
    const found = asked.success ? await verified(asked.data, call, deps) : undefined;
    const isAsked = Object.values(query).some(Boolean);
    return { status: 200, headers: pageHeaders(), text: receiptPage({ query, isAsked, found }, language) };
  };
