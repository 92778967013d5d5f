import type * as z from 'zod';
import type { Call } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { remittanceCsv } from '../../domain/remittance/csv.ts';
import type { remittancesQuery } from '../../schemas/remittance.ts';
import { csvReply } from '#shared/csv-reply';
import { listDrawn, readDrawn, shown } from './read-drawn.ts';
import { showRemittance, showSummary } from './show-remittance.ts';

/** Those of a day, or those that stand so; of a payee only those in which it has a line. */
export const listRemittances =
  ({ remittances }: PaymentsDeps) =>
  (call: Call<z.infer<ReturnType<typeof remittancesQuery>>>) => {
    const { payee } = call.query;
    return listDrawn(call, remittances, {
      show: showSummary,
      fits: ({ lines }) => !payee || lines.some((line) => line.payee === payee),
    });
  };

export const getRemittance =
  ({ remittances }: PaymentsDeps) =>
  (call: Call) =>
    readDrawn(call, remittances, shown(showRemittance));

/** The file for the treasury. */
export const getRemittanceCsv =
  ({ remittances }: PaymentsDeps) =>
  (call: Call) =>
    readDrawn(call, remittances, (found) => csvReply(found.id, remittanceCsv(found)));
