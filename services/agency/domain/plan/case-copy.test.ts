import { expect, test } from 'vitest';
import { uuid } from '../../../../test/support/facts.ts';
import { beginCopy, followCase, itemCase, type CaseCopy } from './case-copy.ts';

const caseId = uuid(1, 1);
const time = '2026-08-20T03:00:00.000Z';
const copy = beginCopy(
  {
    time: '2026-08-03T01:00:00.000Z',
    data: {
      caseId,
      itemKey: 'survey',
      version: 1,
      district: 'gulou',
      partyId: 'p_company',
      departments: ['amr'],
      materials: [],
    },
  },
  uuid(1, 5),
);

/** The case after what was told of it, all of it on August 20. */
const told = (...all: readonly (readonly [state: 'accepted' | 'supplementing', since?: string])[]): CaseCopy =>
  all.reduce((known, [state, since], n) => {
    const data = { caseId, state, reasonCode: 'accept', provisional: false, ...(since && { since }) };
    return followCase(known, { data, sequence: n + 1, time }) ?? known;
  }, copy);

test('an acceptance and a pause count from the day that they are told of, not from that on which they are told', () => {
  const late = told(
    ['accepted', '2026-08-03T01:00:00.000Z'],
    ['supplementing', '2026-08-05T02:00:00.000Z'],
    ['accepted', '2026-08-12T15:59:59.999Z'],
  );
  expect(itemCase(late)).toMatchObject({
    accepted: '2026-08-03',
    pauses: [{ from: '2026-08-05', until: '2026-08-12' }],
  });
  expect(itemCase(told(['accepted']))).toMatchObject({ accepted: '2026-08-20' });
});
