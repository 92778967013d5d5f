import { describe, expect, test } from 'vitest';
import { amr, faultsOf, health, itemOf } from '../../cases.fake.ts';
import { catalogueInput, type CatalogueInput, type Item } from './item.ts';

const input = (...items: Item[]): CatalogueInput => catalogueInput().parse({ departments: [amr, health], items });
const faults = (given: CatalogueInput, standing?: Parameters<typeof faultsOf>[1]) =>
  faultsOf(given, standing).map(({ path, code }) => `${path.join('/')} ${code}`);
const part = (rest: object) => catalogueInput().parse(rest);
const ending = (withdraw: object[], rest: object = {}) => part({ withdraw, ...rest });
const limit = (n: number) => ({ n, unit: 'working-day', from: 'accepted', of: 'office' }) as const;
const material = (type: string) => ({
  type,
  name: '材料',
  must: 'must' as const,
  restsOn: 'item' as const,
  source: 'applicant' as const,
  sharedResource: null,
  about: 'party' as const,
  originals: 1,
  copies: 0,
});
const formWith = (said: object) => ({
  form: {
    type: 'object',
    properties: { a: { type: 'object', properties: { b: { type: 'string', ...said } } } },
  },
});
const step = (...fields: string[]) => ({ title: '填写', titleEn: 'Fill in', fields });
const twoFields = { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } } };

describe('faults', () => {
  test('of a good catalogue are none', () => {
    expect(faults(input(itemOf(), itemOf({ key: 'other', needs: ['food-business-licence|other'] })))).toEqual([]);
  });

  test.each<[string, CatalogueInput, string[]]>([
    ['a key that stands twice', input(itemOf(), itemOf()), ['items/1/key duplicate']],
    [
      'a department that stands twice',
      { ...input(itemOf()), departments: [amr, amr] },
      ['departments/1/key duplicate'],
    ],
    ['an unknown department', input(itemOf({ department: 'none' })), ['items/0/department unknown-department']],
    [
      'an unknown department of a step',
      input(
        itemOf({
          steps: [
            { department: 'amr', mode: 'serial' },
            { department: 'none', mode: 'serial' },
          ],
        }),
      ),
      ['items/0/steps/1/department unknown-department'],
    ],
    [
      'an unknown department at its side',
      input(itemOf({ jointDepartments: ['health', 'none'] })),
      ['items/0/jointDepartments/1 unknown-department'],
    ],
    [
      'an unknown item among those it needs',
      input(itemOf({ needs: ['food-business-licence|none', 'none'] })),
      ['items/0/needs/0 unknown-item', 'items/0/needs/1 unknown-item'],
    ],
    [
      'an item that needs itself',
      input(itemOf({ needs: ['food-business-licence'] })),
      ['items/0/needs/0 needs-circle'],
    ],
    [
      'a promise longer than the law',
      input(itemOf({ promisedLimit: limit(21) })),
      ['items/0/promisedLimit promise-too-long'],
    ],
    ['rules of a form that are none', input(itemOf({ form: { type: 'string' } })), ['items/0/form broken-form']],
    [
      'a mask that would not be found',
      input(itemOf({ form: { type: 'object', properties: { a: { 'x-mask': 'nickname' } } } })),
      ['items/0/form broken-form'],
    ],
  ])('%s', (_, given, expected) => {
    expect(faults(given)).toEqual(expected);
  });

  test.each<[string, Partial<Item>, string[]]>([
    ['an unknown approving body', { approvingBody: 'none' }, ['items/0/approvingBody unknown-department']],
    ['an unknown theme', { themes: ['health', 'none'] }, ['items/0/themes/1 unknown-theme']],
    [
      'a material that stands twice',
      { materials: [material('a'), material('a')] },
      ['items/0/materials/1/type duplicate'],
    ],
    [
      'a material for a situation that the item does not have',
      { materials: [{ ...material('a'), situations: ['新办', '注销'] }] },
      ['items/0/materials/0/situations/1 unknown-situation'],
    ],
    [
      'a commitment that spares what is not asked',
      { materials: [material('a')], commitment: { text: '承诺', basis: '法', covers: ['a', 'b'], checkWithin: 30 } },
      ['items/0/commitment/covers/1 unknown-material'],
    ],
    [
      'a shared field that there is not',
      formWith({ 'x-same-as': 'company.nickname' }),
      ['items/0/form/properties/a/properties/b/x-same-as unknown-field'],
    ],
    [
      'a source that there is not',
      formWith({ 'x-source': 'guess' }),
      ['items/0/form/properties/a/properties/b/x-source unknown-source'],
    ],
    [
      'steps that name a field twice, one that there is not, and miss one',
      { form: { ...twoFields, 'x-steps': [step('a', 'c'), step('a')] } },
      ['items/0/form/x-steps broken-steps', 'items/0/form/x-steps broken-steps', 'items/0/form/x-steps broken-steps'],
    ],
    ['steps that are none', { form: { ...twoFields, 'x-steps': 'a' } }, ['items/0/form/x-steps broken-steps']],
    [
      'a step without a name in English',
      { form: { ...twoFields, 'x-steps': [{ ...step('a', 'b'), titleEn: ' ' }] } },
      ['items/0/form/x-steps/0/titleEn broken-steps'],
    ],
  ])('%s', (_, rest, expected) => {
    expect(faults(input(itemOf(rest)))).toEqual(expected);
  });

  test('are all named at once, by their place in what was posted', () => {
    const bad = itemOf({ department: 'none', promisedLimit: limit(99), needs: ['nothing'], form: {} });
    expect(faults({ ...input(itemOf(), bad), departments: [amr, amr] })).toEqual([
      'departments/1/key duplicate',
      'items/1/key duplicate',
      'items/1/department unknown-department',
      'items/1/needs/0 unknown-item',
      'items/1/promisedLimit promise-too-long',
      'items/1/form broken-form',
    ]);
  });
});

describe('of a part of a catalogue', () => {
  const standing = {
    departments: [amr],
    items: [itemOf({ key: 'old' }), itemOf({ key: 'other', needs: ['old'] }), itemOf({ key: 'new' })],
  };
  const reason = '合并办理';

  test('what stands beside it counts as known', () => {
    expect(faults(part({ items: [itemOf({ needs: ['old'] })] }), standing)).toEqual([]);
    expect(faults(part({ items: [itemOf({ needs: ['old'] })] }))).toEqual([
      'items/0/department unknown-department',
      'items/0/needs/0 unknown-item',
    ]);
  });

  test.each<[string, CatalogueInput, string[]]>([
    ['an item that may end', ending([{ key: 'new', successor: 'old', reason }]), []],
    ['an end of what is not offered', ending([{ key: 'none', reason }]), ['withdraw/0/key unknown-item']],
    [
      'a successor that is not offered',
      ending([{ key: 'new', successor: 'none', reason }]),
      ['withdraw/0/successor unknown-item'],
    ],
    [
      'a successor that is the item itself, or ends with it',
      ending([
        { key: 'new', successor: 'new', reason },
        { key: 'other', successor: 'new', reason },
      ]),
      ['withdraw/0/successor unknown-item', 'withdraw/1/successor unknown-item'],
    ],
    ['an item that another needs', ending([{ key: 'old', reason }]), ['withdraw/0/key still-needed']],
    [
      'which then ends with it',
      ending([
        { key: 'old', reason },
        { key: 'other', reason },
      ]),
      [],
    ],
    [
      'an item that is put and ended at once',
      ending([{ key: 'new', reason }], { items: [itemOf({ key: 'new' })] }),
      ['withdraw/0/key duplicate'],
    ],
    [
      'an end that is named twice',
      ending([
        { key: 'new', reason },
        { key: 'new', reason },
      ]),
      ['withdraw/1/key duplicate'],
    ],
  ])('%s', (_, given, expected) => {
    expect(faults(given, standing)).toEqual(expected);
  });
});
