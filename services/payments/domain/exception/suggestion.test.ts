import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { exceptionClass } from '../reconciliation/class.ts';
import type { Exception } from './exception.ts';
import { fitting, fittingAsFound } from './fits.ts';
import { itemsAsFound, type Cleared } from './situation.ts';
import { suggestionOf } from './suggestion.ts';

const id = '00000000-0000-4000-8000-000000000001';
const place = { channel: 'wechat', merchant: 'treasury', day: '2026-08-03' };
const way = fc.constantFrom('in' as const, 'out' as const);
const number = fc.constantFrom('a'.repeat(32), 'their-1');
const about = {
  FILE_TOTAL_MISMATCH: { kind: 'file' as const },
  UNREADABLE_FILE: { kind: 'file' as const },
  STATEMENT_MISSING: { kind: 'file' as const },
  UNPARSEABLE_ROW: { kind: 'line' as const, revision: 1, line: 7 },
};
const aboutOf: Partial<Record<string, Exception['subject']>> = about;

/** A difference of any class, in any way, of any amount on either side, with or without something in suspense. */
const found = fc
  .record({
    class: fc.constantFrom(...exceptionClass.options),
    channel: fc.constantFrom('wechat', 'bank'),
    number,
    direction: way,
    booked: fc.option(fc.constantFrom(0, 1, 500, 30_000)),
    shown: fc.option(fc.constantFrom(0, 1, 500, 30_000)),
    isSuspended: fc.boolean(),
  })
  .map(({ number: of, direction, booked, shown, isSuspended, ...said }): Exception => {
    const isTurned = said.class === 'DIRECTION_MISMATCH';
    const row = { line: 1, direction, number: of, ref: '', merchantNumber: '', feeFen: 0, currency: 'CNY' };
    return {
      ...place,
      ...said,
      id,
      version: 1,
      state: 'open',
      money: 'end',
      reconciliationId: 'wechat.treasury.2026-08-03',
      subject: aboutOf[said.class] ?? { kind: 'number', number: of, direction, nth: 1 },
      ...(booked !== null && { ledger: { amountFen: booked, day: place.day, ref: '', lines: [] } }),
      ...(shown !== null && { row: { ...row, amountFen: shown, status: 'done', at: new Date(0) } }),
      differenceFen: (shown ?? 0) - (booked ?? 0) * (isTurned ? -1 : 1),
      detail: '',
      raisedAt: new Date(0),
      timelineHash: '',
      ...(isSuspended && { suspenseId: id }),
    };
  });
const item = fc.record({ number, direction: way, amountFen: fc.integer({ min: -30_000, max: 30_000 }) });

test('whatever a difference is, and whatever the ledger has of it by now, what is suggested is one of what may be proposed', () => {
  fc.assert(
    fc.property(found, fc.array(item, { maxLength: 3 }), (one, more) => {
      expect(fittingAsFound(one)).toContain(suggestionOf(one, 1000)?.action);
      const later = more.map((said): Cleared => ({ ...place, ...said, ref: '', lines: [], of: 'later' }));
      const proposals = fitting({ found: one, items: [...itemsAsFound(one), ...later] });
      expect(proposals).toContain(suggestionOf(one, 1000, proposals)?.action);
    }),
    { numRuns: 2000 },
  );
});

test('a bank’s, or a channel’s, that has more may be put aside, one that has less is never suggested to be', () => {
  fc.assert(
    fc.property(found, (one) => {
      const isLess = fittingAsFound(one).includes('write-off');
      if (isLess) expect(suggestionOf(one, 1000)?.action).not.toBe('suspend');
    }),
    { numRuns: 500 },
  );
});
