import type * as z from 'zod';
import { readCursor } from '#shared/page';
import type { Call, HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import type { payoutAccountsQuery } from '../../schemas/payout-account.ts';
import { showPayoutAccount } from './show-payout-account.ts';

/** Those that stand so, the oldest first. */
export const listPayoutAccounts =
  ({ payoutAccounts }: PaymentsDeps) =>
  async ({ query }: Call<z.infer<ReturnType<typeof payoutAccountsQuery>>>): Promise<HttpResponse> => {
    const cursor = readCursor(query.cursor);
    if ('problem' in cursor) return cursor;
    const page = await payoutAccounts.standing(query.status, { limit: query.limit, after: cursor.after });
    return { status: 200, body: { ...page, items: page.items.map(showPayoutAccount) } };
  };
