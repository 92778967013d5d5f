import * as z from 'zod';
import { namedParty } from '#shared/named-party';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { uploadAddress } from '#shared/put-address';
import { charset } from '../domain/batch/batch.ts';
import { batchState } from '../domain/batch/graph.ts';
import { counts } from '../domain/batch/progress.ts';
import { addressChannel } from '../domain/contact/contact.ts';

const district = once(() => z.string().regex(/^[a-z]{2,32}$/));
const sha256 = once(() => z.string().regex(/^[0-9a-f]{64}$/));
/** A hundred thousand rows of what fits two parts of an SMS, and as much again. */
const mostBytes = 64 * 1024 * 1024;
const mostInBody = 1000;

const to = once(() =>
  z.union([
    z.strictObject({ partyId: z.string().regex(/^p_[A-Za-z0-9_-]{1,64}$/) }),
    z.strictObject({ document: namedParty() }).meta({ description: 'Becomes the id of its party, and is not kept' }),
  ]),
);
const row = once(() => z.strictObject({ to: to(), values: z.record(z.string().max(32), z.string().max(10_000)) }));

export const batchBody = once(() =>
  z
    .strictObject({
      district: district(),
      title: z.string().trim().min(1).max(60).meta({ description: 'What staff call it; nobody else reads it' }),
      template: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(64)
        .meta({ description: 'In force in the district; neither statutory nor urgent' }),
      channels: z
        .array(addressChannel)
        .min(1)
        .max(3)
        .optional()
        .meta({ description: 'In their order; absent: each that the template has a text for' }),
      sendAt: z.iso.datetime({ offset: true }).optional().meta({ description: 'Not before; absent: once approved' }),
      rows: z.array(row()).min(1).max(mostInBody).optional(),
      file: z
        .strictObject({ sha256: sha256(), bytes: z.int().min(1).max(mostBytes), charset: charset.default('utf-8') })
        .optional()
        .meta({
          description:
            'A CSV of up to 100,000 rows: the columns `party`, or `kind`, `number` and for passports `country`, and one for each name of the template',
        }),
    })
    .meta({ id: 'BatchInput' }),
);

const action = z.enum(['confirm', 'approve', 'pause', 'resume', 'cancel']);
export const batchActed = once(() =>
  z
    .object({
      id: z.uuid(),
      status: batchState,
      version: z.int(),
      actions: z.array(action),
      upload: uploadAddress().optional(),
    })
    .meta({ id: 'BatchActed' }),
);

const summary = once(() =>
  z.object({
    id: z.uuid(),
    status: batchState,
    version: z.int(),
    district: z.string(),
    title: z.string(),
    template: z.object({ key: z.string(), edition: z.string() }),
    channels: z.array(addressChannel),
    rows: z.int().meta({ description: 'Of a file: once it is read' }),
    sendAt: z.iso.datetime().optional(),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    approvedBy: z.string().optional(),
    approvedAt: z.iso.datetime().optional(),
    actions: z.array(action),
  }),
);
const batchSummary = once(() => summary().meta({ id: 'BatchSummary' }));
export const batchQuery = once(() => z.object({ ...pageQuery(), district: district() }));
export const batchPage = once(() => pageOf(batchSummary()).meta({ id: 'BatchPage' }));

const progress = once(() =>
  z.object({ rows: z.int(), taken: z.int(), ...counts().shape }).meta({
    description:
      '`taken`: told so far, the sum of all that follow. `waiting`: for the end of quiet hours or another try; `optedOut` and `unreachable`: by the inbox alone; `again`: an earlier row has told the same party under another of its ids',
  }),
);
export const batchReply = once(() =>
  summary()
    .extend({
      file: z.object({ sha256: sha256(), bytes: z.int(), charset }).optional(),
      progress: progress(),
      faults: z
        .object({
          count: z.int(),
          first: z.array(
            z.object({ line: z.int(), column: z.string().optional(), code: z.string(), message: z.string() }),
          ),
        })
        .optional()
        .meta({ description: 'Of the file, by line; the first twenty, all of them in the file of faults' }),
    })
    .meta({ id: 'Batch' }),
);
export const faultsAddress = once(() =>
  z.object({ url: z.url(), until: z.iso.datetime(), count: z.int() }).meta({ id: 'BatchFaultsAddress' }),
);
