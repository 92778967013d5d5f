import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { sharedState } from '../domain/sharing/graph.ts';

const key = once(() => z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const resource = once(() =>
  z
    .object({
      key: key(),
      name: z.string(),
      nameEn: z.string(),
      provider: z.object({ district: key(), department: key() }).meta({ description: 'The department that holds it' }),
      class: z.union([z.literal(1), z.literal(2), z.literal(3)]).meta({
        description: '1: shared with every office. 2: on request, which its provider answers. 3: not shared, by law',
      }),
      basis: z.string(),
      from: z.iso.date().meta({ description: 'From this day on it is provided (共享时间表)' }),
      fields: z.array(z.object({ key: key(), name: z.string(), nameEn: z.string() })),
    })
    .meta({ id: 'SharedResource' }),
);
export const resourceList = once(() => z.object({ items: z.array(resource()) }).meta({ id: 'SharedResourceList' }));

const moment = z.iso.datetime;
export const sharedLineReply = once(() =>
  z.object({
    requirement: z.string(),
    resource: key(),
    state: sharedState.meta({
      description:
        'requested: its provider has to agree. to-be-fetched: nobody answers now, it is asked again. not-found, differs: what its register says. declined: its provider has said why not',
    }),
    at: moment().meta({ description: 'Since when' }),
    failures: z.int().meta({ description: 'How often nobody has answered, one after another' }),
    why: z.string().optional(),
    requestedAt: moment().optional(),
    late: z.literal(true).optional(),
    reasons: z.string().optional(),
    left: z.literal('corrected').optional().meta({ description: 'Its provider has corrected what was fetched before' }),
  }),
);

export const sharedRecordReply = once(() =>
  z
    .object({
      caseId: z.uuid(),
      requirement: z.string(),
      resource: key(),
      state: z.enum(['fetched', 'differs']),
      fetchedAt: moment(),
      fields: z.array(z.object({ key: key(), name: z.string(), nameEn: z.string(), value: z.string() })),
    })
    .meta({ id: 'SharedRecord', description: 'What a provider has said of a party for a case' }),
);
export const sharedRecordQuery = once(() =>
  z.object({
    ...pageQuery(),
    partyId: z.string().max(64).optional().meta({ description: 'Whose, where it is not the caller himself' }),
  }),
);
export const sharedRecordPage = once(() => pageOf(sharedRecordReply()).meta({ id: 'SharedRecordPage' }));
