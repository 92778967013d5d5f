import * as z from 'zod';
import { once } from '#shared/once';

/** The key of anything in a catalogue. */
export const key = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);
/** What stands around a text is no part of it: one of blanks alone says nothing. */
const said = (most: number) => z.string().trim().min(1).max(most);
export const name = once(() => said(80));
export const sentence = once(() => said(300));

/** Of a line that no law of its own names: it rests on the basis of its item, and says so. */
export const restsOn = once(() => z.literal('item'));

/** 收费项目: one line of what an item costs, with who is paid and when. */
export const feeLine = once(() =>
  z.strictObject({
    code: key(),
    name: name(),
    rule: z.string().max(200),
    payee: key(),
    kind: z.enum(['non-tax', 'tax-collected', 'social-insurance', 'utility']),
    destination: z.enum(['treasury', 'fiscal-account', 'own-account']),
    timing: z.enum(['at-acceptance', 'after-assessment']),
    gate: z.enum(['decision', 'result']),
    unit: z.enum(['case', 'square-metre']),
    rateFen: z.int().min(0),
    sampleRate: z.boolean(),
    /** By what right it is charged, where a law of its own says so (行政许可法 art. 58). */
    basis: sentence().optional(),
    restsOn: restsOn().optional(),
  }),
);

/** GB/T 39046-2020: 基本编码 12, 实施编码 31 in each set, and a local code where the place has its own. */
export const codes = once(() =>
  z.strictObject({
    base: z.string().regex(/^[0-9A-Z]{12}$/),
    implementing: z.record(key(), z.string().regex(/^[0-9A-Z]{31}$/)),
    local: z.string().max(40).optional(),
  }),
);

/** 告知承诺: what the applicant is told, what he commits to, which proofs it spares him, and by what right. */
export const commitment = once(() =>
  z.strictObject({
    text: said(2000),
    textEn: said(2000).optional(),
    basis: said(300),
    /** Requirements that need not be handed in where the applicant commits himself. */
    covers: z.array(key()).max(60),
    /** Working days after the decision in which the office checks what was promised. */
    checkWithin: z.int().min(1).max(250),
  }),
);

/** 办事指南: where and when, whom to ask. */
export const guide = once(() =>
  z.strictObject({
    place: z.string().max(120).optional(),
    hours: z.string().max(120).optional(),
    phones: z.array(z.string().max(30)).max(10).optional(),
    questions: z
      .array(z.strictObject({ question: sentence(), answer: said(1000) }))
      .max(30)
      .optional(),
  }),
);

/** What the item asked before the reform; the four reductions (四减) are measured against it. `days` are counted in `unit`. */
export const baseline = once(() =>
  z.strictObject({
    steps: z.int().min(1).max(50),
    materials: z.int().min(0).max(100),
    visits: z.int().min(0).max(20),
    days: z.int().min(0).max(1000),
    unit: z.enum(['minute', 'hour', 'working-day', 'day', 'month']).default('working-day'),
  }),
);

/** What a grant gives: the licence, how long it holds, and whether it is made public (双公示). */
export const result = once(() =>
  z.strictObject({
    licenceType: key().nullable(),
    validity: z
      .string()
      .regex(/^\d{1,2}[ymd]$/)
      .nullable(),
    public: z.boolean(),
    /** Fields of the form that stand on the licence as what it permits, in this order. */
    shows: z.array(z.string().min(1).max(80)).max(20).optional(),
  }),
);

/** 数量限制: how many are granted, and by what rule. */
export const quantity = once(() =>
  z.strictObject({ limit: z.int().min(1), per: z.enum(['year', 'month']), rule: z.string().max(200) }),
);

/** 延长: by how much the item's limits may be extended at the most, once, and by what right where that is more than the general law has. */
export const longest = once(() =>
  z.strictObject({
    n: z.int().min(0).max(120),
    unit: z.enum(['working-day', 'day']),
    basis: sentence().optional(),
  }),
);

/** Why an item asks more of people than it did: the law that adds it, and what it means for them. Reviewed by another person. */
export const ground = once(() => z.strictObject({ key: key(), basis: sentence(), burden: sentence() }));

/** 环节: one review, and whether it waits for those before it. */
export const step = once(() =>
  z.strictObject({
    department: key(),
    mode: z.enum(['serial', 'parallel']),
    name: name().optional(),
    /** Working days from its opening within the promise. */
    days: z.int().min(1).max(250).optional(),
  }),
);
