import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { uploadAddress } from '#shared/put-address';
import { rowClass } from '../domain/reconciliation/class.ts';
import { reconciliationState } from '../domain/reconciliation/graph.ts';
import { statementFile, tally } from '../domain/reconciliation/reconciliation.ts';
import { fileTotals } from '../domain/reconciliation/row.ts';

/** `wechat.treasury.2026-08-03`. */
export const reconciliationParam = /^[a-z0-9-]{1,32}\.[a-z0-9-]{1,64}\.\d{4}-\d{2}-\d{2}$/;
export const revisionParam = /^[1-9]\d{0,3}$/;

const sha256 = once(() => z.string().regex(/^[0-9a-f]{64}$/));
/** More than a day of a million rows. */
const mostBytes = 512 * 1024 * 1024;

export const reconciliationsQuery = once(() =>
  z.object({
    ...pageQuery(),
    date: z.iso.date().optional().meta({ description: 'The accounting day of the channel; absent: yesterday' }),
    channel: z.string().min(1).max(32).optional(),
  }),
);
export const sendStatementBody = once(() =>
  z.strictObject({ sha256: sha256(), bytes: z.int().min(1).max(mostBytes) }).meta({ id: 'StatementDeclaration' }),
);
export const confirmStatementBody = once(() =>
  z.strictObject({ uploadId: z.uuid(), sha256: sha256() }).meta({ id: 'StatementConfirmation' }),
);

const actions = once(() => z.array(z.enum(['send-statement'])));
const summary = once(() =>
  z.object({
    id: z.string(),
    status: reconciliationState,
    version: z.int(),
    channel: z.string(),
    merchant: z.string(),
    day: z.iso.date(),
    dueAt: z.iso.datetime().meta({ description: 'Since when a statement that is not there is missing' }),
    revision: z.int().meta({ description: 'Of the file; 0 where there is none' }),
    progress: z.object({ done: z.int(), of: z.int() }).meta({ description: 'How many of its partitions are matched' }),
    badLines: z.int(),
    classes: z
      .partialRecord(rowClass, tally())
      .optional()
      .meta({ description: 'The rows by class: rows, in, out and fees in fen; they sum to the whole file' }),
    matchedAt: z.iso.datetime().optional(),
    stopped: z.object({ since: z.iso.datetime(), begunAgain: z.int() }).optional().meta({
      description: 'Its run stands still for two hours: since when, and how often the clock has begun it again',
    }),
    actions: actions(),
  }),
);
const reconciliationSummary = once(() => summary().meta({ id: 'ReconciliationSummary' }));
export const reconciliationPage = once(() => pageOf(reconciliationSummary()).meta({ id: 'ReconciliationPage' }));

const file = once(() => statementFile().omit({ key: true }).extend({ receivedAt: z.iso.datetime() }));
export const reconciliationReply = once(() =>
  summary()
    .extend({
      file: file().optional(),
      earlier: z.array(file()).meta({ description: 'Revisions whose place another has taken; each is kept' }),
      rows: tally().optional().meta({ description: 'What its rows come to' }),
      said: fileTotals().optional().meta({ description: 'What the file says of itself' }),
      items: z
        .partialRecord(rowClass, tally())
        .optional()
        .meta({ description: 'The items of the ledger by class; they sum to its whole' }),
    })
    .meta({ id: 'Reconciliation' }),
);
export const statementDeclared = once(() =>
  z
    .object({
      uploadId: z.uuid(),
      upload: uploadAddress(),
    })
    .meta({ id: 'StatementDeclared' }),
);
export const statementTaken = once(() =>
  z
    .object({ id: z.string(), status: reconciliationState, version: z.int(), revision: z.int(), actions: actions() })
    .meta({ id: 'StatementTaken' }),
);
export const statementAddress = once(() =>
  z
    .object({ url: z.url(), until: z.iso.datetime(), revision: z.int(), sha256: sha256(), bytes: z.int() })
    .meta({ id: 'StatementAddress' }),
);
