import * as z from 'zod';
import { namedParty } from '#shared/named-party';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { occasions, personalKinds } from '../domain/authority/authority.ts';
import { authorityActs, authorityStates } from '../domain/authority/graph.ts';

const item = once(() =>
  z
    .string()
    .regex(/^(\*|[a-z0-9]+(-[a-z0-9]+)*)$/)
    .max(60),
);
const isSet = (values: readonly unknown[]) => new Set(values).size === values.length;
const moment = z.iso.datetime;
const day = z.iso.date;
const document = (description: string) => z.uuid().meta({ description });
const names = once(() =>
  z.strictObject({ principal: text(120), delegate: text(120) }).meta({ description: 'What both are called' }),
);
const covered = once(() => ({
  items: z.array(item()).min(1).max(60).refine(isSet).meta({ description: 'Keys of items; `*` stands for all' }),
  cases: z.array(z.uuid()).min(1).max(100).refine(isSet).optional().meta({ description: 'Only these cases' }),
  until: day().optional().meta({ description: 'Its end, this day not included' }),
}));

export const consentBody = once(() =>
  z
    .strictObject({
      kind: z.enum(['delegate', 'handler', 'legal-representative']),
      principal: z
        .string()
        .max(60)
        .optional()
        .meta({ description: 'An organisation that the caller speaks for; absent: himself' }),
      delegate: namedParty(),
      names: names(),
      ...covered(),
    })
    .meta({ id: 'AuthorityConsentInput' }),
);
export const windowBody = once(() =>
  z
    .strictObject({
      kind: z.enum(personalKinds),
      principal: namedParty(),
      delegate: namedParty().optional().meta({ description: 'Absent where the clerk himself helps (clerk-assisted)' }),
      delegatePresent: z.boolean().default(false).meta({ description: 'He is there and accepts' }),
      names: names(),
      ...covered(),
      ward: z
        .union([z.strictObject({ born: day() }), z.strictObject({ incapable: z.literal(true) })])
        .optional()
        .meta({ description: 'Of a guardian: a minor, whose 18th birthday ends it, or an adult without capacity' }),
      identitySeen: z.literal(true).meta({ description: 'The clerk has seen the identity of whoever signs' }),
      signature: document('The signed sheet, a document of the library'),
      evidence: document('What proves a guardian or a legal representative').optional(),
    })
    .meta({ id: 'AuthorityAtWindowInput' }),
);
export const authorityActBody = once(() =>
  z
    .strictObject({ reasons: text(500), sheet: document('What was signed or shown').optional() })
    .meta({ id: 'AuthorityActInput' }),
);
export const occasionBody = once(() =>
  z
    .strictObject({
      occasion: z.enum(occasions),
      party: namedParty(),
      reasons: text(500),
      evidence: document('What shows it'),
    })
    .meta({ id: 'AuthorityOccasionInput' }),
);
export const lookUpBody = once(() =>
  z.strictObject({ party: namedParty(), reason: text(200) }).meta({ id: 'AuthorityLookUpInput' }),
);

export const authoritiesQuery = once(() =>
  z.strictObject({ ...pageQuery(), as: z.enum(['principal', 'delegate']).default('principal') }),
);
export const authorityQuery = once(() =>
  z.strictObject({
    reason: text(200).optional().meta({ description: 'Staff: why names are needed unmasked; it is recorded' }),
  }),
);

const shown = once(() => ({
  id: z.uuid(),
  status: z.enum(authorityStates),
  version: z.int(),
  kind: z.enum(personalKinds),
  principal: z.string(),
  delegate: z.string(),
  names: z.object({ principal: z.string(), delegate: z.string() }),
  scope: z.object({ items: z.array(z.string()), cases: z.array(z.uuid()).optional() }),
  from: moment(),
  until: moment().optional(),
  confirm: z.enum(occasions).optional().meta({ description: 'What has to be confirmed before anybody acts again' }),
}));
const actions = once(() => z.array(z.enum(authorityActs)));
const outline = once(() => z.object(shown()).meta({ id: 'AuthorityOutline' }));
const basis = once(() =>
  z.discriminatedUnion('by', [
    z.object({ by: z.literal('consent'), at: moment(), party: z.string(), assurance: z.int() }),
    z.object({
      by: z.literal('window'),
      at: moment(),
      office: z.string(),
      signature: z.uuid(),
      evidence: z.uuid().optional(),
    }),
  ]),
);

export const authorityPage = once(() => pageOf(outline()).meta({ id: 'AuthorityPage' }));
export const lookUpReply = once(() => z.object({ items: z.array(outline()) }).meta({ id: 'AuthoritiesFound' }));
export const authorityReply = once(() =>
  z
    .object({
      ...shown(),
      basis: basis(),
      begunAt: moment(),
      reasons: z.string().optional(),
      sheet: z.uuid().optional(),
      masked: z.boolean(),
      actions: actions(),
      timeline: z.array(z.object({ at: moment(), act: z.string(), office: z.string() })),
    })
    .meta({ id: 'Authority' }),
);
export const authorityActed = once(() =>
  z
    .object({ id: z.uuid(), status: z.enum(authorityStates), version: z.int(), actions: actions() })
    .meta({ id: 'AuthorityActed' }),
);
export const occasionReply = once(() =>
  z
    .object({ touched: z.int().meta({ description: 'How many authorities wait to be confirmed by it' }) })
    .meta({ id: 'AuthorityOccasionReported' }),
);
export const authorityReads = once(() =>
  z
    .object({ items: z.array(z.object({ at: moment(), office: z.string(), reason: z.string() })) })
    .meta({ id: 'AuthorityReads' }),
);
