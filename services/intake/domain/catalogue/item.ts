import * as z from 'zod';
import { once } from '#shared/once';

const key = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);
const name = once(() => z.string().min(1).max(80));

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

const material = once(() =>
  z.strictObject({
    type: key(),
    name: name(),
    must: z.enum(['must', 'optional', 'deferrable']),
    source: z.enum(['applicant', 'government', 'other']),
    sharedResource: key().nullable(),
    about: z.enum(['party', 'premises', 'vehicle', 'project']),
    originals: z.int().min(0).max(20),
    copies: z.int().min(0).max(20),
  }),
);

const feeLine = once(() =>
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
  }),
);

const step = once(() =>
  z.strictObject({ department: key(), mode: z.enum(['serial', 'parallel']), name: name().optional() }),
);

/** 事项: a service item as a publisher loads it (GB/T 39046-2020). `form` is JSON Schema 2020-12; without one it is a guide only. */
export const item = once(() =>
  z.strictObject({
    key: key(),
    name: name(),
    nameEn: name(),
    type: z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20']),
    audience: z.array(z.enum(['1', '2', '3', '4', '5', '6'])).min(1),
    department: key(),
    level: z.int().min(1).max(7),
    kind: z.union([z.literal(1), z.literal(2)]),
    materials: z.array(material()).max(60),
    fee: z.array(feeLine()).max(20),
    legalLimit: limit(),
    promisedLimit: limit(),
    basis: z.string().min(1).max(300),
    result: z.strictObject({
      licenceType: key().nullable(),
      validity: z
        .string()
        .regex(/^\d{1,2}[ymd]$/)
        .nullable(),
      public: z.boolean(),
    }),
    situations: z.array(z.enum(['新办', '变更', '延续', '补证', '注销'])).min(1),
    steps: z.array(step()).max(20).optional(),
    jointDepartments: z.array(key()).max(20).optional(),
    special: z.array(key()).max(10).optional(),
    needs: z.array(z.string().max(200)).max(20).optional(),
    quantity: z
      .strictObject({ limit: z.int().min(1), per: z.enum(['year', 'month']), rule: z.string().max(200) })
      .optional(),
    stage: z.int().min(1).max(4).optional(),
    evaluation: z.boolean().optional(),
    drawing: z.boolean().optional(),
    when: z.string().max(200).optional(),
    visits: z.int().min(0).max(9).optional(),
    commitment: z.boolean().optional(),
    creates: z.enum(['party']).optional(),
    noticeDays: z.int().min(1).max(365).optional(),
    form: z.record(z.string(), z.unknown()).optional(),
  }),
);
export type Item = z.infer<ReturnType<typeof item>>;

const department = once(() => z.strictObject({ key: key(), name: name(), nameEn: name() }));

/** What a publisher posts: the whole catalogue of a set. */
export const catalogueInput = once(() =>
  z.strictObject({
    departments: z.array(department()).min(1).max(200),
    items: z.array(item()).min(1).max(2000),
  }),
);
export type CatalogueInput = z.infer<ReturnType<typeof catalogueInput>>;

/** An item as it is offered: `version` rises when its content does, `since` is the catalogue in which that began. */
export const publishedItem = once(() => item().extend({ version: z.int(), since: z.int() }));
export type PublishedItem = z.infer<ReturnType<typeof publishedItem>>;

export interface Catalogue {
  version: number;
  departments: CatalogueInput['departments'];
  items: readonly PublishedItem[];
}
