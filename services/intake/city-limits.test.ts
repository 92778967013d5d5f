import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { queueHandler } from '#shared/queue';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { amr, codesOf, itemOf } from './cases.fake.ts';
import type { Behind } from './domain/catalogue/city-limits.ts';
import type { Item, Limit } from './domain/catalogue/item.ts';
import { subscriptions } from './subscriptions.ts';

let city: IntakeWorld;
let district: IntakeWorld;
beforeEach(() => {
  city = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
  district = cases.intakeOver(fakeTable());
});

const usual = { unit: 'working-day', from: 'accepted', of: 'office' } as const;
const limit = (n: number, rest: Partial<Limit> = {}): Limit => ({ n, ...usual, ...rest });
const code = '000131901000';
const coded = (promised: number, rest: Partial<Item> = {}) =>
  itemOf({ codes: codesOf(code), promisedLimit: limit(promised), ...rest });
const catalogueOf = (...items: Item[]) => ({ departments: [amr], items });
const outline = ({ status, body }: cases.Answer) => [status, body.code ?? body.status];
const refusal = ({ body }: cases.Answer) => [
  body.code,
  ...body.errors.map(({ pointer, code: fault }: Record<string, string>) => [pointer, fault]),
];

const unreviewed = ['catalogue-invalid', ['/items/0/promisedLimit', 'needs-review']];
const promiseTooLong = ['catalogue-invalid', ['/items/0/promisedLimit', 'longer-than-city']];

/** What the city has told since, to a district. */
async function hear(facts: readonly Envelope[], world = district) {
  const consume = queueHandler(subscriptions, world.deps);
  for (const one of facts) expect((await consume(sqsEvent(one))).batchItemFailures).toEqual([]);
}
async function cityPublishes(...said: object[]): Promise<Envelope[]> {
  for (const one of said) expect((await cases.publish(city, { whole: false, ...one })).status).toBe(200);
  return city.facts();
}
const editor = staffActor('catalogue-editor');
const publisher = staffActor('catalogue-publisher');
const post = (path: string, body: object, actor = editor) =>
  district.send({ method: 'POST', path: `/intake${path}`, actor, headers: cases.freshKey(), body });
const behind = async () =>
  (await district.send({ path: '/intake/catalogue/faults', actor: editor })).body.items.map(
    ({ itemKey, field, own, city: most, from }: Behind) => [itemKey, field, own.n, most.n, from],
  );
const adjust = (n: number) =>
  post(`/items/${itemOf().key}/adjustments`, { promise: { n, unit: 'working-day' }, basis: '方案', burden: '增配' });

describe('what the city promises of an item', () => {
  test('is told to every set, and no edition of a district lengthens it: each fault by its pointer', async () => {
    const facts = await cityPublishes(catalogueOf(coded(5)));
    expect(facts.map(({ toDistrict, data }) => [toDistrict, data['limits']])).toEqual([
      ['*', [{ code, turns: [{ key: coded(5).key, from: '2026-08-03', legal: limit(20), promised: limit(5) }] }]],
    ]);
    await hear(facts);
    const longer = await post('/catalogue', catalogueOf(itemOf({ key: 'other' }), coded(6, { legalLimit: limit(21) })));
    expect(refusal(longer)).toEqual([
      'catalogue-invalid',
      ['/items/1/legalLimit', 'longer-than-city'],
      ['/items/1/promisedLimit', 'longer-than-city'],
    ]);
    expect(longer.body.errors[0].message).toContain('20 working-day');
    expect((await cases.publish(district, catalogueOf(coded(5)))).status).toBe(200);
    expect(refusal(await post('/catalogue', catalogueOf(coded(4))))).toEqual(unreviewed);
  });

  test.each<[string, Item, boolean]>([
    ['another key under the same code', coded(6, { key: 'renamed' }), false],
    ['no code, but the city’s key', itemOf({ codes: undefined, form: undefined, promisedLimit: limit(6) }), false],
    ['another code', coded(6, { codes: codesOf('000131902000') }), true],
    ['days that cannot be compared', coded(5, { promisedLimit: limit(5, { unit: 'month' }) }), false],
    ['certainly fewer days, which are reviewed', coded(5, { promisedLimit: limit(5, { unit: 'day' }) }), false],
  ])('binds an item with %s: %#', async (...[, item, taken]) => {
    await hear(await cityPublishes(catalogueOf(coded(5))));
    expect((await cases.publish(district, catalogueOf(item))).status).toBe(taken ? 200 : 400);
  });

  test('that begins with the receipt is lengthened by one that begins with the acceptance, not the other way', async () => {
    const received = coded(5, { promisedLimit: limit(5, { from: 'received' }) });
    await hear(await cityPublishes(catalogueOf(received)));
    expect(refusal(await post('/catalogue', catalogueOf(coded(5))))).toEqual(promiseTooLong);
    await hear(await cityPublishes(catalogueOf(coded(5))));
    expect(refusal(await post('/catalogue', catalogueOf(received)))).toEqual(unreviewed);
  });

  test('binds from its day on, and no more once the city offers the item no more', async () => {
    await hear(await cityPublishes(catalogueOf(coded(5)), { ...catalogueOf(coded(3)), from: '2026-09-01' }));
    const later = (from: string) => post('/catalogue', { ...catalogueOf(coded(5)), from });
    expect((await later('2026-08-31')).status).toBe(201);
    expect((await later('2026-09-01')).status).toBe(400);
    await hear(await cityPublishes({ withdraw: [{ key: coded(5).key, reason: '取消' }] }));
    expect((await post('/catalogue', catalogueOf(coded(50, { legalLimit: limit(60) })))).status).toBe(201);
  });

  test('is checked again when an edition is published', async () => {
    const { id } = (await post('/catalogue', catalogueOf(coded(5)))).body;
    await post(`/catalogue/editions/${id}/submit`, {});
    await hear(await cityPublishes(catalogueOf(coded(3))));
    const late = await post(`/catalogue/editions/${id}/publish`, {}, publisher);
    expect(refusal(late)).toEqual(promiseTooLong);
  });

  test('does not follow from what the city adjusts by itself: its catalogue can still be taken in', async () => {
    await cityPublishes(catalogueOf(coded(5)));
    const inCity = { district: 'fuzhou' };
    const send = (path: string, actor: ReturnType<typeof staffActor>, body: object) =>
      city.send({ method: 'POST', path: `/intake${path}`, actor, headers: cases.freshKey(), body });
    const better = { promise: { n: 2, unit: 'working-day' }, basis: '方案', burden: '增配' };
    const made = await send(`/items/${coded(5).key}/adjustments`, staffActor('catalogue-editor', inCity), better);
    await send(`/adjustments/${made.body.id}/approve`, staffActor('catalogue-publisher', inCity), { opinion: '同意' });
    await hear(await city.facts());
    const { body } = await city.send({ path: '/intake/catalogue', actor: staffActor('supervisor', inCity) });
    expect((await post('/catalogue', body)).status).toBe(201);
  });

  test('is the latest in whatever order and however often a district hears of it', async () => {
    const facts = await cityPublishes(
      catalogueOf(coded(9), coded(9, { key: 'other', codes: codesOf('000131902000') })),
      catalogueOf(coded(7)),
      catalogueOf(coded(5)),
    );
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...facts, ...facts], { minLength: 6 }), async (heard) => {
        const world = cases.intakeOver(fakeTable());
        await hear(heard, world);
        const known = (await (await world.deps.cityLimits()).all()).map(({ turns }) => turns.at(-1)?.promised?.n);
        expect(known).toEqual([5, 9]);
      }),
      { numRuns: 30 },
    );
  });

  test('of many items comes in facts that are not too large, and a whole catalogue tells all of it again', async () => {
    const many = Array.from({ length: 100 }, (_, n) =>
      coded(5, { key: `item-${n}`, codes: codesOf(`0001319${10_000 + n}`) }),
    );
    const first = await cityPublishes(catalogueOf(...many));
    expect(first.length).toBeGreaterThan(1);
    for (const one of first) expect(JSON.stringify(one).length).toBeLessThan(8 * 1024);
    await cityPublishes({ ...catalogueOf(...many), whole: true });
    const again = (await city.facts()).filter(({ sequence }) => sequence === 2);
    await hear(again);
    expect(await (await district.deps.cityLimits()).all()).toHaveLength(100);
  });
});

describe('what the city shortens later', () => {
  beforeEach(async () => {
    await hear(await cityPublishes(catalogueOf(coded(10))));
    await cases.publish(district, catalogueOf(coded(10)));
    expect(await behind()).toEqual([]);
  });

  test('is shown at the items of the district, from its day, and changes nothing of them', async () => {
    await hear(
      await cityPublishes(catalogueOf(coded(5)), {
        ...catalogueOf(coded(5, { legalLimit: limit(15) })),
        from: '2026-09-01',
      }),
    );
    const { key } = coded(5);
    expect(await behind()).toEqual([
      [key, 'promisedLimit', 10, 5, '2026-08-03'],
      [key, 'legalLimit', 20, 15, '2026-09-01'],
    ]);
    expect((await district.send({ path: `/intake/public/items/${key}` })).body).toMatchObject({
      version: 1,
      promisedLimit: { n: 10 },
    });
    await cases.publish(district, catalogueOf(coded(5, { legalLimit: limit(15) })));
    expect(await behind()).toEqual([]);
  });

  test('is mended by an adjustment as short, which then does not end before the item says so itself', async () => {
    await hear(await cityPublishes(catalogueOf(coded(5))));
    expect(refusal(await adjust(6))).toEqual(['adjustment-invalid', ['/promise', 'longer-than-city']]);
    const { id } = (await adjust(5)).body;
    const act = (name: string) => post(`/adjustments/${id}/${name}`, { opinion: '依据充分' }, publisher);
    expect(outline(await act('approve'))).toEqual([200, 'approved']);
    expect(await behind()).toEqual([]);
    expect(refusal(await act('end'))).toEqual(['adjustment-invalid', ['', 'longer-than-city']]);
    await cases.publish(district, catalogueOf(coded(5)));
    expect(outline(await act('end'))).toEqual([200, 'ended']);
  });

  test('counts for an adjustment that was proposed before', async () => {
    const { id } = (await adjust(6)).body;
    await hear(await cityPublishes(catalogueOf(coded(5))));
    const late = await post(`/adjustments/${id}/approve`, { opinion: '同意' }, publisher);
    expect(refusal(late)).toEqual(['adjustment-invalid', ['/promise', 'longer-than-city']]);
  });
});
