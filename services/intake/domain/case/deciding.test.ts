import { expect, test } from 'vitest';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from './application.ts';
import { decide } from './deciding.ts';
import { extend, forward, resume, settleTolerance, suspend } from './on-the-way.ts';
import { makeVoid, proposeVoid } from './voiding.ts';

const accepted = (rest: Partial<Application> = {}) =>
  applicationOf({ state: 'accepted', submittedAt: at('08-01 09:00'), acceptedAt: at('08-01 10:00'), ...rest });
const grant = { outcome: 'granted' as const, opinion: '同意' };
const refusal = { outcome: 'refused' as const, opinion: '不同意', reasons: '场所不符' };
const open = { requirements: ['plan'], days: 5 };
const settled = { ...open, settledAt: at('08-02 09:00') };

test.each<[string, Partial<Application>, typeof grant | typeof refusal, string]>([
  ['granted', {}, grant, 'granted'],
  ['refused with reasons', {}, refusal, 'refused'],
  ['not granted while something is to follow', { tolerance: open }, grant, 'tolerance-open'],
  ['refused all the same', { tolerance: open }, refusal, 'refused'],
  ['not refused where it is only filed', { handling: 'filing' }, refusal, 'filing-not-refused'],
  ['granted once it has come', { tolerance: settled }, grant, 'granted'],
])('a case is %s', (...[, rest, body, expected]) => {
  const decided = decide(accepted(rest), acting(body));
  expect('refused' in decided ? decided.refused : decided.application.outcome).toBe(expected);
});

test('a decision keeps its reasons; one on the spot is an acceptance too', () => {
  const change = made(decide(accepted(), acting(refusal)));
  expect(change.application).toMatchObject({ decision: refusal, decidedAt: at('08-03 09:00') });
  expect([change.reason, change.application.acceptedAt]).toEqual(['场所不符', at('08-01 10:00')]);
  const atOnce = made(decide(applicationOf({ state: 'submitted', handling: 'on-the-spot' }), acting(grant)));
  expect(atOnce.application).toMatchObject({ acceptedAt: at('08-03 09:00'), acceptedBy: 'office' });
  expect(atOnce.reason).toBe('同意');
});

test.each([
  ['不予许可', '不符合条件', ['no-reasons']],
  ['不予许可，理由见下，请知悉', '不予许可，理由见下，请知悉。', ['no-reasons']],
  ['不予许可', '经营场所与污染源距离不足二十五米', undefined],
])('a refusal with the opinion %s and the reasons %s raises %s', (opinion, reasons, expected) => {
  const { findings } = made(decide(accepted(), acting({ outcome: 'refused' as const, opinion, reasons })));
  expect(findings?.map(({ rule }) => rule)).toEqual(expected);
});

test('a special procedure is one that the item provides for; its end ends the pause', () => {
  const body = { kind: 'hearing' as const, why: '听证' };
  expect(suspend(['testing'])(accepted(), acting(body))).toEqual({ refused: 'not-a-special-procedure' });
  const { application } = made(suspend(['hearing'])(accepted(), acting(body)));
  expect(application).toMatchObject({ state: 'suspended', pauses: [{ kind: 'hearing', from: at('08-03 09:00') }] });
  const back = resume(application, acting({ result: '听证结束' }, { at: at('08-05 09:00') }));
  expect(back.application).toMatchObject({ state: 'accepted', pauses: [{ until: at('08-05 09:00') }] });
});

const alone = { departments: ['amr'] };
const jointly = { departments: ['amr', 'health'] };
const byLaw = (n: number, unit: 'working-day' | 'day' = 'working-day') => ({ ...jointly, extendable: { n, unit } });
const reviewed = { ...alone, follows: { caseId: 'c', as: 'review', by: 'applicant', why: '-' } } as const;

test.each<[string, Partial<Application>, number, string | undefined]>([
  ['one department', alone, 10, undefined],
  ['one department', alone, 11, 'extension-too-long'],
  ['departments that decide jointly', jointly, 15, undefined],
  ['departments that decide jointly', jointly, 16, 'extension-too-long'],
  // 国务院令746 art. 19: three working days more; 国务院令673 art. 11: forty.
  ['a registration', byLaw(3), 3, undefined],
  ['a registration', byLaw(3), 4, 'extension-too-long'],
  ['the approval of a project', byLaw(40), 40, undefined],
  ['the approval of a project', byLaw(40), 41, 'extension-too-long'],
  ['what is never extended', byLaw(0), 1, 'extension-too-long'],
  ['a law of calendar days', byLaw(20, 'day'), 20, undefined],
  ['a review', reviewed, 30, undefined],
  ['a review', reviewed, 31, 'extension-too-long'],
])('%s: %o may be extended by %i days: refused %s', (...[, rest, days, expected]) => {
  const decided = extend(accepted(rest), acting({ days, why: '复杂' }));
  expect('refused' in decided ? decided.refused : undefined).toBe(expected);
  const unit = rest.follows ? 'day' : (rest.extendable?.unit ?? 'working-day');
  if (!('refused' in decided)) expect(decided.application.extension).toMatchObject({ days, unit, why: '复杂' });
});

test('what follows is settled where something was to follow', () => {
  const document = { materialId: '0190a5b2-0000-7000-8000-00000000000a', version: 2 };
  const came = open.requirements.map((requirement) => ({ requirement, document }));
  const line = (state: 'waiting' | 'confirmed', version = 2) => ({
    materialId: document.materialId,
    version,
    state,
    requirement: open.requirements[0] ?? '',
    givenAt: at('08-02 09:00'),
  });
  const one = accepted({ tolerance: open });
  const settled = made(settleTolerance([line('confirmed')])(one, acting({ came }))).application.tolerance;
  expect(settled).toEqual({ ...open, came, settledBy: 'clerk', settledAt: at('08-03 09:00') });
  for (const other of [line('waiting'), line('confirmed', 1)]) {
    expect(settleTolerance([other])(one, acting({ came }))).toMatchObject({ refused: 'not-come' });
  }
});

test('a case forwarded or void has ended, and no pause of it stays open', () => {
  const sent = forward(accepted(), acting({ to: '市局', why: '市级权限' })).application;
  expect(sent).toMatchObject({ state: 'decided', outcome: 'forwarded', forwardedTo: '市局' });
  const pauses = [{ kind: 'hearing' as const, from: at('08-02 09:00'), why: '-' }];
  const slip = { ground: 'clerical' as const, why: '误录' };
  const proposed = made(
    proposeVoid(undefined)(accepted({ state: 'suspended', pauses }), acting(slip, { sub: 'approver' })),
  ).application;
  const ended = made(makeVoid(undefined)(proposed, acting(slip))).application;
  expect(ended).toMatchObject({ outcome: 'void', pauses: [{ until: at('08-03 09:00') }] });
});

const anotherId = '0190a5b2-0000-7000-8000-000000000002';

test.each<[string, Partial<Application> | undefined, boolean]>([
  ['another case of the same party and item', {}, true],
  ['one that waits to be corrected', { state: 'correcting' }, true],
  ['one that was granted', { state: 'decided', outcome: 'granted' }, true],
  ['nothing that is seen', undefined, false],
  ['itself', { id: applicationOf().id }, false],
  ['the same party’s by another id', { partyId: 'p_company_before' }, true],
  ['another party’s', { partyId: 'p_other' }, false],
  ['of another item', { itemKey: 'other-item' }, false],
  ['a draft', { state: 'draft' }, false],
  ['withdrawn', { state: 'withdrawn' }, false],
  ['void as well', { state: 'decided', outcome: 'void' }, false],
  ['refused', { state: 'decided', outcome: 'refused' }, false],
  ['not accepted', { state: 'decided', outcome: 'not-accepted' }, false],
  ['never corrected', { state: 'decided', outcome: 'no-correction' }, false],
])('a duplicate is void beside another case that goes on or was granted; %s: %s', (_, rest, expected) => {
  const beside = rest && { other: accepted({ id: anotherId, ...rest }), ids: ['p_company', 'p_company_before'] };
  const twice = { ground: 'duplicate' as const, why: '重复提交' };
  const decided = makeVoid(beside)(applicationOf({ state: 'submitted' }), acting(twice));
  expect('refused' in decided ? decided : decided.findings).toEqual(
    expected
      ? [{ rule: 'made-void', about: 'duplicate' }]
      : { refused: 'not-a-duplicate', faults: [{ path: ['duplicateOf'] }] },
  );
});

test.each([
  ['by another on the same ground', 'approver', 'clerical', 'void'],
  ['by nobody', undefined, 'clerical', 'void-not-proposed'],
  ['on another ground', 'approver', 'duplicate', 'void-not-proposed'],
  ['by himself', 'clerk', 'clerical', 'same-person'],
] as const)('an accepted case is made void as it was proposed: %s', (...[, by, ground, expected]) => {
  const twin = { other: accepted({ id: anotherId }), ids: ['p_company'] };
  const proposal = { ground, duplicateOf: ground === 'duplicate' ? anotherId : undefined, why: '误录' };
  const proposed = by ? made(proposeVoid(twin)(accepted(), acting(proposal, { sub: by }))).application : accepted();
  expect(proposed.state).toBe('accepted');
  const decided = makeVoid(twin)(proposed, acting({ ground: 'clerical' as const, why: '误录' }));
  expect('refused' in decided ? decided.refused : decided.application.outcome).toBe(expected);
});

// Accepted on Saturday, August 1st: the promise of five working days ends on Friday the 7th, the legal limit on the 28th.
test.each([
  ['on its last day', '08-07 23:59', {}, undefined],
  ['when the promise has passed', '08-08 00:00', {}, 'extension-too-late'],
  ['when the legal limit has passed', '08-29 00:00', {}, 'extension-too-late'],
  [
    'in a pause that began before its end',
    '08-20 09:00',
    { pauses: [{ kind: 'hearing', from: at('08-05 09:00'), why: '-' }] },
    undefined,
  ],
] as [string, string, Partial<Application>, string | undefined][])(
  'a limit is extended before it has passed: %s',
  (...[, when, rest, expected]) => {
    const decided = extend(accepted(rest), acting({ days: 10, why: '复杂' }, { at: at(when) }));
    expect('refused' in decided ? decided.refused : undefined).toBe(expected);
  },
);
