import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { bundleState, partState } from '../domain/bundle/bundle-state.ts';
import { callersActs } from '../domain/bundle/graph.ts';
import { bundleOutcomes } from '../domain/bundle/outcome.ts';
import { bundleDefinition } from '../domain/bundle/definition.ts';
import { bundleForm } from '../domain/bundle/form.ts';
import { bundleGiven, mostInBundle } from '../domain/bundle/given.ts';
import { outcome } from '../domain/case/application.ts';
import { channel, publishedItem } from '../domain/catalogue/item.ts';
import { entry, entryInput } from '../domain/party/entry.ts';
import { namedParty } from '#shared/named-party';
import { caseFees } from './fee-replies.ts';
import { project } from './case.ts';
import { jointShown } from './stage.ts';
import { confirmed, itemEnd, openFields, prefilled } from './draft.ts';

export const answers = once(() =>
  z.record(z.string().max(64), z.string().max(64)).meta({ description: 'Option by question; complete when handed in' }),
);
const commitments = once(() =>
  z.array(z.string().max(64)).max(20).meta({
    description: '告知承诺: items for which the applicant commits himself instead of proving; free for each',
  }),
);
const named = once(() =>
  z.array(bundleGiven()).max(mostInBundle).meta({
    description:
      'Documents of the applicant’s library, by line of the one list: each goes to every case that asks for it, or to those of `items`',
  }),
);
const form = once(() =>
  bundleForm().meta({
    description: 'Fits the form of the guide; checked by the rules of each item when it is handed in',
  }),
);

export const bundleBody = once(() =>
  z
    .strictObject({
      bundleKey: z.string().min(1).max(64).optional().meta({
        description:
          'Absent: the stage of a project, as it was planned (并联审批); then `projectId` and `stage` say which',
      }),
      answers: answers().default({}),
      commitments: commitments().default([]),
      materials: named().default([]),
      form: form().default({ shared: {}, items: {} }),
      channel,
      applicant: namedParty().optional().meta({ description: 'For whom: needed when staff enter a bundle' }),
      authorityId: z.uuid().optional().meta({
        description: 'By which authority somebody else applies; for all its items. An officer always names one',
      }),
      ...project(),
      entry: entryInput().optional(),
    })
    .refine(({ bundleKey, projectId, stage }) => bundleKey !== undefined || (projectId && stage), {
      path: ['bundleKey'],
      error: 'bundleKey, or projectId and stage',
    })
    .meta({ id: 'BundleInput' }),
);
export const bundleDraftBody = once(() =>
  z
    .strictObject({
      answers: answers().default({}),
      commitments: commitments().default([]),
      materials: named().optional().meta({ description: 'Absent: those named before stay' }),
      form: form(),
      confirmed: confirmed(),
    })
    .meta({ id: 'BundleDraftInput' }),
);

const act = once(() => z.enum(callersActs));
export const bundleActReply = once(() =>
  z
    .object({ id: z.uuid(), status: bundleState, version: z.int(), actions: z.array(act()) })
    .meta({ id: 'BundleActReply' }),
);

const moment = once(() => z.iso.datetime());
const line = once(() => ({
  id: z.uuid(),
  status: bundleState,
  outcome: z
    .enum(bundleOutcomes)
    .optional()
    .meta({ description: 'Once it is done, that is, once every case has ended: whether its items were granted' }),
  key: z.string(),
  name: z.string(),
  nameEn: z.string(),
  createdAt: moment(),
  submittedAt: moment().optional(),
  endedAt: moment().optional(),
  creating: z
    .object({ made: z.int(), of: z.int() })
    .meta({ description: 'How many cases there are, of all parts that were handed in' }),
}));
export const myBundlesQuery = once(() => z.object({ ...pageQuery(), mine: z.literal('true') }));
export const myBundlePage = once(() =>
  pageOf(z.object(line()).meta({ id: 'BundleLine' })).meta({ id: 'BundleLinePage' }),
);

/** A part of somebody's bundle, with the case that it has come to. */
const shownPart = once(() =>
  z.object({
    item: z.string(),
    name: z.string().optional(),
    nameEn: z.string().optional(),
    situation: z.string().optional(),
    needs: z.array(z.string()),
    party: z.string().optional(),
    fee: publishedItem().shape.fee,
    status: partState,
    committed: z.boolean().optional().meta({
      description:
        'On his word; false where that was not taken, for a record that is not repaired: the case is reviewed',
    }),
    itemEnd: itemEnd().optional(),
    notInChannel: z.boolean().optional().meta({
      description: 'True of a draft where the item is not taken in by its channel: it cannot be handed in so',
    }),
    caseId: z.uuid().optional(),
    toComplete: z
      .boolean()
      .optional()
      .meta({ description: 'The case is a draft that the applicant must complete and hand in' }),
    forwarded: z.array(z.uuid()).optional().meta({
      description: '转报: earlier cases of this part, oldest first; the grant of the other office counts for it',
    }),
    outcome: outcome.optional(),
    endedAt: moment().optional(),
    takenBack: z
      .object({ at: moment(), caseId: z.uuid() })
      .optional()
      .meta({ description: 'What it was granted was revoked, or annulled in a review: since when, and by which case' }),
    because: z.string().optional().meta({ description: 'The item whose end without a grant dropped this one' }),
    givenUp: z.literal(true).optional().meta({ description: 'Given up with the bundle: its case is being withdrawn' }),
    withdrawnAtDesk: entry().optional(),
  }),
);

const document = once(() => bundleGiven().omit({ requirement: true }));

export const bundleReply = once(() =>
  z
    .object({
      ...line(),
      version: z.int(),
      actions: z.array(act()),
      channel,
      authorityId: z.string().optional(),
      ...project(),
      joint: jointShown().optional().meta({ description: 'Of the stage of a project (并联审批)' }),
      entry: entry().optional(),
      givenUp: z.object({ at: moment(), reason: z.string(), entry: entry().optional() }).optional().meta({
        description: 'The whole was given up: when, why, and what a desk recorded that did it for the applicant',
      }),
      questions: z.array(question()),
      answers: answers(),
      commitments: commitments(),
      parts: z.array(shownPart()),
      materials: z.array(material().extend({ given: z.array(document()).optional() })),
      fees: caseFees(),
      form: form(),
      masked: z.boolean().meta({ description: 'True when personal fields of the form are masked' }),
      prefilled: prefilled(),
      unfilled: openFields(),
    })
    .meta({ id: 'Bundle' }),
);

export const question = once(() => bundleDefinition().shape.questions.unwrap().element);

export const material = once(() => {
  const { situations, reviewPoints, source, sharedResource, ...shown } = publishedItem().shape.materials.element.shape;
  return z.object({
    ...shown,
    how: z.enum(['asked', 'shared', 'result', 'commitment']).meta({
      description:
        'From the applicant, from another office by sharing, as the result of an earlier item; or his word is enough',
    }),
    from: z.string().optional(),
    items: z.array(z.string()),
  });
});
