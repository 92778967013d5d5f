import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { destination } from '../domain/charge/charge-list.ts';
import { remittanceState } from '../domain/remittance/graph.ts';
import { remittanceLine } from '../domain/remittance/remittance.ts';

/** `treasury.2026-08-04`, and what follows a full list: `treasury.2026-08-04.2`. */
export const listParam = /^[a-z0-9-]{1,64}\.\d{4}-\d{2}-\d{2}(\.\d{1,3})?$/;
const key = once(() =>
  z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .max(64),
);
const fen = z.int();

export const drawBody = once(() =>
  z
    .strictObject({
      merchant: key()
        .optional()
        .meta({ description: 'Absent: all whose money is for the treasury or the fiscal account' }),
    })
    .meta({ id: 'RemittanceDrawInput' }),
);
export const confirmBody = once(() =>
  z
    .strictObject({
      receipt: z.string().min(1).max(64).meta({ description: 'The number of the treasury’s receipt (缴款回单)' }),
    })
    .meta({ id: 'RemittanceConfirmInput' }),
);
export const remittancesQuery = once(() =>
  z.object({
    ...pageQuery(),
    date: z.iso.date().optional().meta({ description: 'Drawn on which day; absent: today, or with a status any' }),
    payee: key().optional(),
    status: remittanceState.optional(),
  }),
);

const summary = once(() =>
  z.object({
    id: z.string(),
    status: remittanceState,
    version: z.int(),
    merchant: z.string(),
    destination,
    day: z.iso.date(),
    payees: z.array(z.string()),
    inFen: fen.meta({ description: 'Gross: fees and what went back are not taken off' }),
    outFen: fen,
    netFen: fen,
    drawnBy: z.string(),
    drawnAt: z.iso.datetime(),
    sentBy: z.string().optional(),
    confirmed: z
      .object({ by: z.string(), at: z.iso.datetime(), receipt: z.string() })
      .optional()
      .meta({ description: 'By the treasurer with the treasury’s receipt, or by the bank’s statement' }),
    actions: z.array(z.enum(['send', 'confirm'])),
  }),
);
const remittanceSummary = once(() => summary().meta({ id: 'RemittanceSummary' }));
export const remittancePage = once(() => pageOf(remittanceSummary()).meta({ id: 'RemittancePage' }));
export const drawnReply = once(() =>
  z.object({ items: z.array(remittanceSummary()) }).meta({ id: 'RemittancesDrawn' }),
);
export const remittanceReply = once(() =>
  summary()
    .extend({
      lines: z.array(remittanceLine().extend({ netFen: fen })),
      sources: z
        .array(z.object({ source: z.string(), channel: z.string(), day: z.iso.date() }))
        .meta({ description: 'The reconciliations and exceptions that have released the money' }),
    })
    .meta({ id: 'Remittance' }),
);
export const remittanceFile = once(() =>
  z.string().meta({ id: 'RemittanceFile', description: 'RFC 4180 in UTF-8 with a byte order mark, amounts in yuan' }),
);
