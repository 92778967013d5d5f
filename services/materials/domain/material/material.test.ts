import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import {
  beginCheck,
  declare,
  declareNext,
  expire,
  giveUp,
  pass,
  refuse,
  warn,
  withdraw,
  type MaterialChange,
} from './act.ts';
import { lookAt, passTime } from './due.ts';
import { drop, erase, hide, release } from './erasing.ts';
import { versionActions, versionGraph } from './graph.ts';
import { holdsOn, type Material } from './material.ts';

const at = new Date('2026-08-03T01:00:00Z');
const declared = { name: 'a.pdf', mediaType: 'application/pdf', size: 9, sha256: 'a'.repeat(64) } as const;
const identity = { id: '0c9b7e52-41d8-4a6f-8b3e-6f2d1a9c5e47', partyId: 'p_1', type: 'articles' };
const fresh = () => left(declare({ ...identity, about: { kind: 'party' } }, { at, declared, held: undefined }));

function left({ material }: MaterialChange): Material {
  if (!material) throw new Error('nothing is left');
  return material;
}

// The rules by hand: from which states each act leads, and where to.
const rules: Record<string, Record<string, string>> = {
  'begin-check': { 'awaiting-upload': 'checking', checking: 'checking' },
  pass: { checking: 'available' },
  refuse: { checking: 'refused' },
  warn: { available: 'available' },
  expire: { available: 'expired' },
  withdraw: { available: 'withdrawn', expired: 'withdrawn' },
  'give-up': { 'awaiting-upload': 'gone' },
  erase: { available: 'erasing', refused: 'erasing', expired: 'erasing', withdrawn: 'erasing' },
  'erase again': { hidden: 'erasing' },
  hide: { erasing: 'hidden' },
  declare: {
    available: 'next',
    refused: 'next',
    expired: 'next',
    withdrawn: 'next',
    erasing: 'next',
    hidden: 'next',
    gone: 'none',
  },
};
const acts: Record<string, (found: Material, n: number) => ReturnType<typeof beginCheck>> = {
  'begin-check': beginCheck,
  pass: (found, n) => pass(found, n, { at, objectKey: 'clean/1' }),
  refuse: (found, n) => refuse(found, n, { at, why: 'broken' }),
  warn: (found, n) => warn(found, n, at),
  expire,
  withdraw,
  'give-up': (found, n) => giveUp(found, n, 'owner'),
  erase: (found, n) => erase(found, n, { at, doer: 'owner' }),
  'erase again': (found, n) => erase(found, n, { at, doer: 'clock' }),
  hide: (found, n) => hide(found, n, '2036-08-03'),
  declare: (found) => declareNext(found, { at, declared, held: undefined }),
};

test('whatever is done in whatever order, each version stands where its graph allows, and never has two files', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.keys(rules)), fc.nat(3)), { maxLength: 30 }), (steps) => {
      let found: Material | undefined = fresh();
      const model = new Map([[1, 'awaiting-upload']]);
      for (const [name, one] of steps) {
        const n = one + 1;
        const change: ReturnType<typeof beginCheck> | undefined = acts[name]?.(found, n);
        const [from, last] = [model.get(n), Math.max(...model.keys())];
        const expected: string | undefined =
          name === 'declare' ? rules['declare']?.[model.get(last) ?? ''] : from && rules[name]?.[from];
        expect([name, n, change && !('refused' in change)]).toEqual([name, n, expected !== undefined]);
        if (!change || 'refused' in change || !expected) continue;
        if (name === 'declare') model.set(last + 1, 'awaiting-upload');
        else if (expected === 'gone') model.delete(n);
        else model.set(n, expected);
        found = change.material;
        if (!found) return;
        expect(new Map(found.versions.map((version) => [version.n, version.state]))).toEqual(model);
        for (const { state, objectKey } of found.versions) {
          const never = ['awaiting-upload', 'checking', 'refused'].includes(state);
          const always = ['available', 'expired', 'withdrawn'].includes(state);
          if (never || always) expect(objectKey !== undefined).toBe(always);
        }
      }
    }),
  );
});

test('an owner is offered what the graph lets him do', () => {
  const byHand = {
    'awaiting-upload': ['give-up'],
    checking: [],
    available: ['withdraw', 'erase'],
    refused: ['erase'],
    expired: ['withdraw', 'erase'],
    withdrawn: ['erase'],
    erasing: [],
    hidden: [],
  };
  const states = new Set(versionGraph.flatMap(({ from, to }) => [...from, to]).filter((one) => one !== 'removed'));
  const shown = Object.fromEntries([...states].map((state) => [state, versionActions(state, 'owner')]));
  expect(shown).toEqual(byHand);
});

test('a declaration whose file never comes is forgotten after a day, and not before', () => {
  const found = fresh();
  expect(lookAt(found)).toEqual(new Date('2026-08-04T01:00:00Z'));
  expect(passTime(found, new Date('2026-08-04T00:59:59Z'))).toBeUndefined();
  expect(passTime(found, new Date('2026-08-04T01:00:00Z'))).toMatchObject({ act: 'give-up', material: undefined });
});

test('an owner is warned thirty days before the last day of a document, once, and it is offered to its end', () => {
  const ending = { ...declared, validFrom: '2026-08-10', validUntil: '2026-12-31' };
  const held = { objectKey: 'clean/1' };
  const found = left(declare({ ...identity, about: { kind: 'party' } }, { at, declared: ending, held }));
  const [eve, warned] = [new Date('2026-12-01T15:59:59.998Z'), new Date('2026-12-01T15:59:59.999Z')];
  expect([passTime(found, eve), lookAt(found)]).toEqual([undefined, warned]);

  const told = passTime(found, warned);
  expect(told).toMatchObject({ act: 'warn', facts: [{ data: { validUntil: '2026-12-31' } }] });
  const next = told?.material ?? found;
  expect([passTime(next, warned), lookAt(next)]).toEqual([undefined, new Date('2026-12-31T15:59:59.999Z')]);
  expect(passTime(next, new Date('2026-12-31T16:00:00Z'))).toMatchObject({ act: 'expire' });
  const days = ['2026-08-09', '2026-08-10', '2026-12-31', '2027-01-01'];
  expect(days.map((day) => holdsOn(ending, day))).toEqual([false, true, true, false]);
  expect(holdsOn({}, '2099-01-01')).toBe(true);
});

test('what is dropped has given its file back before, and its number is not given again', () => {
  const held = { objectKey: 'clean/1' };
  const found = left(declare({ ...identity, about: { kind: 'party' } }, { at, declared, held }));
  const two = left(done(declareNext(found, { at, declared, held })));
  const erasing = left(done(erase(two, 2, { at, doer: 'owner' })));
  expect(drop(erasing, 2)).toEqual({ refused: 'wrong-state' });
  const one = left(done(drop(left(done(release(erasing, 2, 'alone'))), 2)));
  expect(one.versions.map(({ n }) => n)).toEqual([1]);
  expect(done(declareNext(one, { at, declared, held })).n).toBe(3);
});

function done(change: ReturnType<typeof erase>): MaterialChange {
  if ('refused' in change) throw new Error(change.refused);
  return change;
}
