import type * as z from 'zod';
import { refuse, type Call } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { settlementCsv } from '../../domain/settlement/csv.ts';
import type { Settlement } from '../../domain/settlement/settlement.ts';
import { settlementNotApproved } from '../../problems/settlement.ts';
import type { settlementsQuery } from '../../schemas/settlement.ts';
import { csvReply } from '#shared/csv-reply';
import { listDrawn, readDrawn, shown } from '../remittance/read-drawn.ts';
import { accountOf } from './account-of.ts';
import { showSettlement } from './show-settlement.ts';

/** Those of a day, or those that stand so. */
export const listSettlements =
  ({ settlements }: PaymentsDeps) =>
  (call: Call<z.infer<ReturnType<typeof settlementsQuery>>>) =>
    listDrawn(call, settlements, { show: (found) => showSettlement(found) });

export const getSettlement = (deps: PaymentsDeps) => (call: Call) =>
  readDrawn(call, deps.settlements, async (found) => {
    const to = await accountOf(found, deps);
    return shown<Settlement>((one) => showSettlement(one, to))(found);
  });

/** The file for the bank; the same bytes as were kept when it was approved. Before that there is none. */
export const getSettlementCsv = (deps: PaymentsDeps) => (call: Call) =>
  readDrawn(call, deps.settlements, async (found) => {
    const to = found.approved && (await accountOf(found, deps));
    return to ? csvReply(found.number, settlementCsv(found, to.account)) : refuse(settlementNotApproved);
  });
