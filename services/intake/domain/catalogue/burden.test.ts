import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { itemOf } from '../../cases.fake.ts';
import { burdensAdded } from './burden.ts';
import type { Item } from './item.ts';

// An independent model: everybody who may apply, and what he has to bear. An item adds a burden where one of them bears more.
const [kinds, situations] = [['1', '2'] as const, ['新办', '变更'] as const];
const channels = ['online', 'window', 'kiosk', 'app', 'hotline', 'agency'] as const;
const words = ['甲', '乙'];

/** What one applicant bears, each a number that only a burden raises; undefined where he is not taken in. */
function borne(item: Item, who: { kind: string; channel: string; situation: string }): number[] | undefined {
  const open =
    item.audience.some((one) => one === who.kind) &&
    item.situations.some((one) => one === who.situation) &&
    (item.channels === undefined || item.channels.some((one) => one === who.channel));
  if (!open) return undefined;
  const lines = ['a', 'b'].flatMap((type) => {
    const line = item.materials.find((one) => one.type === type);
    const here = line && (!line.situations || line.situations.some((one) => one === who.situation));
    if (!here || line.must === 'optional') return [0, 0, 0, 0];
    return [line.must === 'must' ? 2 : 1, line.originals, line.copies, line.sharedResource === null ? 1 : 0];
  });
  const fees = ['x', 'y'].flatMap((code) => {
    const line = item.fee.find((one) => one.code === code);
    return line ? [1, line.rateFen, line.gate === 'decision' ? 1 : 0] : [0, 0, 0];
  });
  const conditions = words.map((one) => ((item.conditions ?? []).includes(one) ? 1 : 0));
  return [...lines, ...fees, ...conditions, item.visits ?? 0];
}

const everybody = kinds.flatMap((kind) =>
  channels.flatMap((channel) => situations.map((situation) => ({ kind, channel, situation }))),
);

function addsBurden(item: Item, was: Item): boolean {
  return everybody.some((who) => {
    const [now, before] = [borne(item, who), borne(was, who)];
    if (before === undefined) return false;
    return now === undefined || now.some((one, n) => one > (before[n] ?? 0));
  });
}

const some = <One>(all: readonly One[]) => fc.subarray([...all], { minLength: 1 });
const line = (type: string) =>
  fc.record({
    type: fc.constant(type),
    name: fc.constant(type),
    must: fc.constantFrom('must' as const, 'optional' as const, 'deferrable' as const),
    source: fc.constant('applicant' as const),
    sharedResource: fc.constantFrom(null, 'population'),
    about: fc.constant('party' as const),
    originals: fc.nat(1),
    copies: fc.nat(1),
    situations: fc.option(some(situations), { nil: undefined }),
  });
const fee = (code: string) =>
  fc.record({ rateFen: fc.nat(1), gate: fc.constantFrom('decision' as const, 'result' as const) }).map((rest) => ({
    code,
    name: code,
    rule: '',
    payee: 'amr',
    kind: 'non-tax' as const,
    destination: 'treasury' as const,
    timing: 'at-acceptance' as const,
    unit: 'case' as const,
    sampleRate: false,
    ...rest,
  }));
const items = fc
  .record({
    audience: some(kinds),
    channels: fc.option(some(channels), { nil: undefined }),
    situations: some(situations),
    conditions: fc.subarray(words),
    visits: fc.nat(1),
    materials: fc.tuple(line('a'), line('b')).chain((all) => fc.subarray([...all])),
    fee: fc.tuple(fee('x'), fee('y')).chain((all) => fc.subarray([...all])),
  })
  .map((rest) => itemOf(rest));

const changeable: (keyof Item)[] = ['audience', 'channels', 'situations', 'conditions', 'visits', 'materials', 'fee'];

test('an item is said to add a burden exactly where somebody who could apply bears more of something, or is shut out', () => {
  fc.assert(
    fc.property(items, items, fc.subarray(changeable, { maxLength: 2 }), (was, other, changed) => {
      const item = { ...was, ...Object.fromEntries(changed.map((field) => [field, other[field]])) };
      expect(burdensAdded(item, was).length > 0).toBe(addsBurden(item, was));
    }),
    { numRuns: 1000 },
  );
});

const was = itemOf({ needs: ['company'], result: { licenceType: null, validity: '5y', public: true } });
const quantity = (limit: number, per: 'year' | 'month') => ({ limit, per, rule: '-' });
test.each<[string, Partial<Item>, Partial<Item>, string[]]>([
  ['a shorter validity', {}, { result: { ...was.result, validity: '3y' } }, ['result/validity']],
  ['one that is lifted', {}, { result: { ...was.result, validity: null } }, ['result/validity']],
  ['another item that comes first', {}, { needs: ['company', 'filing'] }, ['needs/1']],
  ['one way more to fulfil a need', {}, { needs: ['company|filing'] }, []],
  ['one way less', { needs: ['company|filing'] }, { needs: ['company'] }, ['needs/0']],
  ['a number of grants', {}, { quantity: quantity(10, 'year') }, ['quantity']],
  ['fewer of them', { quantity: quantity(10, 'year') }, { quantity: quantity(9, 'year') }, ['quantity']],
  ['as many, month by month', { quantity: quantity(12, 'year') }, { quantity: quantity(1, 'month') }, ['quantity']],
  ['as many, in the year', { quantity: quantity(1, 'month') }, { quantity: quantity(12, 'year') }, []],
  ['an earlier renewal', {}, { renewBefore: 60 }, ['renewBefore']],
  ['a legal limit that may end later', {}, { legalLimit: { ...was.legalLimit, n: 21 } }, ['legalLimit']],
  ['one that ends sooner', {}, { legalLimit: { ...was.legalLimit, n: 19 } }, []],
  ['a longer extension', {}, { extension: { n: 11, unit: 'working-day', basis: '-' } }, ['extension']],
  ['a department more, and so a longer one', {}, { jointDepartments: ['health'] }, ['extension']],
  ['as long a one, said', {}, { extension: { n: 10, unit: 'working-day' } }, []],
  ['a procedure whose time is not counted', {}, { special: ['hearing'] }, ['special/0']],
  ['a longer notice', { noticeDays: 20 }, { noticeDays: 21 }, ['noticeDays']],
  ['a bar of deceivers', {}, { safety: '法' }, ['safety']],
  ['none any more', { safety: '法' }, { safety: undefined }, ['safety']],
  ['no form any more', {}, { form: undefined }, ['form']],
])('%s', (...[, before, now, paths]) => {
  const found = burdensAdded({ ...was, ...now }, { ...was, ...before });
  expect(found.map(({ path }) => path.join('/'))).toEqual(paths);
});
