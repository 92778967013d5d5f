import * as z from 'zod';
import { once } from '#shared/once';
import { ageBands } from '../domain/close/layers.ts';
import { destination } from '../domain/charge/charge-list.ts';
import { reconciliationState } from '../domain/reconciliation/graph.ts';

const fen = z.int();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const year = z.string().regex(/^\d{4}$/);
const format = z
  .enum(['json', 'csv'])
  .optional()
  .meta({ description: '`csv`: a file in UTF-8 with BOM, amounts in yuan; absent: as `Accept` says' });

export const dailyQuery = once(() =>
  z.object({ date: z.iso.date().optional().meta({ description: 'Which day; absent: today' }), format }),
);
export const fromToQuery = once(() => z.object({ from: z.iso.date().optional(), to: z.iso.date().optional(), format }));
export const monthQuery = once(() => z.object({ month: month.optional(), format }));
export const yearQuery = once(() => z.object({ year: year.optional(), format }));
export const formatOnly = { format };

const payeeSums = { takenFen: fen, backFen: fen, passedOnFen: fen };
export const dailyReply = once(() =>
  z
    .object({
      date: z.iso.date(),
      closed: z.boolean(),
      payees: z.array(
        z.object({
          channel: z.string().meta({ description: '`bank` where it is passed on to the payee' }),
          payee: z.string(),
          destination,
          ...payeeSums,
          releasedFen: fen.meta({ description: 'Reconciled, of the accounting day: may be remitted or settled' }),
        }),
      ),
      statements: z.array(
        z.object({
          channel: z.string(),
          merchant: z.string(),
          status: reconciliationState,
          rows: z.int(),
          matchedRows: z.int(),
          matchedInFen: fen,
          matchedOutFen: fen,
          feeFen: fen,
          openItems: z.int(),
          openFen: fen,
        }),
      ),
    })
    .meta({ id: 'DailyReport' }),
);

export const ageingReply = once(() =>
  z
    .object({
      date: z.iso.date(),
      digest: z.string().meta({ description: 'What who approves a month or a year signs' }),
      items: z.array(
        z.object({
          kind: z.enum(['exception', 'account']),
          of: z.string(),
          owner: z.string(),
          band: z.enum(ageBands).meta({ description: 'In days' }),
          items: z.int(),
          amountFen: fen,
          oldest: z.iso.date(),
        }),
      ),
    })
    .meta({ id: 'AgeingReport' }),
);

const both = z.object({ items: z.int(), amountFen: fen });
export const refundsReply = once(() =>
  z
    .object({
      from: z.iso.date(),
      to: z.iso.date(),
      items: z.array(
        z.object({
          date: z.iso.date(),
          closed: z.boolean(),
          channel: z.string(),
          promised: both,
          done: both,
          paidOut: both,
          treasury: both,
        }),
      ),
    })
    .meta({ id: 'RefundsReport' }),
);

export const feesReply = once(() =>
  z
    .object({
      month,
      closed: z.boolean(),
      feeFen: fen,
      items: z.array(z.object({ channel: z.string(), merchant: z.string(), feeFen: fen })),
    })
    .meta({ id: 'FeesReport' }),
);

const totals = { entries: z.int(), ...payeeSums, feeFen: fen, lateFen: fen };
export const monthsReply = once(() =>
  z
    .object({
      year,
      items: z.array(z.object({ month, closed: z.boolean(), ...totals })),
      total: z.object(totals),
    })
    .meta({ id: 'MonthsReport' }),
);
