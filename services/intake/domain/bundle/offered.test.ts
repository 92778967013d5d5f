import { describe, expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { partsFor, type Answers } from './choice.ts';
import { bundleFaults } from './definition-faults.ts';
import type { BundleDefinition } from './definition.ts';
import { stillOffered } from './offered.ts';

const itemOf = (key: string) => ({
  key,
  name: key,
  nameEn: key,
  situations: ['新办' as const],
  creates: undefined,
  online: true,
  shared: [],
});
const option = (key: string) => ({ key, title: key, titleEn: key });
const question = (key: string, ...options: string[]) => ({
  key,
  title: key,
  titleEn: key,
  options: options.map(option),
});
const restaurant: BundleDefinition = {
  key: 'open',
  name: '开办',
  nameEn: 'Open',
  questions: [question('company', 'new', 'existing'), question('sign', 'big', 'small', 'none')],
  parts: [
    { item: 'company', needs: [], when: { company: ['new'] } },
    { item: 'food', needs: ['company'] },
    { item: 'hygiene', needs: ['company'] },
    { item: 'sign', needs: ['company'], when: { sign: ['big'] } },
  ],
};
const without = (...gone: string[]) => restaurant.parts.map(({ item }) => item).filter((item) => !gone.includes(item));
const offered = (...gone: string[]) => stillOffered(restaurant, { items: without(...gone).map(itemOf), withdrawn: [] });

describe('a bundle of which an item has ended', () => {
  test('goes on without one that answers alone bring in, and asks no more what would bring it in', () => {
    const { definition, ended } = offered('sign')!;
    expect([definition.parts.map(({ item }) => item), ended]).toEqual([['company', 'food', 'hygiene'], ['sign']]);
    expect(definition.questions?.[1]?.options.map(({ key }) => key)).toEqual(['small', 'none']);
  });

  test('is for those alone who need it not, where others wait for it', () => {
    const { definition } = offered('company')!;
    expect(definition.questions?.map(({ key }) => key)).toEqual(['sign']);
    expect(definition.parts.map(({ needs }) => needs)).toEqual([[], [], []]);
  });

  test('is offered no more where every answer asks for it', () => {
    expect(offered('food')).toBeUndefined();
    expect(offered('food', 'sign')).toBeUndefined();
  });

  test('goes on with what took its place, whoever needs it', () => {
    const withdrawn = [{ key: 'food', reason: '合并', successor: 'one', version: 2, since: 2, from: '2026-08-03' }];
    const { definition, ended } = stillOffered(restaurant, {
      items: [...without('food'), 'one'].map(itemOf),
      withdrawn,
    })!;
    expect([definition.parts.map(({ item }) => item), ended]).toEqual([['company', 'one', 'hygiene', 'sign'], []]);
  });
});

/** Definitions without a fault: some parts are asked for by answers, each waits for some of those before it. */
const definitions = fc
  .record({
    conditions: fc.array(
      fc.option(
        fc.record({ asked: fc.constantFrom('a', 'b'), fitting: fc.subarray(['1', '2', '3'], { minLength: 1 }) }),
      ),
      { minLength: 2, maxLength: 6 },
    ),
    needs: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    gone: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ conditions, needs, gone }) => ({
    definition: {
      ...restaurant,
      questions: ['a', 'b'].map((key) => question(key, '1', '2', '3')),
      parts: conditions.map((condition, n) => ({
        item: `item-${n}`,
        needs: n === 0 ? [] : [`item-${(needs[n] ?? 0) % n}`],
        ...(condition && { when: { [condition.asked]: condition.fitting } }),
      })),
    } satisfies BundleDefinition,
    gone: new Set(conditions.flatMap((_, n) => (gone[n] ? [`item-${n}`] : []))),
  }));
const every: Answers[] = ['1', '2', '3'].flatMap((a) => ['1', '2', '3'].map((b) => ({ a, b })));
const chosen = (definition: BundleDefinition, answers: Answers) =>
  partsFor(definition, answers).map(({ when, ...part }) => part);

test('property: what is left is a bundle without fault; for answers that may still be given it is what it was, and none of them asks for what ended', () => {
  fc.assert(
    fc.property(definitions, ({ definition, gone }) => {
      const items = definition.parts.map(({ item }) => item).filter((item) => !gone.has(item));
      const still = stillOffered(definition, { items: items.map(itemOf), withdrawn: [] });
      const always = definition.parts.some(({ item, when }) => gone.has(item) && !when);
      if (always) expect(still).toBeUndefined();
      if (!still) return;
      expect(bundleFaults([still.definition], items.map(itemOf))).toEqual([]);
      const questions = still.definition.questions ?? [];
      const left = every.filter((answers) =>
        definition.parts.every(
          (part) => !gone.has(part.item) || !chosen(definition, answers).some(({ item }) => item === part.item),
        ),
      );
      const given = left.filter((answers) =>
        questions.every(({ key, options }) => options.some((one) => one.key === answers[key])),
      );
      expect(given.length).toBeGreaterThan(0);
      for (const answers of given) {
        const asked = Object.fromEntries(questions.map(({ key }) => [key, answers[key] ?? '']));
        expect(chosen(still.definition, asked)).toEqual(chosen(definition, answers));
      }
    }),
    { numRuns: 300 },
  );
});
