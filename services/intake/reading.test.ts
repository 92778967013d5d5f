import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { partyIdOf } from '#shared/party';
import { staffActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world);
});
const create = (body: object, actor = people.company) =>
  world.send({ method: 'POST', path: '/intake/applications', actor, headers: cases.freshKey(), body });
const begun = { itemKey: 'food-business-licence', form: {}, channel: 'online' };
const outline = ({ status, body }: cases.Answer) => [status, body.code];

describe('to begin an application', () => {
  test('gives its place, its version and what may be done next', async () => {
    const { status, headers, body } = await create(begun);
    expect(status).toBe(201);
    expect(headers).toMatchObject({ ETag: '"1"', Location: `applications/${body.id}` });
    expect(body).toEqual({ id: body.id, status: 'draft', version: 1, actions: ['edit', 'submit', 'withdraw'] });
  });

  test.each<[string, object, number, string]>([
    ['an unknown item', { itemKey: 'none' }, 404, 'item-unknown'],
    ['an item that is a guide only', { itemKey: 'guide-only' }, 409, 'item-not-online'],
    ['a channel of the desks', { channel: 'window' }, 400, 'invalid-input'],
    ['a channel that is none', { channel: 'fax' }, 400, 'invalid-input'],
    ['a form that is no object', { form: [] }, 400, 'invalid-input'],
    ['a surplus field', { more: 1 }, 400, 'invalid-input'],
    [
      'another party as applicant',
      { applicant: { kind: 'organisation', uscc: '91110000600037341L' } },
      403,
      'party-not-yours',
    ],
    ['an applicant without a number', { applicant: { kind: 'organisation' } }, 400, 'invalid-input'],
  ])('%s is refused, and leaves nothing', async (_, change, ...expected) => {
    const rows = table.rows().length;
    expect(outline(await create({ ...begun, ...change }))).toEqual(expected);
    expect(table.rows()).toHaveLength(rows);
  });

  test('for an organisation that one may act for', async () => {
    const uscc = '91110000600037341L';
    const partyId = partyIdOf(cases.cityKey, { kind: 'uscc', number: uscc });
    const agent = { ...people.agent, orgs: [partyId] };
    const { status, body } = await create({ ...begun, applicant: { kind: 'organisation', uscc } }, agent);
    expect(status).toBe(201);
    const { body: timeline } = await world.send({
      ...read(body.id, { actor: agent }),
      path: `/intake/applications/${body.id}/timeline`,
    });
    expect(timeline.items).toMatchObject([{ act: 'create', actor: 'agent', onBehalfOf: partyId }]);
  });

  test('at a desk: staff name the applicant, in the channel of their post, and may hand it in for him', async () => {
    const document = { kind: 'resident-id', number: '11010519491231002X' };
    const at = { ...begun, channel: 'window', form: cases.goodForm, entry: entryAt.window };
    expect(outline(await create(at, people.clerk))).toEqual([400, 'invalid-input']);
    expect(
      outline(await create({ ...at, channel: 'kiosk', applicant: { kind: 'person', document } }, people.clerk)),
    ).toEqual([400, 'invalid-input']);
    const { status, body } = await create({ ...at, applicant: { kind: 'person', document } }, people.clerk);
    expect([status, body.actions]).toEqual([201, ['edit', 'submit', 'withdraw']]);
    const citizen = {
      ...people.stranger,
      partyId: partyIdOf(cases.cityKey, { kind: 'resident-id', number: document.number }),
    };
    expect((await world.send(read(body.id, { actor: citizen }))).status).toBe(200);
    expect((await world.send(cases.submit(body.id, { actor: people.clerk }))).body).toMatchObject({
      status: 'submitted',
      actions: ['accept', 'request-correction', 'propose-refusal', 'signpost', 'signpost-agreed', 'recuse', 'withdraw'],
    });
  });
});

describe('a form that does not fit when it is handed in', () => {
  test('is refused with every fault, pointed at, in the language of the reader', async () => {
    const id = await draft(world, { operator: 'x', more: 1 });
    const answer = await world.send(cases.submit(id, { headers: { 'Accept-Language': 'zh' } }));
    expect(outline(answer)).toEqual([400, 'form-invalid']);
    const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(new Set(pointers)).toEqual(new Set(['/form/operator', '/form/contact', '/form/more']));
    for (const { message } of answer.body.errors) expect(message).toMatch(/\p{Script=Han}/u);
  });

  test('writes nothing: mended, it goes through with the same key', async () => {
    const id = await draft(world, {});
    const request = cases.submit(id);
    expect((await world.send(request)).status).toBe(400);
    await world.send(cases.save(id, 1));
    expect((await world.send(request)).status).toBe(200);
  });
});

test.each<[string, object, typeof people.clerk]>([
  ['a channel of the desks', { channel: 'window' }, people.company],
  ['a channel of another desk', { channel: 'kiosk' }, people.clerk],
  ['no applicant named at a desk', { channel: 'window', entry: entryAt.window }, people.clerk],
  ['a code that is none', { applicant: { kind: 'organisation', uscc: 'x' } }, people.company],
])('%s is explained in the language of the reader', async (_, change, actor) => {
  for (const [language, words] of [
    ['zh-CN', /^\p{Script=Han}+。$/u],
    ['en', /^[A-Z][ -~]+\.$/],
  ] as const) {
    const headers = { ...cases.freshKey(), 'Accept-Language': language };
    const body = { ...begun, ...change };
    const answer = await world.send({ method: 'POST', path: '/intake/applications', actor, headers, body });
    expect(answer.body.errors).toMatchObject([{ message: expect.stringMatching(words) }]);
  }
});

describe('nobody handles his own case, nor that of an organisation he may act for', () => {
  test.each([
    ['accept', { partyId: 'p_company' }],
    ['decide', { partyId: 'p_company' }],
    ['accept', { orgs: ['p_company'] }],
    ['decide', { orgs: ['p_company'] }],
  ])('%s %j', async (name, ties) => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    const self = { ...people.approver, ...ties };
    if (name === 'decide') await world.send(cases.accept(id));
    const request = name === 'accept' ? cases.accept(id, { actor: self }) : cases.decide(id, 3, { actor: self });
    expect(outline(await world.send(request))).toEqual([403, 'own-case']);
  });
});

const records = (id: string, actor = people.company) =>
  world.send({ ...read(id, { actor }), path: `/intake/applications/${id}/access-records` });

describe('personal data', () => {
  test('are masked for staff, unless they say why: then the read is on record', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    const masked = await world.send(read(id, { actor: people.approver }));
    expect(masked.body).toMatchObject({
      masked: true,
      form: { operator: '示例公司', contact: { name: '段**', phone: '180****1999' } },
    });
    expect((await records(id)).body.items).toEqual([]);

    const seen = await world.send(read(id, { actor: people.approver, query: { reason: '核对材料' } }));
    expect(seen.body).toMatchObject({ masked: false, form: cases.goodForm });
    const expected = [{ at: '2026-08-03T01:00:00.000Z', office: 'gulou/amr', actor: 'approver', reason: '核对材料' }];
    expect((await records(id)).body.items).toEqual(expected);
    expect((await records(id, people.supervisor)).body.items).toEqual(expected);
    expect((await records(id, people.stranger)).status).toBe(404);
    expect((await records(id, people.approver)).status).toBe(403);
  });

  test('are shown to no one when the read cannot be recorded', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    table.spoil('outage');
    const { status, body } = await world.send(read(id, { actor: people.approver, query: { reason: '核对材料' } }));
    expect([status, body.form]).toEqual([500, undefined]);
  });

  test('need no reason from the applicant, whose reads are not recorded', async () => {
    const id = await draft(world);
    expect((await world.send(read(id, { query: { reason: '核对材料' } }))).body.masked).toBe(false);
    expect((await records(id)).body.items).toEqual([]);
  });

  test('stand in no key, no fact, no log line and no reply of an act', async () => {
    const id = await draft(world);
    const answers = [
      await world.send(cases.submit(id)),
      await world.send(cases.accept(id)),
      await world.send(cases.decide(id, 3)),
    ];
    const keys = table.rows().map(({ pk, sk, pk1, sk1, pk2, sk2 }) => [pk, sk, pk1, sk1, pk2, sk2]);
    const told = JSON.stringify([answers, keys, await world.facts(), world.deps.log.lines]);
    expect(told).not.toMatch(/段正淳|18049531999|示例公司|同意/);
  });
});

test('a supervisor of the district reads every case that was handed in, a lead those of his department', async () => {
  const id = await draft(world);
  const lead = staffActor('lead', { department: 'amr' });
  expect((await world.send(read(id, { actor: people.supervisor }))).status).toBe(404);
  await world.send(cases.submit(id));
  expect((await world.send(read(id, { actor: people.supervisor }))).body).toMatchObject({ masked: true, actions: [] });
  expect((await world.send(read(id, { actor: lead }))).status).toBe(200);
  expect((await world.send(read(id, { actor: staffActor('lead', { department: 'health' }) }))).status).toBe(404);
});
