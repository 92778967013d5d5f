import { expect, test } from 'vitest';
import { readSeed } from '../../../../localstack/seed-files.ts';
import { itemOf } from '../../cases.fake.ts';
import { catalogueInput, type Item } from './item.ts';
import { demandable, requirementsOf } from './requirements.ts';

const material = (type: string, rest: Partial<Item['materials'][number]> = {}) => ({
  type,
  name: type,
  must: 'must' as const,
  restsOn: 'item' as const,
  source: 'applicant' as const,
  sharedResource: null,
  about: 'party' as const,
  originals: 1,
  copies: 0,
  ...rest,
});
const item = itemOf({
  materials: [
    material('plan', { situations: ['新办', '变更'], reviewPoints: ['面积一致'] }),
    material('licence', { source: 'government', sharedResource: 'legal-entity' }),
    material('rules', { must: 'deferrable' }),
  ],
  commitment: { text: '承诺', basis: '法', covers: ['plan', 'licence'], checkWithin: 30 },
});
const outline = (list: ReturnType<typeof requirementsOf>) => list.map(({ type, instead = 'asked' }) => [type, instead]);

test('a list holds what the situation wants; what sharing provides is not asked', () => {
  expect(outline(requirementsOf(item, { situation: '新办' }))).toEqual([
    ['plan', 'asked'],
    ['licence', 'sharing'],
    ['rules', 'asked'],
  ]);
  expect(outline(requirementsOf(item, { situation: '延续' }))).toEqual([
    ['licence', 'sharing'],
    ['rules', 'asked'],
  ]);
  expect(requirementsOf(item, { situation: '新办' })[0]).toEqual({
    ...material('plan', { reviewPoints: ['面积一致'] }),
    asked: true,
  });
});

test('a commitment stands in the place of what it covers', () => {
  expect(outline(requirementsOf(item, { situation: '新办', committed: true }))).toEqual([
    ['plan', 'commitment'],
    ['licence', 'sharing'],
    ['rules', 'asked'],
  ]);
  expect(demandable(item, { situation: '新办', committed: true }).map(({ type }) => type)).toEqual(['rules']);
});

test('of the demonstration items none asks for what an office has, and each asks less with its commitment', () => {
  for (const one of catalogueInput().parse(readSeed()).items) {
    for (const situation of one.situations) {
      const asked = demandable(one, { situation });
      for (const { source } of asked) expect([one.key, source]).toEqual([one.key, 'applicant']);
      const committed = demandable(one, { situation, committed: true });
      expect(committed.length).toBeLessThanOrEqual(asked.length);
    }
  }
});
