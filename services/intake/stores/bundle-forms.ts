import * as z from 'zod';
import { once } from '#shared/once';
import type { Key, Row } from '#shared/table';
import type { Answers } from '../domain/bundle/choice.ts';
import { bundleForm, type BundleForm } from '../domain/bundle/form.ts';
import { bundleGiven, type BundleGiven } from '../domain/bundle/given.ts';
import { filling, type Filling } from '../domain/form/unfilled.ts';
import { prefilledField, type PrefilledField } from '../domain/form/prefilled.ts';
import { mask, type Mask } from '../domain/form/form.ts';

export const formKey = (id: string): Key => ({ pk: `BUNDLE#${id}`, sk: 'FORM' });

/** What the applicant has filled in; kept as text, which a map of DynamoDB would limit in depth and bring into another order. */
export interface StoredBundleForm {
  version: number;
  answers: Answers;
  /** 告知承诺: items for which the applicant commits himself. */
  commitments: readonly string[];
  form: BundleForm;
  /** Documents of the applicant's library, by line of the one list. */
  materials: readonly BundleGiven[];
  masks: readonly Mask[];
  /** Which fields were filled in for the applicant and are as they were, and where something was filled in at all. */
  prefilled: readonly PrefilledField[];
  offered: readonly string[];
  /** What was asked of the library, and what has come of it. */
  filling?: Filling | undefined;
}

const storedForm = once(() =>
  z.object({
    version: z.int(),
    answers: z.string(),
    commitments: z.array(z.string()).default([]),
    form: z.string(),
    materials: z.array(bundleGiven()).default([]),
    masks: z.string(),
    prefilled: z.array(prefilledField()).default([]),
    offered: z.array(z.string()).default([]),
    filling: filling().optional(),
  }),
);

export function formIn(row: Row): StoredBundleForm {
  const { answers, form, masks, ...rest } = storedForm().parse(row);
  return {
    ...rest,
    answers: z.record(z.string(), z.string()).parse(JSON.parse(answers)),
    form: bundleForm().parse(JSON.parse(form)),
    masks: z.array(mask()).parse(JSON.parse(masks)),
  };
}

export const formRow = (id: string, { answers, form, masks, ...rest }: StoredBundleForm) => ({
  ...formKey(id),
  schema: 1,
  ...rest,
  answers: JSON.stringify(answers),
  form: JSON.stringify(form),
  masks: JSON.stringify(masks),
});
