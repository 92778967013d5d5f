import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { released } from '../domain/remittance/released.ts';
import { maskedAccount } from './payout-account.ts';
import { settlementState } from '../domain/settlement/graph.ts';

export const settlementParam = /^settlement\.[a-z0-9-]{1,64}\.\d{4}-\d{2}-\d{2}$/;
const fen = z.int();

export const settlementsQuery = once(() =>
  z.object({
    ...pageQuery(),
    date: z.iso.date().optional().meta({ description: 'Drawn on which day; absent: today, or with a status any' }),
    status: settlementState.optional(),
  }),
);
export const rejectSettlementBody = once(() =>
  z.strictObject({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'SettlementRejection' }),
);
export const settlementReply = once(() =>
  z
    .object({
      id: z.string(),
      status: settlementState,
      version: z.int(),
      merchant: z.string(),
      day: z.iso.date(),
      number: z.string().meta({ description: 'By which the payment is named to the bank, and found in its statement' }),
      lines: released().shape.lines,
      fees: z.array(z.object({ channel: z.string(), feeFen: fen })),
      inFen: fen,
      outFen: fen,
      feeFen: fen,
      netFen: fen.meta({ description: 'What is paid: never below zero, that is carried to the next day' }),
      sources: z.array(z.object({ source: z.string(), channel: z.string(), day: z.iso.date() })),
      payTo: z
        .object(maskedAccount())
        .optional()
        .meta({ description: 'Where it is paid, by its last digits; where one settlement is read' }),
      drawnBy: z.string(),
      drawnAt: z.iso.datetime(),
      approved: z.object({ by: z.string(), at: z.iso.datetime(), sha256: z.string() }).optional(),
      rejected: z
        .object({ by: z.string(), at: z.iso.datetime(), reason: z.string() })
        .optional()
        .meta({ description: 'Its money waits again: `POST /payments/settlements` draws it anew' }),
      paidOver: z.object({ by: z.string(), at: z.iso.datetime() }).optional(),
      actions: z.array(z.enum(['approve', 'reject'])),
    })
    .meta({ id: 'Settlement' }),
);
export const settlementPage = once(() => pageOf(settlementReply()).meta({ id: 'SettlementPage' }));
export const settlementsDrawn = once(() =>
  z.object({ items: z.array(settlementReply()) }).meta({ id: 'SettlementsDrawn' }),
);
export const settlementFile = once(() =>
  z.string().meta({ id: 'SettlementFile', description: 'RFC 4180 in UTF-8 with a byte order mark, amounts in yuan' }),
);
