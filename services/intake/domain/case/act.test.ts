import { describe, expect, test } from 'vitest';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV1 } from '#events/intake/case-changed.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { calendar2026 } from '#shared/calendars';
import { applicationOf } from '../../cases.fake.ts';
import { fc } from '../../../../test/support/property.ts';
import { accept, decide, submit, withdraw, type Change, type WrongState } from './act.ts';
import { actionsFor, type Application, type Decision } from './application.ts';

const at = (minutes: number) => new Date(Date.parse('2026-08-03T01:00:00Z') + minutes * 60_000);
const granted: Decision = { outcome: 'granted', opinion: '同意' };
const refused: Decision = { outcome: 'refused', opinion: '不同意', reasons: '场所不符' };
const contracts = [ApplicationSubmittedV1, CaseChangedV1, DraftWithdrawnV1];

type Doing = { act: 'submit' | 'accept' | 'withdraw' } | { act: 'decide'; decision: Decision };
const perform = (one: Application, doing: Doing, now: Date): Change | WrongState => {
  if (doing.act === 'submit') return submit(one, now, 'gulou');
  if (doing.act === 'accept') return accept(one, now, [calendar2026]);
  return doing.act === 'decide' ? decide(one, now, doing.decision) : withdraw(one, now, '不办了');
};

// The model of a case's life, kept by hand.
const model: Record<string, Record<string, string>> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { accept: 'accepted', withdraw: 'withdrawn' },
  accepted: { decide: 'decided', withdraw: 'withdrawn' },
  decided: {},
  withdrawn: {},
};
const factOf = (from: string, act: string) => {
  if (act === 'submit') return 'intake.application-submitted.v1';
  return act === 'withdraw' && from === 'draft' ? 'intake.draft-withdrawn.v1' : 'intake.case-changed.v1';
};
const doings: readonly Doing[] = [
  { act: 'submit' },
  { act: 'accept' },
  { act: 'decide', decision: granted },
  { act: 'decide', decision: refused },
  { act: 'withdraw' },
];

test('property: whatever is tried in whatever order, a case lives as the model says', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...doings), { maxLength: 12 }), (tried) => {
      let now = applicationOf();
      for (const [n, doing] of tried.entries()) {
        const changed = perform(now, doing, at(n));
        const to = model[now.state]?.[doing.act];
        expect('refused' in changed).toBe(to === undefined);
        const offered = actionsFor(now.state, ['applicant', 'approver']);
        expect(offered.includes(doing.act)).toBe(to !== undefined);
        if ('refused' in changed) continue;

        const { application, facts } = changed;
        expect(changed.before).toBe(now);
        expect([application.state, application.version]).toEqual([to, now.version + 1]);
        expect(facts.map(({ type }) => type)).toEqual([factOf(now.state, doing.act)]);
        for (const { type, data } of facts) {
          expect(
            contracts
              .find((one) => one.type === type)
              ?.data.strict()
              .parse(data),
          ).toEqual(data);
        }
        expect(application.decision !== undefined).toBe(to === 'decided');
        expect(application).toMatchObject({ id: now.id, partyId: now.partyId, createdAt: now.createdAt });
        now = application;
      }
    }),
  );
});

const done = (change: Change | WrongState): Change => {
  if ('refused' in change) throw new Error('refused');
  return change;
};
const submitted = () => done(submit(applicationOf(), at(1), 'gulou')).application;
const accepted = () => done(accept(submitted(), at(2), [calendar2026])).application;

describe('a fact', () => {
  test('of a submission says whose case it is, for which item and which offices, ids only', () => {
    const draft = applicationOf({ itemVersion: 3, departments: ['amr', 'health'] });
    expect(done(submit(draft, at(1), 'gulou')).facts).toEqual([
      {
        type: 'intake.application-submitted.v1',
        data: {
          caseId: draft.id,
          itemKey: 'food-business-licence',
          version: 3,
          district: 'gulou',
          partyId: 'p_company',
          departments: ['amr', 'health'],
          materials: [],
        },
      },
    ]);
  });

  test('of an acceptance says by when the office must decide', () => {
    expect(done(accept(submitted(), at(2), [calendar2026])).facts[0]?.data).toEqual({
      caseId: applicationOf().id,
      state: 'accepted',
      dueAt: '2026-08-10T15:59:59.999Z',
      provisional: false,
      reasonCode: 'accepted',
    });
  });

  test.each([
    [granted, 'decided-granted'],
    [refused, 'decided-refused'],
  ])('of a decision carries its outcome, never what somebody wrote', (decision, reasonCode) => {
    const { data } = done(decide(accepted(), at(3), decision)).facts[0] ?? {};
    expect(data).toMatchObject({ state: 'decided', outcome: decision.outcome, reasonCode });
    expect(JSON.stringify(data)).not.toMatch(/同意|场所/);
  });

  test.each([
    [submitted, 'withdrawn-submitted'],
    [accepted, 'withdrawn-accepted'],
  ])('of a withdrawal says from where, never the reason', (open, reasonCode) => {
    const change = done(withdraw(open(), at(3), '个人原因'));
    expect(change.facts[0]?.data).toMatchObject({ state: 'withdrawn', reasonCode });
    expect(JSON.stringify(change.facts)).not.toMatch(/个人原因/);
    expect(change.reason).toBe('个人原因');
  });
});

describe('what an act notes', () => {
  test('the moment of each step', () => {
    const after = done(decide(accepted(), at(3), granted)).application;
    expect(after).toMatchObject({ submittedAt: at(1), acceptedAt: at(2), decidedAt: at(3), decision: granted });
  });

  test('the reasons of a refusal, else the opinion, for the timeline', () => {
    expect(done(decide(accepted(), at(3), refused)).reason).toBe('场所不符');
    expect(done(decide(accepted(), at(3), granted)).reason).toBe('同意');
  });

  test('a limit that runs from receipt has been running since the case came in', () => {
    const promised = { n: 1, unit: 'hour', from: 'received', of: 'office' } as const;
    expect(done(accept({ ...submitted(), promised }, at(30), [])).application.dueAt).toEqual(at(61));
    const fromAcceptance = { ...promised, from: 'accepted' } as const;
    expect(done(accept({ ...submitted(), promised: fromAcceptance }, at(30), [])).application.dueAt).toEqual(at(90));
  });
});
