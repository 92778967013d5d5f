import { expect, test } from 'vitest';
import { Conflict, conflictIn } from '#shared/conflict';

const cancelled = (...codes: (string | undefined)[]) =>
  Object.assign(new Error('cancelled'), {
    name: 'TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const named = (name: string) => Object.assign(new Error(name), { name });
const read = (error: unknown, marked = true) => {
  const found = conflictIn(error, { marked });
  return found instanceof Conflict ? found.on : found === error ? 'as it is' : 'something else';
};

test.each<[string, unknown, string]>([
  ['a failed condition on the first write', cancelled('ConditionalCheckFailed', 'None'), 'mark'],
  ['failed conditions on the first and others', cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'), 'mark'],
  ['a failed condition further on', cancelled('None', 'ConditionalCheckFailed'), 'version'],
  ['another transaction on the first write', cancelled('TransactionConflict', 'None'), 'version'],
  [
    'another transaction on the first, a condition further on',
    cancelled('TransactionConflict', 'ConditionalCheckFailed'),
    'version',
  ],
  ['reasons without a code', cancelled(undefined, 'TransactionConflict'), 'version'],
  ['a single failed condition', named('ConditionalCheckFailedException'), 'version'],
  ['a single write during a transaction', named('TransactionConflictException'), 'version'],
  ['the same transaction still under way', named('TransactionInProgressException'), 'version'],
  ['throttling', cancelled('None', 'ThrottlingError'), 'as it is'],
  ['a failed condition beside throttling', cancelled('ConditionalCheckFailed', 'ThrottlingError'), 'as it is'],
  ['an invalid item', cancelled('ValidationError'), 'as it is'],
  ['a cancellation for no reason', cancelled('None'), 'as it is'],
  ['an outage', named('InternalServerError'), 'as it is'],
  ['what is no error', 'text', 'as it is'],
  ['nothing', undefined, 'as it is'],
])('%s', (_, error, expected) => {
  expect(read(error)).toBe(expected);
});

test('a failed condition on the first write of a transaction without a mark is a lost race as any other', () => {
  expect(read(cancelled('ConditionalCheckFailed', 'None'), false)).toBe('version');
});
