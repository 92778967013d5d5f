import * as z from 'zod';
import { pageOf, pageQuery } from '#shared/page';
import { personDocument, uscc } from '#shared/party';
import { text } from '#shared/text';
import { applicationState, channel, decision, outcome } from './domain/application.ts';
import { item } from './domain/item.ts';
import { accessRecord, timelineEntry } from './rows.ts';

const key = z.string().min(1).max(64);
const act = z.enum(['create', 'edit', 'submit', 'accept', 'decide', 'withdraw']);
const form = z
  .record(z.string(), z.unknown())
  .meta({ description: "Fits the item's form; checked when it is handed in" });

export const itemQuery = z.object({
  ...pageQuery,
  q: z.string().max(100).optional(),
  audience: z.enum(['1', '2', '3', '4', '5', '6']).optional(),
  department: key.optional(),
});

export const publishedItem = item.extend({ version: z.int(), since: z.int() }).meta({ id: 'Item' });
export const itemPage = pageOf(publishedItem.omit({ form: true }).meta({ id: 'ItemSummary' })).meta({ id: 'ItemPage' });

export const published = z
  .object({ version: z.int(), items: z.int(), changed: z.int() })
  .meta({ id: 'CataloguePublished' });

const applicant = z.union([
  z.strictObject({ kind: z.literal('organisation'), uscc }),
  z.strictObject({ kind: z.literal('person'), document: personDocument }),
]);
export type ApplicantInput = z.infer<typeof applicant>;

export const createBody = z
  .strictObject({
    itemKey: key,
    form,
    channel,
    applicant: applicant.optional().meta({
      description: 'For whom: needed when staff enter a case, and to apply for an organisation one may act for',
    }),
  })
  .meta({ id: 'ApplicationInput' });
export const draftBody = z.strictObject({ form }).meta({ id: 'DraftInput' });
export const noBody = z.strictObject({}).meta({ id: 'NoInput' });
export const withdrawBody = z.strictObject({ reason: text(500) }).meta({ id: 'WithdrawInput' });

export const decideBody = z
  .strictObject({ outcome, opinion: text(2000), reasons: text(2000).optional() })
  // A refusal is given with its reasons in writing (行政许可法 art. 38).
  .refine((body) => body.outcome === 'granted' || body.reasons !== undefined, {
    path: ['reasons'],
    message: 'a refusal needs its reasons (行政许可法 art. 38)',
  })
  .meta({ id: 'DecideInput' });

export const actReply = z
  .object({ id: z.uuid(), status: applicationState, version: z.int(), actions: z.array(act) })
  .meta({ id: 'ActReply' });

export const applicationReply = z
  .object({
    id: z.uuid(),
    status: applicationState,
    version: z.int(),
    actions: z.array(act),
    itemKey: z.string(),
    itemVersion: z.int(),
    department: z.string(),
    channel,
    createdAt: z.iso.datetime(),
    submittedAt: z.iso.datetime().optional(),
    acceptedAt: z.iso.datetime().optional(),
    dueAt: z.iso.datetime().optional(),
    provisional: z.boolean(),
    decidedAt: z.iso.datetime().optional(),
    decision: decision.optional(),
    form,
    masked: z.boolean().meta({ description: 'True when personal fields of the form are masked' }),
  })
  .meta({ id: 'Application' });

export const readQuery = z.object({
  reason: text(200).optional().meta({
    description: 'Staff: why the form must be seen unmasked; the read is recorded and the applicant can see it',
  }),
});

const summary = z
  .object({
    id: z.uuid(),
    itemKey: z.string(),
    district: z.string(),
    status: applicationState,
    outcome: outcome.optional(),
    createdAt: z.iso.datetime().optional(),
    submittedAt: z.iso.datetime().optional(),
    dueAt: z.iso.datetime().optional(),
    provisional: z.boolean().optional(),
  })
  .meta({ id: 'ApplicationSummary' });
export const applicationPage = pageOf(summary).meta({ id: 'ApplicationPage' });
export const mineQuery = z.object({ ...pageQuery, mine: z.literal('true') });
export const tasksQuery = z.object({
  ...pageQuery,
  department: key,
  status: applicationState.exclude(['draft']).default('submitted'),
});

export const timelineReply = z
  .object({ items: z.array(timelineEntry.meta({ id: 'TimelineEntry' })) })
  .meta({ id: 'Timeline' });
export const accessRecords = z
  .object({ items: z.array(accessRecord.meta({ id: 'AccessRecord' })) })
  .meta({ id: 'AccessRecords' });
