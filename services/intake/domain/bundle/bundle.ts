import * as z from 'zod';
import { once } from '#shared/once';
import { outcome } from '../case/application.ts';
import { audience } from '../catalogue/audience.ts';
import { channel } from '../catalogue/item.ts';
import { entry } from '../party/entry.ts';
import { bundleState, partState } from './bundle-state.ts';
import { heldDefinition } from './definition.ts';
import { joint } from './joint.ts';

const text = once(() => z.string());
const later = once(() => z.coerce.date().optional());

/** One item of a bundle that was handed in. */
export const part = once(() =>
  z.object({
    item: text(),
    situation: text().optional(),
    needs: z.array(text()),
    /** The part that creates its party; until then the bundle's own party stands for it. */
    party: text().optional(),
    /** 告知承诺: the applicant commits himself. False where his word was not taken when the case was made. */
    committed: z.boolean().optional(),
    state: partState,
    caseId: z.uuid(),
    /** True where a result left something of the form open: the applicant completes the draft of the case himself. */
    toComplete: z.boolean().optional(),
    /** The cases that ended and go on in another one, with another office (转报) or decided anew (复议), oldest first; `caseId` is the last. */
    forwarded: z.array(z.uuid()).optional(),
    outcome: outcome.optional(),
    endedAt: later(),
    /** What it was granted is gone: since when, and by which case. */
    takenBack: z.object({ at: z.coerce.date(), caseId: z.string() }).optional(),
    /** The party that its grant has created. */
    created: text().optional(),
    /** The part whose end without a grant dropped this one. */
    because: text().optional(),
    /** Given up with the bundle: its case is to be withdrawn. */
    givenUp: z.literal(true).optional(),
    /** What a desk recorded that withdrew it for the applicant, before it had a case. */
    withdrawnAtDesk: entry().optional(),
  }),
);
export type Part = z.infer<ReturnType<typeof part>>;

/** 一件事 of one applicant. What its life needs of the definition is copied, so it stays on the version it began with. */
export const bundle = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: bundleState,
    definition: heldDefinition(),
    catalogueVersion: z.int(),
    /** Version of each item on which the bundle began. */
    itemVersions: z.record(z.string(), z.int()),
    channel,
    partyId: text(),
    authorityId: text().optional(),
    /** What the party is, as far as it is known. */
    appliesAs: z.array(audience).optional(),
    projectId: text().optional(),
    stage: z.int().optional(),
    /** Of a stage that was planned: who answers for what, and what has been told and accepted. */
    joint: joint().optional(),
    entry: entry().optional(),
    createdAt: z.coerce.date(),
    submittedAt: later(),
    /** Who handed it in: the cases that are made later are made in his name. */
    submittedBy: z.object({ sub: text(), partyId: text(), office: text() }).optional(),
    /** 整套撤回: in whose name its cases are withdrawn, and what a desk recorded that did it for him. */
    givenUp: z
      .object({
        at: z.coerce.date(),
        reason: text(),
        by: z.object({ sub: text(), partyId: text(), office: text() }),
        entry: entry().optional(),
      })
      .optional(),
    endedAt: later(),
    parts: z.array(part()).default([]),
    timelineHash: z.string().default(''),
  }),
);
export type Bundle = z.infer<ReturnType<typeof bundle>>;
