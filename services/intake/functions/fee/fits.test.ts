import { expect, test } from 'vitest';
import { noFees, type FeeAct } from '../../domain/fee/fees.ts';
import { feesFit } from './fits.ts';

const heavy = (bytes: number) => noFees({ id: 'x'.repeat(bytes), partyId: 'p' });

test.each<[FeeAct, number, boolean]>([
  ['assess', 249_000, true],
  ['assess', 251_000, false],
  ['propose-relief', 251_000, true],
  ['propose-relief', 301_000, false],
  ['approve-relief', 301_000, true],
  ['approve-relief', 361_000, false],
  ['reject-relief', 361_000, true],
  ['note-bill', 361_000, true],
])('%s of fees of %i bytes finds room: %s', (act, bytes, expected) => {
  expect(feesFit({ act, fees: heavy(bytes) })).toBe(expected);
});
