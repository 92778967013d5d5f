import { beforeEach, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';

let table: FakeTable;
let world: IntakeWorld;
let id: string;
const code = '12441500196720244T3442199806003'.padEnd(31, '0').slice(0, 31);
const codes = { base: '442199806003', implementing: { gulou: code } };
const number = `${code}202608030001`;
const other = `${code}202608030002`;

beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world, { ...cases.publication, items: [itemOf({ codes, special: ['hearing'] })] });
  id = await draft(world);
  await world.send(cases.submit(id));
});

const track = (of: string, given: string, language = 'zh') =>
  world.send({ path: `/intake/public/track/${of}`, query: { code: given }, headers: { 'Accept-Language': language } });
const asked = async (of: string, given: string) => {
  table.calls.length = 0;
  const { body, headers } = await track(of, given);
  return { body, headers: { ...headers, 'X-Correlation-Id': '' }, calls: [...table.calls].toSorted() };
};
const outline = ({ status, body }: cases.Answer) => [status, body.code ?? body.status];
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
};

test('whoever holds number and code sees state, item, days and acts in plain words, and nothing of a person', async () => {
  await world.send(cases.accept(id));
  await world.send(cases.act(id, 'suspend', { actor: people.approver, body: { kind: 'hearing', why: '段正淳提出' } }));
  const { status, body } = await track(number, 'a2b3c4');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    number,
    item: '食品经营许可（新办）',
    status: 'suspended',
    text: '特别程序中',
    acts: [{ text: '已收到申请材料' }, { text: '已受理' }, { text: '特别程序开始，所需时间不计入期限' }],
  });
  expect(JSON.stringify(body)).not.toMatch(/段正淳|示例公司|p_company|approver|A2B3C4/);
  expect((await track(number.toLowerCase(), 'A2B3C4', 'en')).body).toMatchObject({
    number,
    item: 'Food business licence',
    acts: [{ text: 'The application was received' }, {}, {}],
  });
});

test('shows until when a correction is waited for, and how the case ended', async () => {
  const defects = [{ pointer: '/operator', what: '名称不符', mend: '与营业执照一致' }];
  await world.send(cases.act(id, 'request-correction', { actor: people.clerk, body: { defects } }));
  const { body } = await track(number, 'A2B3C4');
  expect(body).toMatchObject({ status: 'correcting', correctBy: '2026-08-31T15:59:59.999Z' });
  expect(JSON.stringify(body)).not.toContain('名称');
  await world.send(cases.withdraw(id));
  expect((await track(number, 'A2B3C4')).body).toMatchObject({ status: 'withdrawn', outcomeText: '申请人撤回' });
});

test('a wrong code and a number that is none answer alike, and cost alike', async () => {
  // What a function keeps of the catalogue it has then.
  await track(other, 'ZZZZZZ');
  const wrongCode = await asked(number, 'ZZZZZZ');
  expect(wrongCode.body.code).toBe('not-tracked');
  expect(await asked(other, 'A2B3C4')).toEqual(wrongCode);
});

test.each([
  ['a number that exists', number],
  ['a number that is none', other],
])('the sixth try within fifteen minutes is held, right or wrong: %s', async (_, of) => {
  // Small letters are the same number: they give nobody more tries.
  for (let n = 0; n < 5; n += 1) {
    expect(outline(await track(n % 2 ? of.toLowerCase() : of, 'ZZZZZZ'))).toEqual([404, 'not-tracked']);
  }
  const held = await track(of, 'A2B3C4');
  expect([outline(held), held.headers['Retry-After']]).toEqual([[429, 'too-many-tries'], '900']);
  later(15);
  expect(outline(await track(of, 'A2B3C4'))).toEqual(of === number ? [200, 'submitted'] : [404, 'not-tracked']);
});

test('right tries are never counted', async () => {
  for (let n = 0; n < 4; n += 1) await track(number, 'ZZZZZZ');
  for (let n = 0; n < 20; n += 1) expect((await track(number, 'A2B3C4')).status).toBe(200);
  await track(number, 'ZZZZZZ');
  expect((await track(number, 'A2B3C4')).status).toBe(429);
});

test('as many as look at one moment with the right code are all answered', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => track(number, 'A2B3C4')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

test('the number of another set’s case says where to ask, and is not counted', async () => {
  const far = '11350111MB011105034442199806003';
  const item = itemOf({ codes: { ...codes, implementing: { ...codes.implementing, jinan: far } } });
  const published = await cases.publish(world, { ...cases.publication, items: [item] });
  expect([published.status, published.body.errors]).toEqual([200, undefined]);
  later(1);
  const rows = table.rows().length;
  for (let n = 0; n < 6; n += 1) {
    const { status, body } = await track(`${far}202608030001`, 'A2B3C4');
    expect([status, body.code, body.district]).toEqual([404, 'tracked-elsewhere', 'jinan']);
  }
  expect(table.rows()).toHaveLength(rows);
});

test('many guesses at one moment are counted one after the other', async () => {
  const guesses = await Promise.all(Array.from({ length: 60 }, () => track(number, 'ZZZZZZ')));
  const told = guesses.filter(({ status }) => status === 404);
  expect(told.length).toBeLessThanOrEqual(5);
  expect(guesses.every(({ status }) => [404, 409, 429].includes(status))).toBe(true);
});

test.each([
  ['a number that is too short', number.slice(1), 'A2B3C4', 404, 'not-found'],
  ['a code that is too short', number, 'A2B3', 400, 'invalid-input'],
])('%s is refused and not counted', async (...[, of, given, ...expected]) => {
  const rows = table.rows().length;
  expect(outline(await track(of, given))).toEqual(expected);
  expect(table.rows()).toHaveLength(rows);
});
