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
export type BundlePart = BundleDefinition['parts'][number];

/** What was answered, by question. */
export type Answers = Readonly<Record<string, string>>;

/** Questions that are not answered, or not by one of their options, or that are none. */
export function answerFaults({ questions = [] }: BundleDefinition, answers: Answers): string[] {
  const missing = questions
    .filter((asked) => asked.options.every(({ key }) => key !== answers[asked.key]))
    .map(({ key }) => key);
  const strange = Object.keys(answers).filter((one) => questions.every(({ key }) => key !== one));
  return [...missing, ...strange];
}

/**
 * The parts that apply; all of them before anything is answered. Nothing waits for a part that does not apply: who has a
 * company already applies for its licences as that company.
 */
export function partsFor({ parts }: BundleDefinition, answers?: Answers): BundlePart[] {
  const applying = parts.filter(({ when = {} }) =>
    Object.entries(when).every(([asked, fitting]) => !answers || fitting.includes(answers[asked] ?? '')),
  );
  const items = new Set(applying.map(({ item }) => item));
  return applying.map(({ party, ...part }) => ({
    ...part,
    needs: part.needs.filter((need) => items.has(need)),
    ...(party && items.has(party) && { party }),
  }));
}

/** All that a part waits for, however far back; a circle is walked once. */
export function waitsFor(item: string, parts: readonly Pick<BundlePart, 'item' | 'needs'>[]): Set<string> {
  const found = new Set<string>();
  const open = [item];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const needs = parts.find((one) => one.item === next)?.needs ?? [];
    for (const need of needs.filter((one) => !found.has(one))) {
      found.add(need);
      open.push(need);
    }
  }
  return found;
}
