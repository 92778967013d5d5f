import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import { acceptWithStage } from './joint.ts';
import { deadlinesOf } from './standing.ts';

const lead = 'health';
const held = applicationOf({ state: 'submitted', submittedAt: at('08-03 09:00'), joint: { lead, accepted: false } });
const { body: _, at: __, ...by } = acting({}, { capacity: 'lead', departments: [lead] });
const stage = { at: at('08-06 15:00') };
const bySilence = { at: at('08-03 09:00'), silentAt: at('08-11 00:00') };
const accepted = (found: typeof held, how: Parameters<typeof acceptWithStage>[1]) => {
  const change = acceptWithStage(found, how, by);
  if (!change) throw new Error('there was nothing to accept');
  return made(change);
};

test('a case is accepted as of the moment in which its stage was, and once', () => {
  const { application, withStage, findings } = accepted(held, stage);
  expect(application).toMatchObject({ state: 'accepted', acceptedAt: stage.at, joint: { lead, accepted: true } });
  expect([withStage, findings]).toEqual([true, undefined]);
  expect(acceptWithStage(application, stage, by)).toBeUndefined();
});

test('a case that is made later is accepted as it is made, and told of by itself', () => {
  const later = { ...held, submittedAt: at('08-20 10:00'), joint: { lead, accepted: true, later: true as const } };
  const { application, withStage } = accepted(later, stage);
  expect(application).toMatchObject({ state: 'accepted', acceptedAt: at('08-20 10:00') });
  expect(withStage).toBeUndefined();
  expect(accepted(later, bySilence).findings).toEqual([]);
});

test('a refusal that was proposed too late does not keep a case out of its stage', () => {
  const { application } = accepted({ ...held, state: 'refusal-proposed' }, stage);
  expect(application).toMatchObject({ state: 'accepted', acceptedAt: stage.at });
});

test('what silence accepts counts from the receipt, against the lead; what is only filed is done when silence did it', () => {
  const { application, findings } = accepted(held, bySilence);
  expect(application).toMatchObject({ acceptedBy: 'silence', acceptedAt: bySilence.at });
  expect(findings).toEqual([{ rule: 'silent-acceptance', department: lead }]);
  const filed = accepted({ ...held, handling: 'filing' }, bySilence).application;
  expect(filed).toMatchObject({ state: 'decided', acceptedAt: bySilence.at, decidedAt: bySilence.silentAt });
});

test('a case that has no stage, or whose applicant is to answer, is not accepted with one', () => {
  expect(acceptWithStage({ ...held, joint: undefined }, stage, by)).toBeUndefined();
  expect(acceptWithStage({ ...held, state: 'correcting' }, stage, by)).toBeUndefined();
});

test('no silence accepts a case alone while its stage is not accepted', () => {
  const acts = (found: typeof held) => deadlinesOf(found, shippedCalendars).map(({ act }) => act);
  expect(acts(held)).toEqual([]);
  expect(acts({ ...held, joint: { lead, accepted: true } })).toEqual(['accept-silently']);
});
