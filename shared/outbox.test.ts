import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { envelope } from '#events/event';
import { requestKey, type Cause } from '#shared/cause';
import { markWrites, outboxPartition, outboxWrites } from '#shared/outbox';
import { uuid } from '../test/support/facts.ts';

const cause: Cause = {
  at: new Date('2026-08-03T01:00:00Z'),
  actor: { sub: 'li', kind: 'person', partyId: 'p_li' },
  office: 'applicant',
  correlationId: 'chain-0001',
  causationId: 'request-1',
};
const seconds = cause.at.getTime() / 1000;
const publisher = (...ids: string[]) => ({ service: 'intake', district: 'gulou', newId: () => ids.shift() ?? '' });
const fact = (type: string, rest = {}) => ({ type, data: { caseId: 'c' }, ...rest });
const written = z.object({ put: z.record(z.string(), z.unknown()) });
const putOf = (write: unknown) => written.parse(write).put;

describe('the outbox rows of a change', () => {
  test('carry one whole envelope each, under the day and the shard of its id', () => {
    const facts = [fact('intake.case-changed.v2'), fact('intake.bill-due.v1', { toDistrict: '*' })];
    const first = 'a190a5b2-0000-7000-8000-000000000001';
    const writes = outboxWrites(publisher(first, uuid(2)), { id: 'case-1', version: 3 }, { facts, cause });
    expect(writes.map((write) => putOf(write))).toEqual([
      {
        pk: 'OUT#2026-08-03#a',
        sk: first,
        schema: 1,
        expiresAt: seconds + 400 * 86_400,
        event: {
          specversion: '1.0',
          id: first,
          source: 'banshi/gulou/intake',
          type: 'intake.case-changed.v2',
          subject: 'case-1',
          time: '2026-08-03T01:00:00.000Z',
          datacontenttype: 'application/json',
          sequence: 3,
          district: 'gulou',
          correlationId: 'chain-0001',
          causationId: 'request-1',
          data: { caseId: 'c' },
        },
      },
      expect.objectContaining({
        pk: outboxPartition('2026-08-03', '0'),
        event: expect.objectContaining({ toDistrict: '*' }),
      }),
    ]);
    for (const write of writes) envelope().parse(putOf(write)['event']);
  });

  test('are none without facts', () => {
    expect(outboxWrites(publisher(), { id: 'case-1', version: 1 }, { facts: [], cause })).toEqual([]);
  });
});

describe('the mark', () => {
  const request = { kind: 'request', key: 'IDEM#x', requestHash: 'hash' } as const;

  test('of a message ends with the replay window', () => {
    const [write] = markWrites({ ...cause, mark: { kind: 'message', key: 'on-noted#1' } });
    expect(putOf(write)).toEqual({ pk: 'MARK#on-noted#1', sk: 'MARK', schema: 1, expiresAt: seconds + 400 * 86_400 });
    expect(write).toHaveProperty('when.expression', 'attribute_not_exists(pk)');
  });

  test('of a request stays as long as its record, with the reply', () => {
    const reply = { status: 201, headers: { ETag: '"1"' }, body: { id: 'a' } };
    const [write] = markWrites({ ...cause, mark: request, reply });
    expect(putOf(write)).toEqual({
      pk: 'IDEM#x',
      sk: 'MARK',
      schema: 1,
      requestHash: 'hash',
      reply: JSON.stringify(reply),
    });
  });

  test('is none where nothing must happen once', () => {
    expect(markWrites(cause)).toEqual([]);
  });

  test('without a reply, or with one that is too big to keep, is a mistake of ours', () => {
    expect(() => markWrites({ ...cause, mark: request })).toThrow('reply');
    const reply = { status: 200, body: 'x'.repeat(8192) };
    expect(() => markWrites({ ...cause, mark: request, reply })).toThrow('8 KB');
    const wide = { status: 200, body: '办'.repeat(4000) };
    expect(() => markWrites({ ...cause, mark: request, reply: wide })).toThrow('8 KB');
  });
});

test('the key of a request differs with each of its parts, and cannot be forged from two', () => {
  const base = { subject: 'li', method: 'POST', path: '/a', given: 'k' };
  const keys = [
    base,
    { ...base, subject: 'wang' },
    { ...base, method: 'PUT' },
    { ...base, path: '/b' },
    { ...base, given: 'l' },
    { ...base, subject: 'liPOST', method: '' },
  ].map(requestKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(requestKey({ ...base })).toBe(keys[0]);
});
