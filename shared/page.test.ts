import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { cursorOf, listReply, pageQuery, readCursor } from '#shared/page';
import { problems } from '#shared/problem';
import { refuse } from '#shared/route';
import { fc } from '../test/support/property.ts';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const visible = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 100 });

test('a cursor gives back where the page ended', () => {
  fc.assert(
    fc.property(visible, visible, (sort, id) => {
      expect(readCursor(cursorOf([sort, id]))).toEqual({ after: [sort, id] });
    }),
  );
});

test('without a cursor a list begins at its start', () => {
  expect(readCursor(undefined)).toEqual({ after: undefined });
});

describe('a forged cursor is refused with 400', () => {
  test.each([
    ['empty', ''],
    ['no base64', '***'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['an object', encoded({})],
    ['one part', encoded(['a'])],
    ['three parts', encoded(['a', 'b', 'c'])],
    ['a number', encoded(['a', 1])],
    ['an empty sort key, which no index can start from', encoded(['', 'b'])],
    ['an empty id', encoded(['a', ''])],
    ['broken text', encoded(['a', '\ud800'])],
    ['text that no key of ours has', encoded(['办', 'b'])],
    ['a sort key too long', encoded(['a'.repeat(201), 'b'])],
    ['an id too long', encoded(['a', 'b'.repeat(101)])],
  ])('%s', (_, cursor) => {
    expect(readCursor(cursor)).toMatchObject({ problem: { status: 400, code: 'invalid-cursor' } });
  });

  test('whatever is sent, it is a place or a refusal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (cursor) => {
          const read = readCursor(cursor);
          expect('problem' in read ? read.problem.status : read.after?.length).toSatisfy(
            (one) => one === 400 || one === 2,
          );
        },
      ),
    );
  });
});

test.each([
  [{}, 20],
  [{ limit: '1' }, 1],
  [{ limit: '100' }, 100],
])('the limit of %o is %i', (query, limit) => {
  expect(z.object(pageQuery()).parse(query).limit).toBe(limit);
});

test.each(['0', '101', '-1', '1.5', 'x', 'NaN', 'Infinity', '1e9'])('a limit of %s is refused', (limit) => {
  expect(z.object(pageQuery()).safeParse({ limit }).success).toBe(false);
});

const outline = (n: number) => ({ n });

describe('the reply of a list', () => {
  const after = encoded(['a', 'b']);

  test('is read from where the cursor leads, each item in outline', async () => {
    const asked: object[] = [];
    const reply = await listReply({ limit: 2, cursor: after }, outline, async (at) => {
      asked.push(at);
      return { items: [1, 2], nextCursor: 'next' };
    });
    expect(asked).toEqual([{ limit: 2, after: ['a', 'b'] }]);
    expect(reply).toEqual({ status: 200, body: { items: [{ n: 1 }, { n: 2 }], nextCursor: 'next' } });
  });

  test('is the refusal of the list itself where that refuses', async () => {
    const refusal = refuse(problems.notFound);
    expect(await listReply({ limit: 2 }, outline, async () => refusal)).toEqual(refusal);
  });
});
