import * as z from 'zod';
import { pageOf, pageQuery } from '#shared/page';
import { personDocument, uscc } from '#shared/party';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { channel } from '../domain/catalogue/item.ts';
import { acts, applicationState, decision, outcome } from '../domain/case/application.ts';
import { accessRecord, timelineEntry } from '../stores/rows.ts';

const key = once(() => z.string().min(1).max(64));
const act = once(() => z.enum(acts));
const form = once(() =>
  z.record(z.string(), z.unknown()).meta({ description: "Fits the item's form; checked when it is handed in" }),
);

const applicant = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('organisation'), uscc: uscc() }),
    z.strictObject({ kind: z.literal('person'), document: personDocument() }),
  ]),
);
export type ApplicantInput = z.infer<ReturnType<typeof applicant>>;

export const createBody = once(() =>
  z
    .strictObject({
      itemKey: key(),
      form: form(),
      channel,
      applicant: applicant().optional().meta({
        description: 'For whom: needed when staff enter a case, and to apply for an organisation one may act for',
      }),
    })
    .meta({ id: 'ApplicationInput' }),
);
export const draftBody = once(() => z.strictObject({ form: form() }).meta({ id: 'DraftInput' }));
export const noBody = once(() => z.strictObject({}).meta({ id: 'NoInput' }));
export const withdrawBody = once(() => z.strictObject({ reason: text(500) }).meta({ id: 'WithdrawInput' }));

const noReasons: Saying = {
  zh: '不予许可应当说明理由（行政许可法第三十八条）。',
  en: 'A refusal needs its reasons (Administrative Licensing Law, art. 38).',
};

export const decideBody = once(() =>
  z
    .strictObject({ outcome, opinion: text(2000), reasons: text(2000).optional() })
    // A refusal is given with its reasons in writing (行政许可法 art. 38).
    .refine((body) => body.outcome === 'granted' || body.reasons !== undefined, {
      path: ['reasons'],
      params: noReasons,
    })
    .meta({ id: 'DecideInput' }),
);

export const actReply = once(() =>
  z
    .object({ id: z.uuid(), status: applicationState, version: z.int(), actions: z.array(act()) })
    .meta({ id: 'ActReply' }),
);

export const applicationReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: applicationState,
      version: z.int(),
      actions: z.array(act()),
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
      decision: decision().optional(),
      withdrawnAt: z.iso.datetime().optional(),
      form: form(),
      masked: z.boolean().meta({ description: 'True when personal fields of the form are masked' }),
    })
    .meta({ id: 'Application' }),
);

export const readQuery = once(() =>
  z.object({
    reason: text(200).optional().meta({
      description: 'Staff: why the form must be seen unmasked; the read is recorded and the applicant can see it',
    }),
  }),
);

const summary = once(() =>
  z
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
    .meta({ id: 'ApplicationSummary' }),
);
export const applicationPage = once(() => pageOf(summary()).meta({ id: 'ApplicationPage' }));
export const mineQuery = once(() => z.object({ ...pageQuery(), mine: z.literal('true') }));
export const tasksQuery = once(() =>
  z.object({
    ...pageQuery(),
    department: key(),
    status: applicationState.exclude(['draft']).default('submitted'),
  }),
);

export const timelineReply = once(() =>
  z.object({ items: z.array(timelineEntry().meta({ id: 'TimelineEntry' })) }).meta({ id: 'Timeline' }),
);
export const accessRecords = once(() =>
  z.object({ items: z.array(accessRecord().meta({ id: 'AccessRecord' })) }).meta({ id: 'AccessRecords' }),
);
