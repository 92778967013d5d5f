import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { outcome } from '../domain/case/application.ts';
import { deliveryState, deliveryWay, proof } from '../domain/delivery/state.ts';
import { deliveryActs } from '../domain/delivery/state.ts';
import { entry, entryInput } from '../domain/party/entry.ts';
import { timelineEntry } from '../stores/rows.ts';
import { pointer } from './act.ts';
import { key, moment, number } from './case.ts';
import { atDesk } from './at-desk.ts';

const hall = once(() =>
  z
    .string()
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
    .max(40),
);
const postal = once(() =>
  z.union([
    z.strictObject({ at: pointer() }),
    z.strictObject({ recipient: text(60), phone: text(30), text: text(200) }),
  ]),
);

export const chooseBody = once(() =>
  z
    .discriminatedUnion('way', [
      z.strictObject({ way: z.literal('download'), ...atDesk() }),
      z.strictObject({ way: z.literal('window'), hall: hall().optional(), ...atDesk() }),
      z.strictObject({
        ...atDesk(),
        way: z.literal('post'),
        address: postal().meta({ description: 'As written here, or where in the form it stands' }),
      }),
    ])
    .meta({ id: 'DeliveryChoice' }),
);
export const readyBody = once(() => z.strictObject({ hall: hall().optional() }).meta({ id: 'ReadyInput' }));
export const sendBody = once(() =>
  z
    .strictObject({ carrier: text(60), trackingNumber: z.string().regex(/^[A-Za-z0-9-]{4,40}$/) })
    .meta({ id: 'SendInput' }),
);
export const returnBody = once(() => z.strictObject({ reason: text(500) }).meta({ id: 'ReturnInput' }));
export const proveBody = once(() =>
  z
    .strictObject({ takenBy: z.enum(['recipient', 'other']), takenAt: moment().transform((at) => new Date(at)) })
    .meta({ id: 'ProveInput' }),
);

const unless = {
  seen: {
    zh: '请核验到场人的证件原件，或输入取件码。',
    en: 'Look at a document of the person present, or enter the pick-up code.',
  },
  named: { zh: '请填写到场人的证件，或输入取件码。', en: 'Name who came by his document, or enter the pick-up code.' },
  hall: { zh: '请填写大厅。', en: 'Name the hall.' },
  signed: {
    zh: '请由领取人签收，或说明未签名的原因（unsigned）。',
    en: 'Whoever takes it signs, or `unsigned` says why not.',
  },
} satisfies Record<string, Saying>;

export const handOverBody = once(() =>
  z
    .strictObject({ code: z.string().trim().length(6).toUpperCase().optional(), entry: entryInput() })
    .refine(({ entry: { hall: at } }) => at !== undefined, {
      path: ['entry', 'hall'],
      params: { code: 'no-hall', ...unless.hall },
    })
    .refine(({ entry: { signatureKept, unsigned } }) => signatureKept || unsigned !== undefined, {
      path: ['entry', 'signatureKept'],
      params: { code: 'not-signed', ...unless.signed },
    })
    .refine(({ code, entry: seen }) => code !== undefined || (seen.originalChecked && seen.documentsSeen.length > 0), {
      path: ['entry', 'documentsSeen'],
      params: { code: 'nothing-seen', ...unless.seen },
    })
    .refine(({ code, entry: { present } }) => code !== undefined || present?.document !== undefined, {
      path: ['entry', 'present', 'document'],
      params: { code: 'nobody-named', ...unless.named },
    })
    .meta({ id: 'HandOverInput' }),
);

const acts = once(() => z.array(z.enum(deliveryActs)));
const head = once(() => ({ id: z.uuid(), status: deliveryState, version: z.int() }));

export const deliveryActReply = once(() =>
  z.object({ ...head(), way: deliveryWay, actions: acts() }).meta({ id: 'DeliveryActReply' }),
);

const later = once(() => moment().optional());
const line = once(() =>
  z.object({
    ...head(),
    way: deliveryWay,
    itemKey: z.string(),
    number: number().optional(),
    outcome,
    decidedAt: moment(),
    deliverBy: moment().meta({ description: 'Within ten working days of the decision (行政许可法 art. 44)' }),
    provisional: z.boolean(),
    late: z.boolean(),
    hall: z.string().optional(),
    carriage: z.object({ carrier: z.string(), trackingNumber: z.string(), at: moment() }).optional(),
    takenBack: z
      .object({ at: moment(), caseId: z.uuid() })
      .optional()
      .meta({ description: 'The grant was revoked, or annulled in a review: since when, and by which case' }),
    proof: proof().extend({ at: moment(), takenAt: later() }).optional(),
  }),
);

export const deliveryReply = once(() =>
  line()
    .extend({
      actions: acts(),
      pickUpCode: z.string().optional().meta({ description: 'Shown to the applicant only' }),
      address: z
        .union([
          z.object({ recipient: z.string(), phone: z.string(), text: z.string() }),
          z.object({ at: z.string(), value: z.unknown() }),
        ])
        .optional()
        .meta({ description: 'Where post goes; staff see it for a reason that is recorded' }),
      entry: entry().optional().meta({ description: 'What a desk recorded that chose for the applicant' }),
      masked: z.boolean(),
      timeline: z.array(timelineEntry()),
    })
    .meta({ id: 'Delivery' }),
);
export const deliveryPage = once(() => pageOf(line().meta({ id: 'DeliveryLine' })).meta({ id: 'DeliveryPage' }));
export const deliveriesQuery = once(() =>
  z.object({ ...pageQuery(), department: key(), status: deliveryState.default('due') }),
);
