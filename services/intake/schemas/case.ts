import * as z from 'zod';
import { jointCase } from '../domain/case/joint-case.ts';
import { once } from '#shared/once';
import { pushOfCase } from '../domain/push/of-case.ts';
import { text } from '#shared/text';
import { channel, situation } from '../domain/catalogue/item.ts';
import { longest } from '../domain/catalogue/item-parts.ts';
import { application, applicationState, decision, outcome } from '../domain/case/application.ts';
import { pause } from '../domain/case/pause.ts';
import { correction } from '../domain/case/correction.ts';
import { licence } from '../domain/case/licence.ts';
import { proposal } from '../domain/case/proposal.ts';
import { voidProposal } from '../domain/case/void-proposal.ts';
import { task, verdict } from '../domain/case/task.ts';
import { followActs } from '../domain/case/follow-up.ts';
import { acts } from '../domain/case/graph.ts';
import { entry, entryInput } from '../domain/party/entry.ts';
import { namedParty } from '#shared/named-party';
import { asked } from './asked.ts';
import { follower } from './follower.ts';
import { tolerance } from './tolerance.ts';
import { confirmed, itemEnd, named, openFields, prefilled } from './draft.ts';

export const key = once(() => z.string().min(1).max(64));
const act = once(() => z.enum([...acts, ...followActs]));
export const moment = once(() => z.iso.datetime());
export const light = once(() =>
  z.enum(['green', 'yellow', 'red', 'paused']).meta({ description: 'How near the promised limit is (红黄绿灯)' }),
);
export const provisional = once(() =>
  z.boolean().meta({
    description: 'True where a date of this reply reaches a year whose calendar is not published: it may still move',
  }),
);
export const number = once(() => z.string().meta({ description: '办件编号, 43 characters' }));
const form = once(() =>
  z.record(z.string(), z.unknown()).meta({ description: "Fits the item's form; checked when it is handed in" }),
);

export const project = once(() => ({ projectId: key().optional(), stage: z.int().min(1).max(4).optional() }));

export const createBody = once(() =>
  z
    .strictObject({
      itemKey: key(),
      form: form(),
      ...named(),
      channel,
      situation: situation.optional(),
      commitment: z
        .boolean()
        .optional()
        .meta({ description: 'The applicant commits himself instead of proving (告知承诺)' }),
      expiresOn: z.iso.date().optional().meta({ description: 'Of a renewal: the last day of the licence' }),
      licenceId: z
        .uuid()
        .optional()
        .meta({ description: 'Which licence is meant, where the applicant holds several: the case that granted it' }),
      applicant: namedParty().optional().meta({
        description: 'For whom: needed when staff enter a case, and to apply for an organisation one may act for',
      }),
      authorityId: z.uuid().optional().meta({
        description: 'By which authority somebody else applies; it says for whom. An officer always names one',
      }),
      ...project(),
      entry: entryInput().optional(),
    })
    .meta({ id: 'ApplicationInput' }),
);
export const draftBody = once(() =>
  z
    .strictObject({
      form: form(),
      ...named(),
      confirmed: confirmed(),
    })
    .meta({ id: 'DraftInput' }),
);

export const actReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: applicationState,
      version: z.int(),
      number: number().optional(),
      actions: z.array(act()),
    })
    .meta({ id: 'ActReply' }),
);

/** A part of the case as it is shown: moments as RFC 3339. */
const shown = {
  correction: once(() =>
    correction()
      .omit({ byParty: true })
      .extend({ at: moment(), answeredAt: moment().optional(), until: moment().optional() }),
  ),
  licence: once(() => {
    const { shape } = licence();
    return licence().extend({ seen: shape.seen.unwrap().extend({ at: moment() }).optional() });
  }),
  pause: once(() => pause().extend({ from: moment(), until: moment().optional() })),
  task: once(() =>
    task().extend({
      openedAt: moment().optional(),
      opinion: z.object({ verdict, text: z.string(), by: z.string(), at: moment() }).optional(),
    }),
  ),
};

const later = once(() => moment().optional());

/** What the office did with a case and with its clock, as it is shown. */
const course = once(() => ({
  corrections: z.array(shown.correction()),
  refusal: proposal().omit({ byParty: true }).extend({ at: moment() }).optional(),
  voiding: voidProposal().omit({ byParty: true }).extend({ at: moment() }).optional(),
  acceptedAt: later(),
  acceptedBy: application().shape.acceptedBy,
  tolerance: tolerance().optional(),
  toleratedUntil: later(),
  asked: asked().optional(),
  tasks: z.array(shown.task()),
  visits: z.int().meta({ description: 'How often the applicant came to a desk with it' }),
  recused: z.array(z.string()),
  pauses: z.array(shown.pause()),
  extension: z
    .object({ days: z.int(), unit: longest().shape.unit.optional(), at: moment(), why: z.string() })
    .optional(),
  expiresOn: z.string().optional(),
  licenceId: z.string().optional(),
  licence: shown.licence().optional(),
  quantity: application().shape.quantity,
  queued: z.object({ period: z.string(), since: moment() }).optional().meta({
    description: 'Decided anew: the period in whose line a place is kept for it, and since when it stood in the line',
  }),
  acceptBy: later(),
  dueAt: later(),
  legalDueAt: later(),
  provisional: provisional(),
  light: light().optional(),
  warned: z.array(z.string()),
}));

export const applicationReply = once(() => {
  const { shape } = application();
  return z
    .object({
      id: z.uuid(),
      status: applicationState,
      version: z.int(),
      actions: z.array(act()),
      number: number().optional(),
      trackingCode: z.string().optional().meta({ description: 'Shown to the applicant only' }),
      itemKey: z.string(),
      itemVersion: z.int(),
      situation,
      handling: shape.handling.unwrap(),
      committed: z.boolean(),
      checkWithin: shape.checkWithin,
      department: z.string(),
      departments: z.array(z.string()),
      channel,
      authorityId: z.string().optional(),
      appliesAs: shape.appliesAs,
      creates: shape.creates,
      bundleId: z.string().optional().meta({ description: 'The bundle (一件事) that it is part of' }),
      ...project(),
      joint: jointCase().optional().meta({ description: 'Of a stage, which its lead accepts as a whole' }),
      entry: entry().optional(),
      createdAt: moment(),
      submittedAt: later(),
      firstClerk: z.string().optional(),
      ...course(),
      decidedAt: later(),
      decision: decision().optional(),
      outcome: outcome.optional(),
      forwardedTo: z.string().optional(),
      follows: shape.follows,
      followedBy: z.array(follower()),
      push: pushOfCase().optional(),
      withdrawnAt: later(),
      withdrawnAtDesk: entry().optional().meta({ description: 'What a desk recorded that withdrew it for him' }),
      itemEnd: itemEnd().optional(),
      form: form(),
      masked: z.boolean().meta({ description: 'True when personal fields of the form are masked' }),
      prefilled: prefilled(),
      unfilled: openFields(),
    })
    .meta({ id: 'Application' });
});

export const readQuery = once(() =>
  z.object({
    reason: text(200).min(4).optional().meta({
      description: 'Staff: why the form must be seen unmasked; the read is recorded and the applicant can see it',
    }),
  }),
);
