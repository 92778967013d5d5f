import * as z from 'zod';
import { once } from '#shared/once';
import { entryKind, leg } from '../domain/ledger/entry.ts';

export const dayParam = /^\d{4}-\d{2}-\d{2}$/;
const fen = z.int();

export const entriesReply = once(() =>
  z
    .object({
      items: z.array(
        z.object({
          id: z.uuid(),
          day: z.iso.date(),
          at: z.iso.datetime(),
          kind: entryKind,
          of: z.string(),
          legs: z.array(leg()),
        }),
      ),
    })
    .meta({ id: 'LedgerEntries' }),
);

export const trialQuery = once(() =>
  z.object({ day: z.iso.date().optional().meta({ description: 'At the end of which day; absent: as it is now' }) }),
);
export const trialReply = once(() =>
  z
    .object({
      day: z.iso.date(),
      closed: z.boolean(),
      accounts: z.array(z.object({ account: z.string(), debitFen: fen, creditFen: fen, heldFen: fen })),
      debitFen: fen,
      creditFen: fen,
      differenceFen: fen.meta({ description: 'Always 0' }),
    })
    .meta({ id: 'TrialBalance' }),
);
export const closeReply = once(() =>
  z.object({ day: z.iso.date(), entries: z.int(), hash: z.string() }).meta({ id: 'ClosedDay' }),
);
