import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { messages } from '#shared/locale';
import { personDocument, uscc } from '#shared/party';
import { text } from '#shared/text';

const said = (schema: z.ZodType, value: unknown, language: 'zh' | 'en') =>
  schema.safeParse(value, { error: messages[language] }).error?.issues.map(({ message }) => message);

test.each<[string, z.ZodType, unknown, string, string]>([
  ['nothing given', z.string(), undefined, '请填写此项。', 'This is required.'],
  ['no choice made', z.enum(['a', 'b']), undefined, '请填写此项。', 'This is required.'],
  [
    'no kind that there is',
    z.discriminatedUnion('way', [z.object({ way: z.literal('download') }), z.object({ way: z.literal('post') })]),
    { way: 'pigeon' },
    '请从以下选项中选择：download、post。',
    'Choose one of: download, post.',
  ],
  ['no consent', z.literal(true), false, '请确认此项。', 'This must be confirmed.'],
  ['an empty text', z.string().min(1), '', '请填写此项。', 'This is required.'],
  ['a short text', z.string().min(4), 'a', '不得少于 4 个字符。', 'At least 4 characters.'],
  ['a long text', text(2), 'abc', '不得超过 2 个字符。', 'At most 2 characters.'],
  ['too few entries', z.array(z.int()).min(2), [1], '不得少于 2 项。', 'At least 2 entries.'],
  ['a small number', z.number().min(1), 0, '不得少于 1。', 'At least 1.'],
  ['a number that must be more', z.number().gt(0), 0, '必须大于 0。', 'More than 0.'],
  ['a wrong shape', z.string().regex(/^1[3-9]\d{9}$/), 'x', '格式不正确。', 'The format is not right.'],
  ['a surplus field', z.strictObject({}), { x: 1 }, '没有这一项。', 'There is no such field.'],
])('%s is named in the words of the reader, not in those of a program', (_, ...[schema, value, zh, en]) => {
  expect(said(schema, value, 'zh')).toEqual([zh]);
  expect(said(schema, value, 'en')).toEqual([en]);
});

describe('a rule of our own', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['broken text', text(9), 'a\u0000b'],
    ['an organisation’s code', uscc(), 'x'],
    ['an identity number', personDocument(), { kind: 'resident-id', number: 'x' }],
    ['a passport number', personDocument(), { kind: 'passport', country: 'USA', number: '?' }],
  ])('speaks both languages: %s', (_, schema, value) => {
    expect(said(schema, value, 'zh')?.join()).toMatch(/^\p{Script=Han}[^a-z]*$/u);
    expect(said(schema, value, 'en')?.join()).toMatch(/^[A-Z][ -~]+$/);
  });
});

test.each<[string, z.ZodType, unknown]>([
  ['a number for a text', z.string(), 7],
  ['a list for a group', z.record(z.string(), z.string()), []],
  ['a text for a list', z.array(z.string()), 'x'],
  ['a half for a whole number', z.int(), 1.5],
  ['a wrong choice', z.enum(['甲', '乙']), '丙'],
  ['no day', z.iso.date(), '2026-02-30'],
  ['no address', z.email(), 'x'],
  ['no number of ours', z.uuid(), 'x'],
  ['a wrong name', z.record(z.string().regex(/^A$/), z.string()), { b: 'x' }],
  ['none of several', z.union([z.string(), z.number()]), true],
  ['a number between', z.number().multipleOf(5), 3],
])('no word of a program is left in a sentence: %s', (_, schema, value) => {
  expect(said(schema, value, 'zh')?.join()).toMatch(/^[^a-z]*\p{Script=Han}[^a-z]*$/u);
  expect(said(schema, value, 'en')?.join()).toMatch(/^[A-Z][^\p{Script=Han}]*\.$|甲/u);
});
