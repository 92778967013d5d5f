import { describe, expect, test } from 'vitest';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { uuid } from '../../../../test/support/facts.ts';
import { fc } from '../../../../test/support/property.ts';
import {
  approve,
  mergeActionsFor,
  propose,
  reject,
  undo,
  undoableUntil,
  type Acting,
  type MergeChange,
  type MergeDecided,
  type PartyMerge,
} from './merge.ts';

const start = Date.parse('2026-08-03T01:00:00Z');
const day = 86_400_000;
const by = (name: string, days = 0): Acting => ({
  at: new Date(start + days * day),
  by: { sub: name, partyId: `p_${name}` },
  own: [`p_${name}`, ...(name === 'director' ? ['p_company'] : [])],
  reason: '核对',
});
const done = (decided: MergeDecided): MergeChange => {
  if ('refused' in decided) throw new Error(decided.refused);
  return decided;
};
const proposed = (): PartyMerge => done(propose(uuid(1, 6), ['p_new', 'p_company'], by('clerk'))).merge;
const approved = (): PartyMerge => done(approve(proposed(), ['p_company', 'p_new'], by('head'))).merge;

describe('a merge', () => {
  test('is nothing to anybody while it is proposed, whichever document was named first', () => {
    const [one, other] = [
      propose(uuid(1, 6), ['p_new', 'p_company'], by('clerk')),
      propose(uuid(1, 6), ['p_company', 'p_new'], by('clerk')),
    ];
    expect(one).toEqual(other);
    expect(done(one)).toMatchObject({ facts: [], merge: { state: 'proposed', partyIds: ['p_company', 'p_new'] } });
  });

  test('is told to all sets when it is approved and when it is undone, ids only', () => {
    const data = { mergeId: uuid(1, 6), from: ['p_new'], into: 'p_company' };
    const first = done(approve(proposed(), ['p_company', 'p_new'], by('head')));
    expect(first.facts).toEqual([{ type: PartyMergedV1.type, toDistrict: '*', data: { ...data, state: 'merged' } }]);
    const second = done(undo(first.merge, by('head', 3)));
    expect(second.facts).toEqual([{ type: PartyMergedV1.type, toDistrict: '*', data: { ...data, state: 'undone' } }]);
    expect(done(reject(proposed(), by('head'))).facts).toEqual([]);
  });

  test.each([
    [
      'the account that proposed it',
      { ...by('clerk'), by: { sub: 'clerk', partyId: 'p_other' }, own: [] },
      'own-proposal',
    ],
    [
      'the person who proposed it, by another account',
      { ...by('x'), by: { sub: 'x', partyId: 'p_clerk' } },
      'own-proposal',
    ],
    ['one whose own company it concerns', by('director'), 'own-party'],
  ])('is not checked by %s', (_, acting, refused) => {
    expect(approve(proposed(), ['p_company', 'p_new'], acting)).toEqual({ refused });
    expect(reject(proposed(), acting)).toEqual({ refused });
  });

  test('is not proposed by one whose own company it concerns', () => {
    expect(propose(uuid(1, 6), ['p_company', 'p_new'], by('director'))).toEqual({ refused: 'own-party' });
  });

  test('gives a party at most five ids', () => {
    expect(approve(proposed(), ['1', '2', '3', '4', '5'], by('head'))).toMatchObject({ act: 'approve' });
    expect(approve(proposed(), ['1', '2', '3', '4', '5', '6'], by('head'))).toEqual({ refused: 'party-full' });
  });

  test.each([
    ['2026-09-02T15:59:59.999Z', undefined],
    ['2026-09-02T16:00:00.000Z', 'too-late'],
  ])('can be undone to the end of the 30th day in Shanghai, not after: %s', (at, refused) => {
    expect(undoableUntil(approved())?.toISOString()).toBe('2026-09-02T15:59:59.999Z');
    const acting = { ...by('head'), at: new Date(at) };
    const decided = undo(approved(), acting);
    expect('refused' in decided ? decided.refused : undefined).toBe(refused);
    expect(mergeActionsFor(approved(), ['head'], acting.at)).toEqual(refused ? [] : ['undo']);
  });
});

const steps = fc.array(
  fc.record({
    act: fc.constantFrom('approve' as const, 'reject' as const, 'undo' as const),
    who: fc.constantFrom('clerk', 'head', 'director'),
    days: fc.integer({ min: 0, max: 20 }),
  }),
  { maxLength: 8 },
);
// The model of a merge's life, kept by hand.
const model: Record<string, Record<string, string>> = {
  proposed: { approve: 'approved', reject: 'rejected' },
  approved: { undo: 'undone' },
  rejected: {},
  undone: {},
};

test('property: whoever tries whatever whenever, a merge lives as the model says and is told once for each change', () => {
  fc.assert(
    fc.property(steps, (tried) => {
      let [now, days, approvedOn] = [proposed(), 0, 0];
      const told: string[] = [];
      for (const { act, who, days: later } of tried) {
        days += later;
        const acting = by(who, days);
        const decided = {
          approve: approve(now, now.partyIds, acting),
          reject: reject(now, acting),
          undo: undo(now, acting),
        }[act];
        const to = model[now.state]?.[act];
        const late = act === 'undo' && now.state === 'approved' && days - approvedOn > 30;
        const mayNot = who === 'director' || (who === 'clerk' && act !== 'undo');
        expect('refused' in decided).toBe(to === undefined || late || mayNot);
        expect(mergeActionsFor(now, ['head'], acting.at).includes(act)).toBe(to !== undefined && !late);
        if ('refused' in decided) continue;
        expect([decided.merge.state, decided.merge.version]).toEqual([to, now.version + 1]);
        if (act === 'approve') approvedOn = days;
        told.push(...decided.facts.map(({ data }) => String(data['state'])));
        now = decided.merge;
      }
      expect(told).toEqual(
        { proposed: [], rejected: [], approved: ['merged'], undone: ['merged', 'undone'] }[now.state],
      );
    }),
  );
});
