import type * as z from 'zod';
import type { Call } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { settlementCsv } from '../../domain/settlement/csv.ts';
import type { settlementsQuery } from '../../schemas/settlement.ts';
import { csvReply } from '#shared/csv-reply';
import { listDrawn, readDrawn, shown } from '../remittance/read-drawn.ts';
import { showSettlement } from './show-settlement.ts';

/** Those of a day, or those that stand so. */
export const listSettlements =
  ({ settlements }: PaymentsDeps) =>
  (call: Call<z.infer<ReturnType<typeof settlementsQuery>>>) =>
    listDrawn(call, settlements, { show: showSettlement });

export const getSettlement =
  ({ settlements }: PaymentsDeps) =>
  (call: Call) =>
    readDrawn(call, settlements, shown(showSettlement));

/** The file for the bank; the same bytes as were kept when it was approved. */
export const getSettlementCsv =
  ({ settlements }: PaymentsDeps) =>
  (call: Call) =>
    readDrawn(call, settlements, (found) => csvReply(found.number, settlementCsv(found)));
