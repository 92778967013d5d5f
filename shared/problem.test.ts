import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { messages } from '#shared/locale';
import { faultsOf, languageOf, pointerOf, problemDocument, problems } from '#shared/problem';
import { readWith } from '#shared/request';

test('every problem has a code of its own in kebab-case, a status and words in two languages', () => {
  const all = Object.values(problems);
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  for (const { code, status, zh, en } of all) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});

test('a document names errors only where there are some', () => {
  const fault = { pointer: '/a', code: 'c', message: 'm' };
  expect(problemDocument(problems.notFound, 'en')).not.toHaveProperty('errors');
  expect(problemDocument(problems.invalidInput, 'en', [fault])).toMatchObject({ status: 400, errors: [fault] });
});

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['EN-us', 'en'],
  ['zh-TW', 'zh'],
  ['de, en;q=0.7, zh;q=0.3', 'en'],
  ['fr, de', 'zh'],
  ['french', 'zh'],
])('Accept-Language %s: %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

describe('faults', () => {
  test.each([
    [[], ''],
    [['a', 0, 'b'], '/a/0/b'],
    [['a/b', '~c'], '/a~1b/~0c'],
    [[''], '/'],
  ])('the path %j is the pointer %s', (path, pointer) => {
    expect(pointerOf(path)).toBe(pointer);
  });

  test('every fault of a body is named, surplus keys one by one', () => {
    const schema = z.strictObject({ a: z.string(), list: z.array(z.strictObject({ n: z.int() })) });
    const value = { a: 1, b: 2, c: 3, list: [{ n: 1 }, { n: 1.5, m: 0 }] };
    const issues = schema.safeParse(value, { error: messages.en }).error?.issues ?? [];
    expect(faultsOf(issues).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/a invalid_type',
      '/list/1/n invalid_type',
      '/list/1/m unrecognized_keys',
      '/b unrecognized_keys',
      '/c unrecognized_keys',
    ]);
  });

  test('a fault of the query is named by its parameter, in the language of the reader', () => {
    const read = readWith(messages.zh)(z.object({ limit: z.coerce.number().max(100) }), { limit: '900' }, '?');
    expect(read).toMatchObject({
      problem: { code: 'invalid-input' },
      errors: [{ pointer: '?limit', code: 'too_big', message: expect.stringMatching(/\p{Script=Han}/u) }],
    });
  });

  test('a fault never quotes what was sent', () => {
    const schema = z.strictObject({ kind: z.enum(['a', 'b']), id: z.uuid(), no: z.literal(true) });
    const secret = '350199199001011237';
    for (const language of ['zh', 'en'] as const) {
      const read = readWith(messages[language])(schema, { kind: secret, id: secret, no: secret }, '');
      expect(JSON.stringify(read)).not.toContain(secret);
    }
  });
});
