import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { applicationOf, offeredItem } from '../../cases.fake.ts';
import type { Application } from '../case/application.ts';
import { answer, begin, object, publish, withdraw, type PublicityChange, type PublicityRefused } from './act.ts';
import { publicityActions } from './graph.ts';
import { holderIn, kindOf } from './holder.ts';
import { isPublic } from './publicity.ts';

const at = new Date('2026-08-12T02:00:00Z');
const decided = applicationOf({ state: 'decided', outcome: 'granted', decidedAt: at });
const holder = { kind: 'organisation' as const, name: '示例公司' };
const by = { capacities: ['applicant', 'head'] as const, departments: 'any' as const };
const actor = { sub: 'x', partyId: 'p_x', orgs: [] };
const done = (change: PublicityChange | PublicityRefused) => {
  if ('refused' in change) throw new Error(change.refused);
  return change.publicity;
};

test('property: the entry is marked as objected exactly while an objection is open, and each is answered once', () => {
  const step = fc.record({
    outcome: fc.constantFrom('object', 'corrected', 'rejected', 'withdrawn'),
    which: fc.nat({ max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let entry = done(publish(begin(decided, offeredItem(), holder).publicity, { at, body: {} }));
      const open = new Set<string>();
      let told = 0;
      for (const [n, { outcome, which }] of steps.entries()) {
        if (entry.state === 'withdrawn') break;
        const given = { at, by: { actor: { ...actor, partyId: `p_${n}` } }, district: 'gulou' };
        if (outcome === 'object') {
          if (open.size === 20) continue;
          entry = done(object(entry, { ...given, body: { id: `o-${n}`, text: '有误', ids: [`p_${n}`] } }));
          open.add(`o-${n}`);
        } else {
          const id = [...open][which % Math.max(1, open.size)] ?? 'none';
          const body = { objection: id, outcome, text: '答复' };
          const change = answer(entry, { ...given, body });
          expect('refused' in change).toBe(!open.has(id));
          if ('refused' in change) continue;
          entry = change.publicity;
          told += change.facts.length;
          if (outcome === 'withdrawn') open.clear();
          else open.delete(id);
        }
        const state = open.size > 0 ? 'objected' : 'published';
        expect(entry.state).toBe(outcome === 'withdrawn' ? 'withdrawn' : state);
      }
      expect(entry.objections.filter((one) => one.answer)).toHaveLength(told);
    }),
  );
});

test('what is withdrawn stays so', () => {
  const entry = withdraw(begin(decided, offeredItem(), holder).publicity, { reason: '涉密' }).publicity;
  expect(publicityActions(entry, { ...by, actor })).toEqual([]);
});

test.each([
  ['a grant', {}, true],
  ['a refusal', { outcome: 'refused' }, false],
  ['a correction of a grant', { follows: { caseId: 'x', as: 'correct', by: 'office', why: '笔误' } }, false],
  ['what was forwarded here', { follows: { caseId: 'x', as: 'forward', by: 'office', why: '市级权限' } }, true],
] as const)('of an item whose results are public, %s is published: %#', (_, rest, expected) => {
  expect(isPublic(applicationOf({ ...decided, ...rest }), offeredItem())).toBe(expected);
});

const field = (key: string) => ({ type: 'string', 'x-same-as': key });
const within = (properties: object) => ({ type: 'object', properties });

test.each([
  ['an organisation', { name: ' 示例公司 ' }, within({ name: field('company.name') }), holder],
  [
    'a person',
    { who: { name: '段正淳' } },
    within({ who: within({ name: field('person.name') }) }),
    { kind: 'person', name: '段**' },
  ],
  [
    'the organisation before the person',
    { person: '段正淳', firm: '示例公司' },
    within({ person: field('person.name'), firm: field('company.name') }),
    holder,
  ],
  ['nobody where the field is empty', { name: '' }, within({ name: field('company.name') }), undefined],
  ['nobody where no field is shared', { name: '示例公司' }, within({ name: { type: 'string' } }), undefined],
  ['nobody where the form has something else there', { name: 7 }, within({ name: field('company.name') }), undefined],
])('a form names %s', (...[, form, schema, expected]) => {
  expect(holderIn(form, schema)).toEqual(expected);
});

const person: Application = applicationOf({ ...decided, appliesAs: ['1'] });
const firm = within({ name: field('company.name') });
test.each([
  ['a person who fills in the name of a shop', person, { kind: 'person', name: '示***' }],
  ['an enterprise', applicationOf({ ...person, appliesAs: ['2'] }), holder],
  ['the party that a founder’s grant creates', { ...person, createdPartyId: 'p_new' }, holder],
  ['one of whom nothing is known', { ...person, appliesAs: undefined }, holder],
])('what the applicant is decides how he is shown: %s', (...[, whose, expected]) => {
  expect(holderIn({ name: '示例公司' }, firm, kindOf(whose))).toEqual(expected);
});

test('a person is masked also where whoever names him calls him an organisation', () => {
  const { publicity } = begin(person, offeredItem(), undefined);
  const named = { holder: { kind: 'organisation' as const, name: '段正淳' } };
  expect(done(publish(publicity, { at, body: named })).holder).toEqual({ kind: 'person', name: '段**' });
});

test('whom the form names is shown: nobody is put in his place by one person', () => {
  const { publicity } = begin(decided, offeredItem(), holder);
  const other = { holder: { kind: 'organisation' as const, name: '他人公司' } };
  expect(publish(publicity, { at, body: other })).toEqual({ refused: 'other-holder' });
  expect(publish(publicity, { at, body: { holder } })).toMatchObject({ publicity: { state: 'published', holder } });
});
