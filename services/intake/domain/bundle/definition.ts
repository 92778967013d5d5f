import * as z from 'zod';
import { once } from '#shared/once';
import { key, name, sentence } from '../catalogue/item-parts.ts';

const option = once(() => z.strictObject({ key: key(), title: sentence(), titleEn: sentence() }));

/** 情形引导: what the applicant is asked first, so that only those items are left that he needs. */
const question = once(() =>
  z.strictObject({
    key: key(),
    title: sentence(),
    titleEn: sentence(),
    options: z.array(option()).min(2).max(10),
  }),
);

const part = once(() =>
  z.strictObject({
    item: key(),
    /** 情形 under which the item is applied for; absent: the item's first. */
    situation: z.string().max(10).optional(),
    /** Items of the bundle whose grant it waits for. */
    needs: z.array(key()).max(20),
    /** The earlier item that creates its party: a company before its licences, a child before its insurance. */
    party: key().optional(),
    /** Asked for only with these answers, by question; absent: always. */
    when: z.record(key(), z.array(key()).min(1)).optional(),
  }),
);

/** 一件事: items that belong together, as a publisher loads them. */
export const bundleDefinition = once(() =>
  z.strictObject({
    key: key(),
    name: name(),
    nameEn: name(),
    questions: z.array(question()).max(10).optional(),
    parts: z.array(part()).min(2).max(20),
  }),
);
export type BundleDefinition = z.infer<ReturnType<typeof bundleDefinition>>;

/** What a bundle goes by: as published, or as a stage was planned, which may be of one item that was refused before. */
export const heldDefinition = once(() => bundleDefinition().extend({ parts: z.array(part()).min(1).max(60) }));
export type BundlePart = BundleDefinition['parts'][number];
