import * as z from 'zod';
import { audience } from './audience.ts';
import { once } from '#shared/once';
import { retention } from '#shared/retention';
import { bundleDefinition } from '../bundle/definition.ts';
import {
  baseline,
  codes,
  commitment,
  feeLine,
  ground,
  guide,
  key,
  longest,
  name,
  quantity,
  restsOn,
  result,
  sentence,
  step,
} from './item-parts.ts';

/** 情形: why one applies under an item. */
export const situation = z.enum(['新办', '变更', '延续', '补证', '注销']);
export type Situation = z.infer<typeof situation>;

/** 渠道 in which an item can be applied for. */
export const channel = z.enum(['online', 'window', 'community', 'kiosk', 'app', 'hotline', 'agency']);
export type Channel = z.infer<typeof channel>;

/** 特别程序 (行政许可法 art. 45): what an office may wait for without its days being counted. */
export const specialProcedure = z.enum([
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
  'evaluation',
  'publicity',
  'on-site',
]);
export type SpecialProcedure = z.infer<typeof specialProcedure>;

/** 时限: how long, counted in which unit, from when, and whom it binds. */
export const limit = once(() =>
  z.strictObject({
    n: z.int().min(0).max(1000),
    unit: z.enum(['minute', 'hour', 'working-day', 'day', 'month']),
    from: z.enum(['received', 'accepted']),
    of: z.enum(['office', 'applicant']),
  }),
);
export type Limit = z.infer<ReturnType<typeof limit>>;

export const material = once(() =>
  z.strictObject({
    /** The requirement's key within its item. */
    type: key(),
    name: name(),
    nameEn: name().optional(),
    /** Who issues it, by what right it is asked where that is not the item's, and what a reviewer looks at (审查要点). */
    issuer: name().optional(),
    basis: sentence().optional(),
    restsOn: restsOn().optional(),
    reviewPoints: z.array(sentence()).max(20).optional(),
    /** Only asked in these situations; absent: in all. */
    situations: z.array(situation).min(1).optional(),
    medium: z.enum(['electronic', 'paper', 'either']).optional(),
    must: z.enum(['must', 'optional', 'deferrable']),
    source: z.enum(['applicant', 'government', 'other']),
    sharedResource: key().nullable(),
    about: z.enum(['party', 'premises', 'vehicle', 'project']),
    originals: z.int().min(0).max(20),
    copies: z.int().min(0).max(20),
  }),
);

/** 事项: a service item as a publisher loads it (GB/T 39046-2020). `form` is JSON Schema 2020-12; without one it is a guide only. */
export const item = once(() =>
  z.strictObject({
    key: key(),
    name: name(),
    nameEn: name(),
    type: z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20']),
    audience: z.array(audience).min(1),
    department: key(),
    level: z.int().min(1).max(7),
    kind: z.union([z.literal(1), z.literal(2)]),
    materials: z.array(material()).max(60),
    fee: z.array(feeLine()).max(20),
    legalLimit: limit(),
    promisedLimit: limit(),
    basis: sentence(),
    /** The longest extension; absent: ten working days, fifteen where departments decide jointly (行政许可法 art. 42). */
    extension: longest().optional(),
    codes: codes().optional(),
    conditions: z.array(sentence()).max(30).optional(),
    themes: z.array(key()).max(10).optional(),
    /** What people say when they mean this item: 开饭店, 身份证丢了. */
    keywords: z.array(z.string().trim().min(1).max(30)).max(40).optional(),
    channels: z.array(channel).min(1).optional(),
    approvingBody: key().optional(),
    supervisingBody: key().optional(),
    /** Types of licence or material that its result can serve as for a later item. */
    produces: z.array(key()).max(10).optional(),
    guide: guide().optional(),
    baseline: baseline().optional(),
    result: result(),
    retention: retention.optional(),
    situations: z.array(situation).min(1),
    steps: z.array(step()).max(20).optional(),
    jointDepartments: z.array(key()).max(20).optional(),
    special: z.array(specialProcedure).max(10).optional(),
    needs: z.array(z.string().max(200)).max(20).optional(),
    quantity: quantity().optional(),
    /** By what right it directly concerns public safety, personal health, or the safety of life and property (行政许可法 arts 78, 79). */
    safety: sentence().optional(),
    stage: z.int().min(1).max(4).optional(),
    evaluation: z.boolean().optional(),
    drawing: z.boolean().optional(),
    when: z.string().max(200).optional(),
    visits: z.int().min(0).max(9).optional(),
    commitment: commitment().optional(),
    creates: z.enum(['party']).optional(),
    /** Of renewals: by how many days before the end one applies, where a law asks for others than thirty (行政许可法 art. 50). */
    renewBefore: z.int().min(0).max(366).optional(),
    noticeDays: z.int().min(1).max(365).optional(),
    form: z.record(z.string(), z.unknown()).optional().meta({
      description:
        'JSON Schema 2020-12 with keywords of ours: `x-mask` (personal), `x-same-as` and `x-source` (whose value it is), `x-identifier` (a number with rules of its own), `x-title-en`, `x-steps`',
    }),
  }),
);
export type Item = z.infer<ReturnType<typeof item>>;

export const department = once(() =>
  z.strictObject({
    key: key(),
    name: name(),
    nameEn: name(),
    /** 行政复议机构: reviews the decisions of the others. */
    reviews: z.boolean().optional(),
  }),
);

/** 取消: an item that is offered no more, and the one that takes its place. */
export const withdrawing = once(() => z.strictObject({ key: key(), successor: key().optional(), reason: sentence() }));

/** What an edition says: what is new or replaced, and which items are withdrawn. */
export const catalogueInput = once(() =>
  z.strictObject({
    departments: z.array(department()).max(200).default([]),
    items: z.array(item()).max(2000).default([]),
    bundles: z.array(bundleDefinition()).max(100).default([]),
    withdraw: z.array(withdrawing()).max(200).default([]),
    /** In a district: for each item that adds a burden, the law that does. */
    grounds: z.array(ground()).max(2000).optional(),
    /** True where this is all there is: an item that it does not name is withdrawn. */
    whole: z.boolean().default(false),
    /** How many parts it comes in, of which this is the first; absent: this is all of it. */
    parts: z.int().min(1).max(1000).optional(),
    /** The day from which its items hold; absent or past: from the day on which it is published. */
    from: z.iso.date().optional(),
  }),
);
export type CatalogueInput = z.infer<ReturnType<typeof catalogueInput>>;

/** What a set may do to an item by itself: promise less time, or move it to a lower level. */
export const adjusting = once(() =>
  z.strictObject({
    promise: limit().pick({ n: true, unit: true }).optional(),
    level: z.int().min(1).max(7).optional(),
    /** 社区受理: communities take it in. */
    community: z.literal(true).optional(),
  }),
);
export type Adjusting = z.infer<ReturnType<typeof adjusting>>;

export const overlay = once(() => adjusting().extend({ id: z.uuid(), key: key(), basis: z.string() }));
export type Overlay = z.infer<ReturnType<typeof overlay>>;

/** An item as it is offered: `version` rises when its content does, `since` is the catalogue in which that was published. */
export const publishedItem = once(() =>
  item().extend({
    version: z.int(),
    since: z.int(),
    from: z.string(),
    /** Where the set has adjusted it: by what right, and what stood there before. */
    adjusted: z.object({ basis: z.array(z.string()), level: z.int(), promisedLimit: limit() }).optional(),
  }),
);
export type PublishedItem = z.infer<ReturnType<typeof publishedItem>>;
