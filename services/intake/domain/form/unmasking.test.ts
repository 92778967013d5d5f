import { expect, test } from 'vitest';
import * as z from 'zod';
import { fc } from '../../../../test/support/property.ts';
import { demoForm } from '../../cases.fake.ts';
import { masksOf } from './form.ts';
import { masked } from './masking.ts';
import { unmasked } from './unmasking.ts';

const masks = masksOf(demoForm);
const kept = {
  operator: '示例公司',
  contact: { name: '段正淳', phone: '18049531999' },
  managers: [{ id: '51343620000320711X' }, { id: '350199199001011234' }],
};

test('a form sent back as it was shown is the form that was kept', () => {
  expect(unmasked(masked(kept, masks), kept, masks)).toEqual({ form: kept, unknown: [] });
});

test('so is one whose hidden part does not fit the form yet', () => {
  const odd = { ...kept, contact: ['段正淳'], managers: { id: 1 } };
  expect(unmasked(masked(odd, masks), odd, masks)).toEqual({ form: odd, unknown: [] });
});

test('what was changed is taken as it is, beside masks that were not', () => {
  const sent = { ...masked(kept, masks), operator: '示例店*', contact: { name: '段**', phone: '13800000000' } };
  const form = { ...kept, operator: '示例店*', contact: { name: '段正淳', phone: '13800000000' } };
  expect(unmasked(sent, kept, masks)).toEqual({ form, unknown: [] });
});

test('a mask stands for whom it was shown of, wherever the entry is now; another stands for nobody, and is named', () => {
  const second = { id: '3***************34' };
  const { form, unknown } = unmasked({ ...kept, managers: [second], contact: { name: '张*' } }, kept, masks);
  expect([form['managers'], unknown]).toEqual([[kept.managers[1]], [['contact', 'name']]]);
  expect(unmasked({ ...kept, managers: [{ id: '9***************99' }] }, kept, masks).unknown).toEqual([
    ['managers', 0, 'id'],
  ]);
});

const rules = {
  properties: {
    people: {
      items: {
        properties: { name: { 'x-mask': 'name' }, id: { 'x-mask': 'document-number' }, kind: { type: 'string' } },
      },
    },
  },
};
const who = masksOf(rules);
const wang = (given: string, kind: string) => ({
  name: `王${given}`,
  id: `350102199${given === '小甲' ? 1 : 2}01011234`,
  kind,
});
const twoAlike = { people: [wang('小甲', 'director'), wang('大乙', 'officer')] };
const back = (people: unknown[], from: Record<string, unknown> = twoAlike) => unmasked({ people }, from, who);
const rows = z.array(z.record(z.string(), z.unknown()));
const rowsOf = (from: Record<string, unknown>) => rows.parse(masked(from, who)['people']);

test('of two people whose masks look alike, the one that is left is the one that was left', () => {
  const [first, second] = rowsOf(twoAlike);
  expect(back([second])).toEqual({ form: { people: [twoAlike.people[1]] }, unknown: [] });
  expect(back([second, first])).toEqual({ form: { people: twoAlike.people.toReversed() }, unknown: [] });
  expect(back([{ ...first, kind: 'cook' }, second]).form).toEqual({
    people: [{ ...twoAlike.people[0], kind: 'cook' }, twoAlike.people[1]],
  });
});

test('where nothing says which of them is meant, the masks are named and nothing is guessed', () => {
  const [first, second] = rowsOf(twoAlike);
  const named = [
    ['people', 0, 'name'],
    ['people', 0, 'id'],
  ];
  expect(back([{ ...first, kind: 'cook' }]).unknown).toEqual(named);
  const fresh = { name: '李四', id: '350102198001011234', kind: 'officer' };
  expect(back([{ ...second, kind: 'cook' }, fresh]).unknown).toEqual(named);
  const same = { people: [wang('小甲', 'officer'), wang('大乙', 'officer')] };
  expect(back([rowsOf(same)[1]], same).unknown).toEqual(named);
  expect(back(rowsOf(same), same)).toEqual({ form: same, unknown: [] });
  expect(back([first, first]).unknown).toHaveLength(4);
});

const person = fc.record({
  name: fc.constantFrom('王小甲', '王大乙', '李丙丙'),
  n: fc.integer({ min: 100, max: 999 }),
  kind: fc.constantFrom('a', 'b'),
});
const edits = fc.array(
  fc.record({ act: fc.constantFrom('delete', 'swap', 'change', 'add'), at: fc.nat(5), to: fc.nat(5) }),
  { maxLength: 3 },
);

test('property: however a list is edited, nobody is put in the place of another: each comes back as himself, or is named', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 5 }), edits, (people, acts) => {
      const from = { people: people.map(({ name, n, kind }) => ({ name, id: `350102199001${n}234`, kind })) };
      // The model edits what is shown and what is kept in the same way; no edit makes one look like another.
      const pairs = rowsOf(from).map((shown, n) => ({ shown, kept: from.people[n]! as Record<string, unknown> }));
      for (const [n, { act, at, to }] of acts.entries()) {
        const [a, b] = [at % Math.max(1, pairs.length), to % Math.max(1, pairs.length)];
        const fresh = { name: `赵${n}`, id: `fresh-${n}`, kind: `new-${n}` };
        if (act === 'add') pairs.splice(a, 0, { shown: fresh, kept: fresh });
        else if (pairs.length === 0) continue;
        else if (act === 'delete') pairs.splice(a, 1);
        else if (act === 'swap') [pairs[a], pairs[b]] = [pairs[b]!, pairs[a]!];
        else pairs[a] = { shown: { ...pairs[a]!.shown, kind: `k-${n}` }, kept: { ...pairs[a]!.kept, kind: `k-${n}` } };
      }
      const { form, unknown } = back(
        pairs.map(({ shown }) => shown),
        from,
      );
      const found = rows.parse(form['people']);
      const named = new Set(unknown.map(([, n]) => n));
      const certain = found.filter((_, n) => !named.has(n)).map((row) => JSON.stringify([row['kind'], row['id']]));
      const expected = pairs
        .filter((_, n) => !named.has(n))
        .map(({ kept: row }) => JSON.stringify([row['kind'], row['id']]));
      expect(certain.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 2000 },
  );
});
