import { describe, expect, test } from 'vitest';
import { bundleActions } from './graph.ts';
import { uuid } from '../../../../test/support/facts.ts';
import { fc } from '../../../../test/support/property.ts';
import type { Bundle } from './bundle.ts';
import { withdrawBundle, withdrawPart } from './giving-up.ts';
import { caseAnew, caseEnded, caseMade, partsToMake, submitBundle } from './life.ts';
import { partsToWithdraw } from './parts.ts';
import type { BundleChange } from './step.ts';

const at = new Date('2026-08-03T01:00:00Z');
const by = { sub: 'founder', partyId: 'p_founder', office: 'applicant' };
const giveUp = { at, by, reason: '不办了' };
const key = (n: number) => `item-${n}`;
const idOf = (n: number) => uuid(n + 1, 1);
const more = 'intake.bundle-given-up.v1';

type Needs = readonly (readonly number[])[];
const draftOf = (needs: Needs): Bundle => ({
  id: uuid(1, 5),
  version: 1,
  state: 'draft',
  definition: {
    key: 'open',
    name: '开办',
    nameEn: 'Open',
    parts: needs.map((before, n) => ({ item: key(n), needs: before.map(key) })),
  },
  catalogueVersion: 1,
  itemVersions: {},
  channel: 'online',
  partyId: 'p_founder',
  createdAt: at,
  parts: [],
  timelineHash: '',
});
function submitted(needs: Needs): Bundle {
  let ids = 0;
  const newCaseId = () => uuid((ids += 1), 1);
  return submitBundle(draftOf(needs), { at, by, answers: {}, commitments: [], newCaseId }).bundle;
}
const make = (bundle: Bundle) => caseMade(bundle, partsToMake(bundle)[0]!.item, { toComplete: false }).bundle;
const statesOf = ({ parts }: Bundle) => parts.map(({ state }) => state);
const goesOn = ({ facts }: BundleChange) => facts.some(({ type }) => type === more);

describe('a bundle that is given up', () => {
  test('ends at once as a draft, and may not be given up again', () => {
    const { bundle } = withdrawBundle(draftOf([[]]), giveUp);
    expect(bundle.state).toBe('withdrawn');
    expect(bundleActions(bundle, { capacities: ['applicant'] })).toEqual([]);
  });

  test('goes on where a review opens an ended part again: that was not given up with the others', () => {
    const both = make(make(submitted([[], []])));
    const first = caseEnded(both, { lineage: [idOf(0)], outcome: 'refused', at })!.bundle;
    const given = withdrawBundle(first, giveUp);
    expect(goesOn(given)).toBe(true);
    const anew = caseAnew(given.bundle, [idOf(0), uuid(9, 1)])!;
    expect(partsToWithdraw(anew.bundle).map(({ item }) => item)).toEqual([key(1)]);
    const { bundle } = caseEnded(anew.bundle, { lineage: [idOf(1)], outcome: 'withdrawn', at })!;
    expect([bundle.state, partsToWithdraw(bundle)]).toEqual(['under-way', []]);
    expect(bundleActions(bundle, { capacities: ['applicant'] })).toEqual(['withdraw']);
  });

  test('hands what is forwarded meanwhile on to be withdrawn at the other office', () => {
    const { bundle } = withdrawBundle(make(submitted([[]])), giveUp);
    const next = { caseId: uuid(9, 1), toComplete: false };
    const followed = caseEnded(bundle, { lineage: [idOf(0)], outcome: 'forwarded', at, next })!;
    expect(goesOn(followed)).toBe(true);
    expect(partsToWithdraw(followed.bundle)).toMatchObject([{ caseId: uuid(9, 1) }]);
  });
});

/** Each part waits for some of those before it. */
const shapes = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc.tuple(...Array.from({ length: n }, (_, m) => (m === 0 ? fc.constant([]) : fc.subarray([...Array(m).keys()])))),
  );
const steps = fc.array(fc.record({ way: fc.constantFrom('make', 'end', 'part', 'all'), pick: fc.nat() }), {
  maxLength: 40,
});

test('property: whoever takes parts or the whole back, no case is made of them or of what waits for them, and the bundle ends', () => {
  fc.assert(
    fc.property(shapes, steps, (needs: Needs, order) => {
      // The model: what was made, how it ended, and what was taken back before it had a case.
      const made = new Set<number>();
      const ended = new Map<number, boolean>();
      const taken = new Set<number>();
      let bundle = submitted(needs);
      const isOpen = (n: number) => made.has(n) && !ended.has(n);
      const lost = (n: number): boolean =>
        needs[n]!.some((need) => taken.has(need) || ended.get(need) === false || lost(need));
      const ahead = () => needs.map((_, n) => n).filter((n) => !made.has(n) && !taken.has(n) && !lost(n));

      function act({ way, pick }: { way: string; pick: number }) {
        const open = [...made].filter(isOpen);
        const one = (all: readonly number[]) => all[pick % Math.max(1, all.length)];
        if (way === 'make' && partsToMake(bundle).length > 0) {
          const n = needs.findIndex((_, m) => key(m) === partsToMake(bundle)[0]!.item);
          expect(ahead()).toContain(n);
          made.add(n);
          bundle = make(bundle);
        } else if (way === 'end' && open.length > 0) {
          const n = one(open)!;
          const granted = pick % 3 > 0;
          ended.set(n, granted);
          bundle = caseEnded(bundle, { lineage: [idOf(n)], outcome: granted ? 'granted' : 'withdrawn', at })!.bundle;
        } else if (way === 'part' && ahead().length > 0) {
          const n = one(ahead())!;
          taken.add(n);
          bundle = withdrawPart(bundle, { item: key(n), at, reason: '不办了' }).bundle;
        } else if (way === 'all' && bundleActions(bundle, { capacities: ['applicant'] }).includes('withdraw')) {
          for (const n of ahead()) taken.add(n);
          const change = withdrawBundle(bundle, giveUp);
          bundle = change.bundle;
          expect(goesOn(change)).toBe(open.length > 0);
          expect(partsToWithdraw(bundle)).toHaveLength(open.length);
        }
        const left = [...made].some(isOpen) || ahead().length > 0;
        expect(bundle.state === 'done').toBe(!left);
      }
      for (const step of order) act(step);
      for (let n = 0; bundle.state !== 'done'; n += 1) act({ way: n % 2 ? 'make' : 'end', pick: n });
      expect(statesOf(bundle)).toEqual(
        needs.map((_, n) => (made.has(n) ? 'ended' : taken.has(n) ? 'withdrawn' : 'dropped')),
      );
    }),
    { numRuns: 200 },
  );
});
