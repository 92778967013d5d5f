import type { BundleDefinition, BundlePart } from './definition.ts';

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
