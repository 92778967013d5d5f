import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { amr, itemOf } from './cases.fake.ts';
import type { Item, Limit } from './domain/catalogue/item.ts';

let world: IntakeWorld;
const limit = (n: number, rest: Partial<Limit> = {}): Limit => ({
  n,
  unit: 'working-day',
  from: 'accepted',
  of: 'office',
  ...rest,
});
const item = itemOf({ channels: ['online', 'window'] });
const other = itemOf({ key: 'other' });
const publication = { departments: [amr], items: [item, other] };
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, publication);
});

const editor = staffActor('catalogue-editor', {}, 'editor');
const publisher = staffActor('catalogue-publisher', {}, 'publisher');
const actorOf = (path: string) => (/\/(publish|approve|send-back)$/.test(path) ? publisher : editor);
const send = (path: string, body: object) =>
  world.send({ method: 'POST', path: `/intake${path}`, actor: actorOf(path), headers: cases.freshKey(), body });
const put = (path: string, body: object) =>
  world.send({ method: 'PUT', path: `/intake${path}`, actor: editor, headers: { 'If-Match': '"3"' }, body });
const edition = (path: string) => `/catalogue/editions/${path}`;
const faults = ({ status, body }: cases.Answer) => [
  status,
  ...(body.errors ?? []).map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`),
];
const post = (rest: Partial<Item>) => send('/catalogue', { items: [{ ...item, ...rest }] });

test.each<[string, Partial<Item>, string[]]>([
  ['a longer promise', { promisedLimit: limit(6) }, ['/items/0/promisedLimit longer-than-offered']],
  [
    'one that is longer in some calendar',
    { promisedLimit: limit(7, { unit: 'day' }) },
    ['/items/0/promisedLimit longer-than-offered'],
  ],
  ['a shorter promise', { promisedLimit: limit(2) }, ['/items/0/promisedLimit needs-review']],
  ['a lower level', { level: 5 }, ['/items/0/level needs-review']],
  ['a higher level', { level: 3 }, ['/items/0/level moved-up']],
  ['communities', { channels: ['online', 'window', 'community'] }, ['/items/0/channels needs-review']],
  ['every channel', { channels: undefined }, ['/items/0/channels needs-review']],
])('an edition of a district brings no %s: it is proposed, with basis and burden', async (_, rest, expected) => {
  expect(faults(await post(rest))).toEqual([400, ...expected]);
});

test('the same edition is the city’s to make', async () => {
  world = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
  await cases.publish(world, publication);
  const changed = { ...item, promisedLimit: limit(2), level: 5, channels: undefined };
  expect((await cases.publish(world, { ...publication, items: [changed, other] })).status).toBe(200);
});

test('what an adjustment has brought is in force: no edition takes it back, one that says the same is taken', async () => {
  const change = { promise: { n: 3, unit: 'working-day' }, level: 6, basis: '方案', burden: '增配' };
  const { id } = (await send(`/items/${item.key}/adjustments`, change)).body;
  await send(`/adjustments/${id}/approve`, { opinion: '同意' });
  expect(faults(await post({ promisedLimit: limit(4, { unit: 'day' }) }))).toEqual([
    400,
    '/items/0/promisedLimit longer-than-offered',
  ]);
  expect((await post({ name: '食品经营许可' })).status).toBe(201);
});

test('a law that leaves less time than was promised shortens the promise by itself', async () => {
  expect((await post({ legalLimit: limit(3), promisedLimit: limit(3) })).status).toBe(201);
});

const layout = {
  type: 'layout-plan',
  name: '平面布置图',
  must: 'must' as const,
  restsOn: 'item' as const,
  source: 'applicant' as const,
  sharedResource: null,
  about: 'premises' as const,
  originals: 1,
  copies: 0,
};
const charge = {
  code: 'inspection',
  name: '检验费',
  rule: '每件',
  payee: 'amr',
  kind: 'non-tax' as const,
  destination: 'treasury' as const,
  timing: 'at-acceptance' as const,
  gate: 'result' as const,
  unit: 'case' as const,
  rateFen: 100,
  sampleRate: false,
  restsOn: 'item' as const,
};
const heavier = {
  materials: [layout],
  fee: [charge],
  conditions: ['面积不少于二十平方米'],
  channels: ['window' as const],
};
const ground = { key: item.key, basis: '食品安全法 art. 35', burden: '须另备图纸一份，每件一元' };

test('an edition of a district that adds a burden is refused with every place that does; the city’s own is its to make', async () => {
  expect(faults(await post({ ...heavier, audience: ['2'], result: { ...item.result, validity: '3y' } }))).toEqual([
    400,
    '/items/0/fee/0 burden-added',
    '/items/0/materials/0 burden-added',
    '/items/0/conditions/0 burden-added',
    '/items/0/audience burden-added',
    '/items/0/channels burden-added',
    '/items/0/result/validity burden-added',
  ]);
  const renamed = { ...item, key: 'renamed', ...heavier, channels: item.channels };
  const withdraw = [{ key: item.key, reason: '并入' }];
  expect(faults(await send('/catalogue', { items: [renamed], withdraw }))).toContain(
    '/items/0/materials/0 burden-added',
  );
  world = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
  await cases.publish(world, publication);
  expect((await cases.publish(world, { ...publication, items: [{ ...item, ...heavier }, other] })).status).toBe(200);
});

test('nor does it add one in two steps: an item that was ended, and begins again under whichever key, is compared with what it was', async () => {
  await publish(await prepared({ withdraw: [{ key: item.key, reason: '系统调整' }] }));
  for (const key of [item.key, 'renamed']) {
    const again = { ...item, key, conditions: heavier.conditions, promisedLimit: limit(6) };
    expect(faults(await send('/catalogue', { items: [again] }))).toEqual([
      400,
      '/items/0/promisedLimit longer-than-offered',
      '/items/0/conditions/0 burden-added',
    ]);
  }
  expect((await publish(await prepared({ items: [item] }))).status).toBe(200);
});

test('where a law adds it the edition says which and what it means, each new line its own, and who publishes says what the review found', async () => {
  const founded = (said: object) =>
    send('/catalogue', { items: [{ ...item, ...heavier, ...said }], grounds: [ground] });
  expect(faults(await founded({}))).toEqual([
    400,
    '/items/0/fee/0/basis basis-of-its-own',
    '/items/0/materials/0/basis basis-of-its-own',
  ]);
  const lawful = {
    materials: [{ ...layout, basis: '食品经营许可和备案管理办法 art. 15' }],
    fee: [{ ...charge, basis: '食品安全法 art. 87' }],
  };
  const { id } = (await founded(lawful)).body;
  await send(edition(`${id}/submit`), {});
  expect(faults(await send(edition(`${id}/publish`), {}))).toEqual([400, '/opinion opinion-missing']);
  expect((await send(edition(`${id}/publish`), { opinion: '依据充分，负担相称' })).status).toBe(200);
  const { content, timeline } = (await world.send({ path: `/intake/catalogue/editions/${id}`, actor: publisher })).body;
  expect([content.grounds, timeline.at(-1).reason]).toEqual([[ground], '依据充分，负担相称']);
  const stray = { items: [{ ...item, name: '新名' }], grounds: [{ ...ground, key: 'none' }] };
  expect(faults(await send('/catalogue', stray))).toContain('/grounds/0/key unknown-item');
});

/** Prepared and handed to review; its id. */
async function prepared(body: object): Promise<string> {
  const { id } = (await send('/catalogue', body)).body;
  await send(edition(`${id}/submit`), {});
  return id;
}
const publish = (id: string) => send(edition(`${id}/publish`), {});

test('an edition that does not know what others published since is not published; edited anew, it is', async () => {
  const [first, second, third] = [
    await prepared({ items: [{ ...item, name: '甲' }] }),
    await prepared({ items: [other, { ...item, name: '乙' }] }),
    await prepared({ items: [{ ...other, name: '丙' }] }),
  ];
  expect((await publish(first)).status).toBe(200);
  expect(faults(await publish(second))).toEqual([400, '/items/1 changed-since']);
  expect((await publish(third)).status).toBe(200);

  await send(edition(`${second}/send-back`), { reason: '请重编' });
  expect((await put(edition(second), { items: [{ ...item, name: '乙' }] })).status).toBe(200);
  await send(edition(`${second}/submit`), {});
  expect((await publish(second)).status).toBe(200);
  expect((await world.send({ path: `/intake/public/items/${item.key}` })).body.name).toBe('乙');
});

test('nor is a whole catalogue that would end what was added since, or an end of what has changed', async () => {
  const whole = await prepared({ ...publication, whole: true });
  const ends = await prepared({ withdraw: [{ key: other.key, reason: '取消' }] });
  expect((await publish(await prepared({ items: [{ ...other, name: '新名' }, itemOf({ key: 'new' })] }))).status).toBe(
    200,
  );
  expect(faults(await publish(whole))).toEqual([400, '/items/1 changed-since', '/items changed-since']);
  expect(faults(await publish(ends))).toEqual([400, '/withdraw/0 changed-since']);
});
