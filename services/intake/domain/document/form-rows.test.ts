import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { foodForm } from '../../../../test/support/form.ts';
import { honestForm } from '../../../../test/support/honest-form.ts';
import { readSeed } from '../../../../localstack/seed-files.ts';
import { addresseeIn, formTables, labelAt } from './form-rows.ts';
import type { Row } from '#shared/paper/sheet';

const seed = join(import.meta.dirname, '../../seed/items/food-business-licence.json');
const { form: schema } = z
  .object({ form: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(seed, 'utf8')));

const rowsOf = (...given: Parameters<typeof formTables>): readonly Row[] =>
  formTables(...given).flatMap((one) => (one.kind === 'table' ? one.rows : []));

/** Values that a form shows one by one; a list of plain values is one. */
function leavesOf(value: unknown): number {
  const entries = typeof value === 'object' && value !== null ? Object.values(value) : [];
  const isPlain = !entries.some((one) => typeof one === 'object' && one !== null);
  if (typeof value !== 'object' || (Array.isArray(value) && isPlain)) return 1;
  return entries.reduce<number>((sum, one) => sum + leavesOf(one), 0);
}

test('a form is shown by its steps, with its labels and words in both languages', () => {
  const headings = formTables(schema, foodForm).map((one) => (one.kind === 'table' ? one.heading?.zh : undefined));
  expect(headings).toEqual(['经营者', '经营场所与项目', '人员与联系']);
  const rows = rowsOf(schema, foodForm);
  expect(rows[0]).toEqual({ label: { zh: '经营者名称', en: 'Operator' }, value: '示例餐饮有限公司' });
  expect(rows).toContainEqual({
    label: { zh: '经营项目', en: 'Projects of business' },
    value: '热食类食品制售 Hot dishes；冷食类食品制售 Cold dishes',
  });
  expect(rows).toContainEqual({
    label: { zh: '食品安全管理人员（1）·职务', en: 'Food safety managers, Post' },
    value: '食品安全员 Food safety officer',
  });
});

test('what is in no step stands at the end, what was left out nowhere', () => {
  const tables = formTables({ properties: { a: { title: '甲' }, b: { title: '乙' } } }, { b: true });
  expect(tables).toEqual([
    {
      kind: 'table',
      heading: { zh: '申请内容', en: 'Application' },
      rows: [{ label: { zh: '乙', en: '' }, value: '是 Yes' }],
    },
  ]);
});

test.each(
  readSeed().items.flatMap((item) =>
    item['form'] ? [[item.key, z.record(z.string(), z.unknown()).parse(item['form'])] as const] : [],
  ),
)('of a filled form of %s nothing is lost, and every label is in words', (_, form) => {
  const filled = honestForm(form);
  const rows = rowsOf(form, filled);
  expect(rows.length).toBe(leavesOf(filled));
  for (const { label } of rows) expect(label.zh).toMatch(/\p{Script=Han}/u);
});

test('a pointer is told in words', () => {
  expect(labelAt(schema, '/legalRepresentative/name', foodForm)).toBe('法定代表人（负责人）·姓名');
  expect(labelAt(schema, '/safetyManagers/0/kind', foodForm)).toBe('食品安全管理人员·第1项·职务');
  expect(labelAt(schema, '/nowhere', foodForm)).toBe('nowhere');
});

test('an applicant is called what he calls himself', () => {
  expect(addresseeIn(schema, foodForm)).toBe('示例餐饮有限公司');
  expect(addresseeIn(schema, {})).toBe('申请人');
  const person = { properties: { who: { 'x-source': 'party' } } };
  expect(addresseeIn(person, { who: '示例甲' })).toBe('示例甲');
});
