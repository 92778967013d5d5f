import { beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../../test/support/intake.ts';

const engine = engineForTests();

describe.each(engine.tables)('a case over %s', (_, create) => {
  let table: Table;
  let world: IntakeWorld;
  beforeEach(async () => {
    table = await create();
    world = cases.intakeOver(table);
    expect((await cases.publish(world)).status).toBe(200);
  });
  const statusOf = async (request: Parameters<IntakeWorld['send']>[0]) => (await world.send(request)).status;

  test('lives from draft to decision, each step once, with its fact', async () => {
    const id = await draft(world);
    const submitted = await world.send(cases.submit(id));
    expect(submitted).toMatchObject({
      status: 200,
      headers: { ETag: '"2"' },
      body: { id, status: 'submitted', version: 2, actions: ['withdraw'] },
    });
    const accepted = await world.send(cases.accept(id));
    const open = ['recuse', 'suspend', 'request-supplement', 'decide', 'forward', 'propose-void'];
    const { number } = submitted.body;
    expect(number).toMatch(/^\w{31}202608030001$/);
    expect(accepted.body).toEqual({ id, status: 'accepted', version: 3, number, actions: open });
    const decided = await world.send(cases.decide(id, 3));
    expect(decided.body).toEqual({ id, status: 'decided', version: 4, number, actions: ['correct'] });

    const found = await world.send(read(id));
    expect(found).toMatchObject({ status: 200, headers: { ETag: '"4"' } });
    expect(found.body).toEqual({
      id,
      status: 'decided',
      version: 4,
      actions: ['correct', 'review'],
      asked: [],
      followedBy: [],
      itemKey: 'food-business-licence',
      number,
      trackingCode: 'A2B3C4',
      itemVersion: 1,
      situation: '新办',
      handling: 'promised',
      committed: false,
      department: 'amr',
      departments: ['amr'],
      channel: 'online',
      appliesAs: ['2', '3', '4', '5', '6'],
      createdAt: '2026-08-03T01:00:00.000Z',
      submittedAt: '2026-08-03T01:00:00.000Z',
      firstClerk: 'approver',
      corrections: [],
      acceptedAt: '2026-08-03T01:00:00.000Z',
      acceptedBy: 'office',
      tasks: [],
      visits: 0,
      recused: [],
      pauses: [],
      dueAt: '2026-08-10T15:59:59.999Z',
      legalDueAt: '2026-08-31T15:59:59.999Z',
      provisional: false,
      warned: [],
      outcome: 'granted',
      decidedAt: '2026-08-03T01:00:00.000Z',
      decision: { outcome: 'granted', opinion: '同意' },
      form: cases.goodForm,
      prefilled: [],
      masked: false,
    });
    const facts = (await world.facts()).filter(({ subject }) => subject === id);
    expect(facts.map(({ sequence, type, data }) => [sequence, type, data['state']])).toEqual([
      [2, 'intake.application-submitted.v1', undefined],
      [3, 'intake.case-changed.v2', 'accepted'],
      [4, 'intake.case-changed.v2', 'decided'],
    ]);
  });

  test('the timeline tells each act once', async () => {
    const id = await draft(world);
    await world.send(cases.save(id, 1));
    await world.send(cases.submit(id, { actor: people.agent }));
    await world.send(cases.accept(id));
    await world.send(cases.withdraw(id));
    const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
    const at = '2026-08-03T01:00:00.000Z';
    expect(body.items).toEqual([
      { at, act: 'create', office: 'applicant', actor: 'company' },
      { at, act: 'submit', office: 'applicant', actor: 'agent', onBehalfOf: 'p_company' },
      { at, act: 'accept', office: 'gulou/amr', actor: 'approver' },
      { at, act: 'withdraw', office: 'applicant', actor: 'company', reason: '不办了' },
    ]);
  });

  test('two clerks accept at once: one wins, the other is told the state', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    const both = await Promise.all([
      world.send(cases.accept(id)),
      world.send(cases.accept(id, { actor: people.clerk })),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const loser = both.find(({ status }) => status === 409);
    expect([loser?.body.code, loser?.headers['Retry-After']]).toEqual(['wrong-state', undefined]);
    expect((await world.facts()).filter(({ data }) => data['state'] === 'accepted')).toHaveLength(1);
    expect((await world.send(read(id))).body.version).toBe(3);
  });

  test('a repeated act with the same key is answered as the first, and done once', async () => {
    const id = await draft(world);
    const request = cases.submit(id);
    const first = await world.send(request);
    const again = await world.send(request);
    expect(again.headers['Idempotent-Replayed']).toBe('true');
    expect([again.status, again.body, again.headers['ETag']]).toEqual([200, first.body, first.headers['ETag']]);
    const racing = await Promise.all([world.send(cases.accept(id)), world.send(request), world.send(request)]);
    expect(racing.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await world.facts()).filter(({ subject }) => subject === id)).toHaveLength(2);
  });

  test('many duplicates of one creation at once make one case', async () => {
    const body = { itemKey: 'food-business-licence', form: {}, channel: 'app' };
    const request = {
      method: 'POST',
      path: '/intake/applications',
      actor: people.company,
      headers: cases.freshKey(),
      body,
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.send(request)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    const mine = await world.send({ path: '/intake/applications', query: { mine: 'true' }, actor: people.company });
    expect(mine.body.items).toHaveLength(1);
    expect((await world.send({ ...request, body: { ...body, channel: 'online' } })).status).toBe(422);
  });

  test('decide asks for the version that was read, and for reasons where it refuses', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    const refusal = { outcome: 'refused', opinion: '不同意' };
    const answers = [
      await world.send(cases.decide(id, 2)),
      await world.send({ ...cases.decide(id, 3), headers: cases.freshKey() }),
      await world.send(cases.decide(id, 3, { body: refusal })),
      await world.send(cases.decide(id, 3, { body: { ...refusal, outcome: 'approved' } })),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [412, 'version-stale'],
      [428, 'if-match-missing'],
      [400, 'invalid-input'],
      [400, 'invalid-input'],
    ]);
    expect(answers[2]?.body.errors).toMatchObject([{ pointer: '/reasons' }]);
    expect(await statusOf(cases.decide(id, 3, { body: { ...refusal, reasons: '场所不符' } }))).toBe(200);
    expect((await world.send(read(id))).body.decision).toEqual({ ...refusal, reasons: '场所不符' });
  });
});
