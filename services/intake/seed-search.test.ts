import { expect, test } from 'vitest';
import { readSeed } from '../../localstack/seed-files.ts';
import { fc } from '../../test/support/property.ts';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { catalogueInput } from './domain/catalogue/item.ts';
import { findItems } from './domain/catalogue/search.ts';
import { isAbbreviated } from './domain/catalogue/pinyin.ts';

const { items: posted } = catalogueInput().parse(readSeed());
const items = posted.map((item) => ({ ...item, version: 1, since: 1, from: '2026-08-03' }));
const first = (q: string) =>
  findItems({ items }, { q })
    .slice(0, 3)
    .map(({ key }) => key);

test.each([
  ['餐饮', 'food-business-licence'],
  ['开饭店', 'food-business-licence'],
  ['spjy', 'food-business-licence'],
  ['SPJY', 'food-business-licence'],
  ['身份证丢了', 'id-card-replacement'],
  ['身份证丢了怎么办？', 'id-card-replacement'],
  ['我想 开 饭店', 'food-business-licence'],
  ['（食品经营许可）', 'food-business-licence'],
  ['ｓｐｊｙ', 'food-business-licence'],
  ['sfz', 'id-card-replacement'],
  ['food', 'food-business-licence'],
  ['passport', 'passport'],
  ['护照', 'passport'],
  ['低保', 'minimum-living'],
  ['上户口', 'household-registration'],
  ['二手房过户', 'house-transfer'],
  ['qysl', 'company-registration'],
  ['开公司', 'company-registration'],
])('among sixty items, %s finds %s among the first three', (q, key) => {
  expect(first(q)).toContain(key);
});

test('and over HTTP', async () => {
  const world = cases.intakeOver(fakeTable());
  const some = posted.filter(({ key }) => ['food-business-licence', 'id-card-replacement', 'passport'].includes(key));
  await cases.publish(world, { ...readSeed(), items: some, bundles: [] });
  for (const [q, key] of [
    ['餐饮', 'food-business-licence'],
    ['开饭店', 'food-business-licence'],
    ['spjy', 'food-business-licence'],
    ['身份证丢了', 'id-card-replacement'],
  ] as const) {
    const { body } = await world.send({ path: '/intake/public/items', query: { q } });
    expect([q, body.items[0].key]).toEqual([q, key]);
  }
});

test('who knows no name browses by theme, and by what can be done where he is', async () => {
  const world = cases.intakeOver(fakeTable());
  const some = posted.filter(({ key }) => ['food-business-licence', 'id-card-replacement', 'passport'].includes(key));
  await cases.publish(world, { ...readSeed(), items: some, bundles: [] });
  const themes = (await world.send({ path: '/intake/public/themes' })).body.items;
  expect(themes).toContainEqual({ key: 'identity', name: '户籍与证件', nameEn: 'Identity and documents', items: 2 });
  for (const { key, items: count } of themes) {
    const { body } = await world.send({ path: '/intake/public/items', query: { theme: key } });
    expect([key, body.items.length]).toEqual([key, count]);
  }
  const agency = await world.send({ path: '/intake/public/items', query: { channel: 'agency' } });
  expect(agency.body.items.map(({ key }: { key: string }) => key)).toEqual(['food-business-licence']);
});

test('a character that is read in two ways is found by both', () => {
  for (const letters of ['zl', 'cl', 'zy', 'cy']) expect(isAbbreviated('长乐', letters)).toBe(true);
  expect(isAbbreviated('长乐', 'xl')).toBe(false);
  expect(isAbbreviated('乐', 'lx')).toBe(false);
});

test('property: whatever is asked is answered, and every name and keyword finds its item first or beside its namesakes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), fc.string({ unit: 'grapheme' })), (q) => {
      expect(findItems({ items }, { q }).length).toBeLessThanOrEqual(items.length);
    }),
  );
  for (const { key, name, keywords = [] } of items) {
    expect(first(name)[0], name).toBe(key);
    for (const keyword of keywords) expect(first(keyword), keyword).toContain(key);
  }
});
