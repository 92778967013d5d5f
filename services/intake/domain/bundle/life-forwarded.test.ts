import { expect, test } from 'vitest';
import { uuid } from '../../../../test/support/facts.ts';
import { fc } from '../../../../test/support/property.ts';
import type { Bundle } from './bundle.ts';
import { caseEnded, caseMade, partsToMake, submitBundle } from './life.ts';

const at = new Date('2026-08-03T01:00:00Z');
const by = { sub: 'founder', partyId: 'p_founder', office: 'applicant' };
const key = (n: number) => `item-${n}`;
/** The case of part n that stands after so many forwardings. */
const idOf = (n: number, passed = 0) => uuid(passed, n + 1);

function handedIn(needs: readonly (readonly number[])[]): Bundle {
  let ids = 0;
  const draft: Bundle = {
    id: uuid(1, 50),
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
  };
  return submitBundle(draft, { at, by, answers: {}, commitments: [], newCaseId: () => idOf((ids += 1) - 1) }).bundle;
}

function allMade(bundle: Bundle): Bundle {
  const part = partsToMake(bundle)[0];
  return part ? allMade(caseMade(bundle, part.item, { toComplete: false }).bundle) : bundle;
}
const upTo = (n: number, passed: number) => Array.from({ length: passed + 1 }, (_, k) => idOf(n, k));
const next = (n: number, passed: number, toComplete = false) => ({
  caseId: idOf(n, passed),
  toComplete,
});

test('what waits for a case that was forwarded waits for the one that took its place; a draft of that is told of', () => {
  const open = allMade(handedIn([[], [0]]));
  const forwarded = { lineage: [idOf(0)], outcome: 'forwarded' as const, at };
  const passed = caseEnded(open, { ...forwarded, next: next(0, 1, true) })!;
  expect(passed.bundle).toMatchObject({
    state: 'under-way',
    parts: [{ state: 'open', caseId: idOf(0, 1), toComplete: true, forwarded: [idOf(0)] }, { state: 'waiting' }],
  });
  expect(passed.facts.map(({ data }) => data['news'])).toEqual(['to-complete']);
  const again = { ...forwarded, lineage: upTo(0, 1), next: next(0, 2) };
  expect(caseEnded(passed.bundle, again)!.bundle.parts[0]).not.toHaveProperty('toComplete');
  const granted = caseEnded(passed.bundle, { lineage: upTo(0, 1), outcome: 'granted', at, created: 'p_new' })!;
  expect(granted.bundle.parts).toMatchObject([{ outcome: 'granted', created: 'p_new' }, { state: 'opening' }]);
});

test('a case that was forwarded to nobody is an end without a grant', () => {
  const ended = caseEnded(allMade(handedIn([[], [0]])), { lineage: [idOf(0)], outcome: 'forwarded', at })!;
  expect(ended.bundle.parts).toMatchObject([{ state: 'ended', outcome: 'forwarded' }, { state: 'dropped' }]);
});

const fates = fc.array(fc.record({ passed: fc.integer({ min: 0, max: 3 }), granted: fc.boolean() }), {
  minLength: 4,
  maxLength: 4,
});
const order = fc.array(fc.record({ pick: fc.nat(), again: fc.boolean() }), { maxLength: 80 });

test('property: in whatever order and however often the ends of forwarded cases come, a part starts only after the last one’s grant', () => {
  const needs = [[], [0], [0], [1, 2]];
  fc.assert(
    fc.property(fates, order, (fate, steps) => {
      let bundle = allMade(handedIn(needs));
      // The model: facts that are still on their way, and the parts whose last case is known to have ended.
      const waiting = new Map<number, number[]>();
      const over = new Set<number>();
      const goesOn = (n: number): boolean => needs[n]!.every((need) => over.has(need) && fate[need]!.granted);
      const begin = () => {
        for (const [n] of needs.entries()) {
          const begun = waiting.has(n) || !goesOn(n);
          if (!begun) waiting.set(n, [...Array(fate[n]!.passed + 1).keys()]);
        }
      };
      function deliver({ pick, again }: { pick: number; again: boolean }) {
        const facts = [...waiting].flatMap(([n, left]) => left.map((k) => [n, k] as const));
        const [n, k] = facts[pick % Math.max(1, facts.length)] ?? [];
        if (n === undefined || k === undefined) return;
        const rest = waiting.get(n)!.filter((one) => again || one !== k);
        waiting.set(n, rest);
        const { passed, granted } = fate[n]!;
        const known = upTo(n, k).indexOf(bundle.parts[n]!.caseId);
        const lineage = upTo(n, k).slice(Math.max(0, known));
        const outcome = granted ? ('granted' as const) : ('refused' as const);
        const last = k === passed;
        const ended = last
          ? { lineage, outcome, at }
          : { lineage, outcome: 'forwarded' as const, at, next: next(n, k + 1) };
        bundle = allMade(caseEnded(bundle, ended)?.bundle ?? bundle);
        if (last) over.add(n);
        begin();
        for (const [m, part] of bundle.parts.entries()) {
          const lost = (one: number): boolean =>
            needs[one]!.some((need) => (over.has(need) && !fate[need]!.granted) || lost(need));
          const expected = over.has(m) ? 'ended' : goesOn(m) ? 'open' : lost(m) ? 'dropped' : 'waiting';
          expect(part.state).toBe(expected);
        }
      }
      begin();
      for (const step of steps) deliver(step);
      while ([...waiting.values()].some(({ length }) => length > 0)) deliver({ pick: 0, again: false });
      expect(bundle.state).toBe('done');
      for (const n of over) {
        const { passed, granted } = fate[n]!;
        expect(bundle.parts[n]).toMatchObject({ caseId: idOf(n, passed), outcome: granted ? 'granted' : 'refused' });
        expect(bundle.parts[n]!.forwarded ?? []).toEqual(upTo(n, passed).slice(0, -1));
      }
    }),
    { numRuns: 300 },
  );
});
