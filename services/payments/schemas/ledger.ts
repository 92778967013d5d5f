import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { formatOnly } from './report.ts';
import { entry, leg } from '../domain/ledger/entry.ts';

const fen = z.int();

const entryReply = once(() => z.object({ ...entry().shape, day: z.iso.date(), at: z.iso.datetime() }));
export const entriesReply = once(() => z.object({ items: z.array(entryReply()) }).meta({ id: 'LedgerEntries' }));

export const accountQuery = once(() =>
  z.object({
    ...pageQuery(),
    account: leg().shape.account.meta({ description: 'As the trial balance names it: `payee/urban/treasury`' }),
    day: z.iso.date().optional().meta({ description: 'Which day; absent: today' }),
  }),
);
export const accountReply = once(() =>
  pageOf(entryReply())
    .extend({
      day: z.iso.date(),
      account: z.string(),
      openingFen: fen.meta({ description: 'Held before the day, on the side on which it usually does' }),
      debitFen: fen,
      creditFen: fen,
      closingFen: fen.meta({ description: 'Held after all entries of the day, not only those of this page' }),
    })
    .meta({ id: 'LedgerAccount' }),
);

export const trialQuery = once(() =>
  z.object({
    day: z.iso.date().optional().meta({ description: 'At the end of which day; absent: as it is now' }),
    ...formatOnly,
  }),
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
