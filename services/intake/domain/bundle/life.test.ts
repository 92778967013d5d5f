import { describe, expect, test } from 'vitest';
import { uuid } from '../../../../test/support/facts.ts';
import { fc } from '../../../../test/support/property.ts';
import type { Bundle } from './bundle.ts';
import { bundleGraph } from './graph.ts';
import { bundleOutcome } from './outcome.ts';
import { caseEnded, caseMade, partsToMake, submitBundle } from './life.ts';
import type { BundleChange } from './step.ts';

const at = new Date('2026-08-03T01:00:00Z');
const by = { sub: 'founder', partyId: 'p_founder', office: 'applicant' };

type Needs = readonly (readonly number[])[];
const key = (n: number) => `item-${n}`;
const draftOf = (needs: Needs, party: Record<number, number> = {}): Bundle => ({
  id: uuid(1, 5),
  version: 1,
  state: 'draft',
  definition: {
    key: 'open',
    name: '开办',
    nameEn: 'Open',
    parts: needs.map((before, n) => ({
      item: key(n),
      needs: before.map(key),
      ...(party[n] !== undefined && { party: key(party[n]) }),
    })),
  },
  catalogueVersion: 1,
  itemVersions: Object.fromEntries(needs.map((_, n) => [key(n), 1])),
  channel: 'online',
  partyId: 'p_founder',
  createdAt: at,
  parts: [],
  timelineHash: '',
});

function submitted(needs: Needs, party?: Record<number, number>): BundleChange {
  let ids = 0;
  return submitBundle(draftOf(needs, party), {
    at,
    by,
    answers: {},
    commitments: [],
    newCaseId: () => uuid((ids += 1), 1),
  });
}
const idOf = (n: number) => uuid(n + 1, 1);
const statesOf = ({ parts }: Bundle) => parts.map(({ state }) => state);
const make = (bundle: Bundle) => caseMade(bundle, partsToMake(bundle)[0]!.item, { toComplete: false });
const types = ({ facts }: BundleChange) => facts.map(({ type }) => type);

describe('a company and its licences', () => {
  const needs: Needs = [[], [0], [0]];

  test('begin with the company; each step asks for the next case until none is to be made', () => {
    const first = submitted(needs);
    expect([first.bundle.state, statesOf(first.bundle)]).toEqual(['submitting', ['opening', 'waiting', 'waiting']]);
    expect(types(first)).toEqual(['intake.bundle-cases-due.v1', 'intake.bundle-changed.v2']);
    const made = make(first.bundle);
    expect([made.bundle.state, types(made)]).toEqual(['under-way', []]);
    const granted = caseEnded(made.bundle, { lineage: [idOf(0)], outcome: 'granted', at, created: 'p_new' })!;
    expect([granted.bundle.state, statesOf(granted.bundle)]).toEqual(['submitting', ['ended', 'opening', 'opening']]);
    expect(granted.bundle.parts[0]).toMatchObject({ outcome: 'granted', created: 'p_new' });
    expect(types(granted)).toEqual(['intake.bundle-cases-due.v1']);
    const second = make(granted.bundle);
    expect([second.bundle.state, types(second)]).toEqual(['submitting', ['intake.bundle-cases-due.v1']]);
    expect(make(second.bundle).bundle.state).toBe('under-way');
  });

  test('end when the company is refused, and the applicant hears what is lost', () => {
    const open = make(submitted(needs).bundle).bundle;
    const refused = caseEnded(open, { lineage: [idOf(0)], outcome: 'refused', at })!;
    expect([refused.bundle.state, refused.bundle.endedAt]).toEqual(['done', at]);
    expect(refused.bundle.parts).toMatchObject([
      { state: 'ended', outcome: 'refused' },
      { state: 'dropped', because: key(0) },
      { state: 'dropped', because: key(0) },
    ]);
    expect(refused.facts.at(-1)?.data).toMatchObject({ state: 'done', news: 'dropped', dropped: [key(1), key(2)] });
    expect(bundleOutcome(refused.bundle)).toBe('none-granted');
  });

  test('go on where another part stands alone, and say so', () => {
    const first = submitted([[], [0], []]).bundle;
    const both = make(make(first).bundle).bundle;
    const refused = caseEnded(both, { lineage: [idOf(0)], outcome: 'withdrawn', at })!;
    expect([refused.bundle.state, statesOf(refused.bundle)]).toEqual(['under-way', ['ended', 'dropped', 'open']]);
    expect(refused.facts.at(-1)?.data).toMatchObject({ news: 'dropped', dropped: [key(1)] });
  });

  test('hear of nothing twice, and of no case of others', () => {
    const open = make(submitted(needs).bundle).bundle;
    const { bundle } = caseEnded(open, { lineage: [idOf(0)], outcome: 'granted', at })!;
    expect(caseEnded(bundle, { lineage: [idOf(0)], outcome: 'refused', at })).toBeUndefined();
    expect(caseEnded(bundle, { lineage: [uuid(99, 1)], outcome: 'granted', at })).toBeUndefined();
    expect(caseEnded(bundle, { lineage: [idOf(1)], outcome: 'granted', at })).toBeUndefined();
  });
});

test('every state but the end leads on, each arrow says by whom, and what is done is touched by what becomes of its cases alone', () => {
  const ofCases = ['reopen-case', 'follow-case', 'end-case', 'take-part-back', 'restore-part'];
  for (const { act, from, to, who } of bundleGraph) {
    expect(who.length).toBeGreaterThan(0);
    if (to !== 'withdrawn') expect(bundleGraph.some((one) => one.from.includes(to))).toBe(true);
    expect(from).not.toContain('withdrawn');
    if (from.includes('done')) expect(ofCases).toContain(act);
  }
});

const numberOf = (item: string) => Number(item.split('-')[1]);

/** Each part waits for some of those before it. */
const bundles = fc
  .integer({ min: 1, max: 7 })
  .chain((n) =>
    fc.tuple(
      ...Array.from({ length: n }, (_, at) => (at === 0 ? fc.constant([]) : fc.subarray([...Array(at).keys()]))),
    ),
  );
const steps = fc.array(fc.record({ pick: fc.nat(), granted: fc.boolean(), again: fc.boolean() }), { maxLength: 60 });

test('property: in any order of results a case is made at most once and not before its needs; the bundle ends with the last', () => {
  fc.assert(
    fc.property(bundles, steps, (needs, order) => {
      // The model: which cases were made, and how those that have ended did.
      const made: number[] = [];
      const ended = new Map<number, boolean>();
      let due = 0;
      let { bundle } = submitted(needs);
      due = 1;
      const take = (change: BundleChange) => {
        bundle = change.bundle;
        due += change.facts.filter(({ type }) => type === 'intake.bundle-cases-due.v1').length;
      };
      const lost = (n: number): boolean => needs[n]!.some((need) => ended.get(need) === false || lost(need));

      function act({ pick, granted, again }: { pick: number; granted: boolean; again: boolean }) {
        const open = made.filter((n) => !ended.has(n));
        const ways = [...(due > 0 ? ['make'] : []), ...open];
        const way = ways[pick % Math.max(1, ways.length)];
        if (way === 'make') {
          if (!again) due -= 1;
          const part = partsToMake(bundle)[0];
          if (!part) return;
          const n = numberOf(part.item);
          expect(made).not.toContain(n);
          for (const need of needs[n]!) expect(ended.get(need)).toBe(true);
          made.push(n);
          take(caseMade(bundle, part.item, { toComplete: false }));
        } else if (typeof way === 'number') {
          ended.set(way, granted);
          const result = { lineage: [idOf(way)], outcome: granted ? ('granted' as const) : ('refused' as const), at };
          take(caseEnded(bundle, result)!);
          expect(caseEnded(bundle, result)).toBeUndefined();
        }
        const open2 = made.some((n) => !ended.has(n));
        const more = needs.some((_, n) => !made.includes(n) && needs[n]!.every((need) => ended.get(need)));
        expect(bundle.state).toBe(more ? 'submitting' : open2 ? 'under-way' : 'done');
        if (more) expect(due).toBeGreaterThan(0);
      }
      for (const step of order) act(step);
      for (let n = 0; bundle.state !== 'done'; n += 1) act({ pick: n, granted: n % 3 > 0, again: false });
      for (const [n, part] of bundle.parts.entries()) {
        expect(part.state).toBe(lost(n) ? 'dropped' : 'ended');
        expect(made.includes(n)).toBe(!lost(n));
      }
    }),
    { numRuns: 300 },
  );
});
