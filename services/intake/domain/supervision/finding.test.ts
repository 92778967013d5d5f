import { describe, expect, test } from 'vitest';
import { dayOf, isWorkingDay, nextDay } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { fc } from '../../../../test/support/property.ts';
import { applicationOf } from '../../cases.fake.ts';
import { answerDays, findingRules, raise } from './finding.ts';
import type { RaisedFinding } from './finding-record.ts';
import { answer, close, findingActions, giveBack, isLate } from './finding-act.ts';

const calendar = shippedCalendars;
const at = new Date('2026-08-03T01:00:00Z');
const head = { sub: 'head', partyId: 'p_head' };
const supervisor = { sub: 'supervisor', partyId: 'p_supervisor' };
const acts = { answer, return: giveBack, close };
const saying = (by: typeof head, moment = at) => ({ at: moment, by, text: '说明', calendar });

test('a finding belongs to the department that owns its case, or to the one that its rule names', () => {
  const subject = applicationOf({ version: 4 });
  expect(raise(subject, { rule: 'overdue' }, { at, calendar })).toMatchObject({
    id: `${subject.id}-4-overdue`,
    state: 'open',
    department: 'amr',
    raisedAt: at,
    answerBy: new Date('2026-08-05T15:59:59.999Z'),
  });
  const step = raise(subject, { rule: 'step-overdue', about: '2', department: 'health' }, { at, calendar });
  expect(step).toMatchObject({ department: 'health', about: '2' });
});

test('property: its time ends with the last of its working days, counted day by day from the next', () => {
  const moments = fc.date({ min: new Date('2024-01-01'), max: new Date('2026-11-30'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...findingRules), moments, (rule, moment) => {
      const { answerBy } = raise(applicationOf(), { rule }, { at: moment, calendar });
      let worked = 0;
      for (let day = nextDay(dayOf(moment)); day <= dayOf(answerBy); day = nextDay(day)) {
        if (isWorkingDay(day, calendar)) worked += 1;
      }
      expect([worked, isWorkingDay(dayOf(answerBy), calendar)]).toEqual([answerDays[rule], true]);
    }),
  );
});

const step = (found: RaisedFinding, act: keyof typeof acts, words: ReturnType<typeof saying>): RaisedFinding => {
  const decided = acts[act](found, words);
  if ('refused' in decided) throw new Error(decided.refused);
  return decided.finding;
};

describe('the life of a finding', () => {
  const open: RaisedFinding = raise(applicationOf(), { rule: 'overdue' }, { at, calendar });
  test('goes from its answer to its end, or back to the department with a time of its own', () => {
    const answered = step(open, 'answer', saying(head));
    const later = new Date('2026-08-10T01:00:00Z');
    const returned = step(answered, 'return', saying(supervisor, later));
    expect(returned).toMatchObject({ state: 'open', answerBy: new Date('2026-08-12T15:59:59.999Z') });
    expect(returned.answer).toBeUndefined();
    const closed = step(step(returned, 'answer', saying(head)), 'close', saying(supervisor));
    expect(closed).toMatchObject({ state: 'closed', version: 5, conclusion: { by: 'supervisor' } });
  });

  test('nobody judges his own answer', () => {
    const answered = step(open, 'answer', saying(head));
    expect(close(answered, saying(head))).toEqual({ refused: 'same-person' });
    expect(giveBack(answered, saying(head))).toEqual({ refused: 'same-person' });
  });

  test('is late only while nobody has answered in time', () => {
    const after = { now: new Date('2026-08-05T16:00:00Z'), calendar };
    expect([isLate(open, { now: open.answerBy, calendar }), isLate(open, after)]).toEqual([false, true]);
    expect(isLate(step(open, 'answer', saying(head)), after)).toBe(false);
  });

  test('property: whatever is tried, what is offered is what is done, and nothing closes unanswered', () => {
    const tries = fc.array(fc.tuple(fc.constantFrom('answer', 'return', 'close'), fc.boolean()));
    fc.assert(
      fc.property(tries, (steps) => {
        let found: RaisedFinding = open;
        for (const [act, byHead] of steps) {
          const by = byHead ? head : supervisor;
          const offered = findingActions(found, byHead ? ['head'] : ['supervisor']);
          const decided = acts[act](found, saying(by));
          if (offered.includes(act)) expect('refused' in decided).toBe(false);
          if (!('refused' in decided) && offered.includes(act)) found = decided.finding;
          expect(found.state === 'open').toBe(found.answer === undefined);
        }
      }),
    );
  });
});
