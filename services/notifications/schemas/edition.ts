import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { channelKey, noticeRules } from '../domain/template/template.ts';

const district = once(() =>
  z
    .string()
    .regex(/^[a-z]{2,32}$/)
    .meta({
      description:
        'A set of the directory; the city’s own key stands for what holds wherever a district has nothing of its own',
    }),
);

export const editionBody = once(() =>
  noticeRules().extend({ district: district() }).meta({ id: 'NoticeEditionInput' }),
);

export const editionActed = once(() =>
  z
    .object({
      id: z.uuid(),
      status: z.enum(['proposed', 'in-force']),
      version: z.int(),
      actions: z.array(z.enum(['approve'])),
    })
    .meta({ id: 'NoticeEditionActed' }),
);

const outline = once(() =>
  z.object({
    id: z.uuid(),
    district: z.string(),
    version: z.int(),
    base: z.uuid().optional().meta({ description: 'Which one was in force when it was proposed' }),
    proposedBy: z.string(),
    proposedAt: z.iso.datetime(),
    approvedBy: z.string().optional(),
    approvedAt: z.iso.datetime().optional(),
    actions: z.array(z.enum(['approve'])),
  }),
);
export const editionQuery = once(() => z.object({ ...pageQuery(), district: district() }));
export const editionPage = once(() => pageOf(outline()).meta({ id: 'NoticeEditionPage' }));
export const editionReply = once(() => outline().extend({ rules: noticeRules() }).meta({ id: 'NoticeEdition' }));

export const inForceQuery = once(() => z.object({ district: district() }));
export const inForceReply = once(() =>
  z
    .object({
      editions: z.array(z.string()).meta({ description: 'From which they come, the district’s own first' }),
      rules: noticeRules(),
    })
    .meta({ id: 'NoticeRulesInForce' }),
);

export const previewBody = once(() =>
  z
    .strictObject({
      district: district(),
      edition: z
        .uuid()
        .optional()
        .meta({ description: 'Of this edition, also before it is approved; absent: in force' }),
      values: z
        .record(z.string(), z.string().max(200))
        .optional()
        .meta({ description: 'For its names; what is not given is taken from the sample' }),
    })
    .meta({ id: 'TemplatePreviewInput' }),
);
const said = once(() =>
  z.object({
    text: z.string(),
    length: z.int().meta({ description: 'In characters as they are counted; of an SMS with its signature' }),
    parts: z.int().optional().meta({ description: 'Of an SMS: what is paid for' }),
  }),
);
export const previewReply = once(() =>
  z
    .object({
      key: z.string(),
      edition: z.string(),
      texts: z.array(
        z.object({
          channel: channelKey,
          place: z.string().meta({ description: 'Where in the template: `/email/subject`' }),
          zh: said(),
          en: said(),
        }),
      ),
      faults: z
        .array(z.object({ pointer: z.string(), code: z.string(), message: z.string() }))
        .meta({ description: 'What is wrong with it once these values are in it' }),
    })
    .meta({ id: 'TemplatePreview' }),
);
