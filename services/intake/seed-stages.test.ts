import { expect, test } from 'vitest';
import { readSeed } from '../../localstack/seed-files.ts';
import { bundled } from './domain/bundle/bundled.ts';
import { bundleFaults } from './domain/bundle/definition-faults.ts';
import { definitionOf } from './domain/bundle/stage-plan.ts';
import { catalogueInput } from './domain/catalogue/item.ts';

test('the demonstration catalogue has every item of the four stages of a project, so that each stage can be opened whole', () => {
  const { items } = catalogueInput().parse(readSeed());
  const plans = [1, 2, 3, 4].map((stage) => {
    const own = items.filter((item) => item.stage === stage).map(({ key }) => key);
    const needs = new Map(items.map((item) => [item.key, item.needs?.filter((need) => own.includes(need)) ?? []]));
    return { stage, items: own.map((itemKey) => ({ itemKey, needs: needs.get(itemKey) ?? [] })) };
  });
  expect(bundleFaults(plans.map(definitionOf), items.map(bundled))).toEqual([]);
  expect(plans.flatMap((plan) => plan.items).length).toBeGreaterThanOrEqual(20);
});
