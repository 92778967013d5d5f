import { expect, test } from 'vitest';
import { envelopeOf, uuid } from '../../../test/support/facts.ts';
import { feesOfCase } from '../../../test/support/inbox.ts';
import { lineOfFact } from './fact-line.ts';

const known = { id: uuid(1, 1), partyId: 'p_company', itemKey: 'food-business-licence', district: 'gulou' };

test('a bill, its revision and its end are told to whoever’s case it is, each in a line of its own', () => {
  const lines = feesOfCase(1).map((one) => lineOfFact(known, one));
  expect(lines.map((line) => line?.message)).toEqual(['fee-due', 'fee-changed', 'fee-cancelled']);
  expect(lines[0]).toEqual({
    id: uuid(16, 4),
    partyId: 'p_company',
    caseId: known.id,
    itemKey: 'food-business-licence',
    district: 'gulou',
    at: '2026-08-03T01:00:30.000Z',
    message: 'fee-due',
    dueAt: '2026-08-18T15:59:59.999Z',
    amountFen: 4000,
  });
});

test.each([
  ['refused', 'not-in-force', 'materials-refused'],
  ['not confirmed in time', 'no-answer', 'materials-unanswered'],
])('documents that were %s are told to whoever gave them', (_, why, message) => {
  const data = { caseId: known.id, partyId: 'p_company', materials: [{ requirement: 'lease', why }] };
  const event = envelopeOf({ type: 'intake.materials-unconfirmed.v1', data });
  expect(lineOfFact(known, event)).toMatchObject({ partyId: 'p_company', caseId: known.id, message });
});

test('money that goes back is told; what no line is for throws, so that it cannot be lost', () => {
  const refund = envelopeOf({ type: 'intake.refund-proposed.v1', data: {} });
  expect(lineOfFact(known, refund)?.message).toBe('refund-proposed');
  expect(() => lineOfFact(known, envelopeOf({ type: 'intake.unknown.v1' }))).toThrow('intake.unknown.v1');
});

test('that a bill is paid is told once: neither that it is due, which its case tells, nor what has gone back of it', () => {
  const told = (state: string, refundedFen = 0) => {
    const data = {
      billId: uuid(1),
      assessmentId: 'a',
      revision: 1,
      caseId: known.id,
      state,
      paidFen: 4000,
      refundedFen,
    };
    return lineOfFact(known, envelopeOf({ type: 'payments.bill-changed.v1', data }));
  };
  expect(told('paid')).toMatchObject({ message: 'bill-paid', caseId: known.id, amountFen: 4000 });
  expect([told('due'), told('cancelled'), told('refunded', 4000), told('paid', 100)]).toEqual(Array(4).fill(undefined));
});
