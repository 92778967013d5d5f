import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { disputeState } from '../domain/sharing/dispute.ts';
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

export const providerQuery = once(() => z.object({ ...pageQuery(), department: key().max(64) }));
export const declineBody = once(() =>
  z.strictObject({ reasons: text(500).meta({ description: 'Why it is not shared; a refusal gives reasons' }) }).meta({
    id: 'DeclineSharingInput',
  }),
);
export const requestActed = once(() =>
  z.object({ caseId: z.uuid(), requirement: z.string(), status: sharedState }).meta({ id: 'SharingRequestActed' }),
);
export const requestPage = once(() =>
  pageOf(
    z
      .object({
        caseId: z.uuid(),
        requirement: z.string(),
        resource: key(),
        partyId: z.string().meta({ description: 'Of whom it is, pseudonymous' }),
        itemKey: z.string(),
        office: z.string().meta({ description: 'Which office asks' }),
        basis: z.string().optional(),
        requestedAt: moment(),
        answerBy: z.iso.date().meta({ description: 'The last of ten working days (国发〔2016〕51号)' }),
        provisional: z.boolean().meta({ description: 'True while the year of that day is not published' }),
        late: z.literal(true).optional(),
        actions: z.array(z.enum(['grant', 'decline'])),
      })
      .meta({ id: 'SharingRequest' }),
  ).meta({ id: 'SharingRequestPage' }),
);

export const disputeBody = once(() =>
  z
    .strictObject({
      what: text(500).meta({ description: 'What is wrong' }),
      fields: z.array(key()).max(20).default([]).meta({ description: 'Which fields of the record' }),
    })
    .meta({ id: 'DisputeInput' }),
);
export const answerDisputeBody = once(() =>
  z.strictObject({ reasons: text(500).meta({ description: 'Whoever raised it reads it' }) }).meta({
    id: 'AnswerDisputeInput',
  }),
);
const disputeActs = once(() => z.array(z.enum(['correct', 'keep', 'withdraw'])));
export const disputeActed = once(() =>
  z.object({ id: z.uuid(), status: disputeState, version: z.int(), actions: disputeActs() }).meta({
    id: 'DisputeActed',
  }),
);
export const disputePage = once(() =>
  pageOf(
    z
      .object({
        id: z.uuid(),
        status: disputeState,
        version: z.int(),
        partyId: z.string(),
        resource: key(),
        caseId: z.uuid(),
        requirement: z.string(),
        fields: z.array(key()),
        what: z.string(),
        raisedAt: moment(),
        late: z.literal(true).optional(),
        answeredAt: moment().optional(),
        reasons: z.string().optional(),
        actions: disputeActs(),
      })
      .meta({ id: 'Dispute' }),
  ).meta({ id: 'DisputePage' }),
);
