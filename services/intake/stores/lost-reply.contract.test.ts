import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { on, queueHandler } from '#shared/queue';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { factsOfCase } from '../../../test/support/inbox.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../../test/support/intake.ts';
import { sqsEvent } from '../../../test/support/sqs-event.ts';
import { onApplicationSubmitted } from '../functions/facts/on-application-submitted.ts';
import { onCaseChanged } from '../functions/facts/on-case-changed.ts';

const engine = engineForTests();
let table: Table;
let world: IntakeWorld;
beforeEach(async () => {
  table = await engine.create();
  world = cases.intakeOver(table);
  await cases.publish(world);
});
afterEach(() => engine.faults.clear());
const lose = (operation: string) => engine.faults.add({ kind: 'lost-reply', operation, times: 1 });
const factsOf = async (id: string) => (await world.facts()).filter(({ subject }) => subject === id);

test('the client asks again after a lost reply: every act succeeds at once, and is done once', async () => {
  const id = await draft(world);
  for (const request of [cases.submit(id), cases.accept(id), cases.decide(id, 3)]) {
    lose('TransactWriteItems');
    expect((await world.send(request)).status).toBe(200);
  }
  expect(engine.faults.armed()).toBe(false);
  expect((await factsOf(id)).map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
  expect(body.items).toHaveLength(4);
});

test('a draft whose saving was carried out though the reply was lost is answered as saved', async () => {
  const id = await draft(world);
  lose('PutItem');
  expect((await world.send(cases.save(id, 1))).body).toMatchObject({ version: 2 });
  expect((await world.send(read(id))).body.version).toBe(2);
});

test('a read of personal data is recorded once', async () => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  lose('PutItem');
  expect((await world.send(read(id, { actor: people.approver, query: { reason: '核对材料' } }))).status).toBe(200);
  const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/access-records` });
  expect(body.items).toHaveLength(1);
});

test('conflicts with other transactions are waited out, up to three tries', async () => {
  const id = await draft(world);
  engine.faults.add({ kind: 'transaction-conflict', operation: 'TransactWriteItems', times: 2 });
  expect((await world.send(cases.submit(id))).status).toBe(200);
  engine.faults.add({ kind: 'transaction-conflict', operation: 'TransactWriteItems', times: 3 });
  const { status, body } = await world.send(cases.accept(id));
  expect([status, body.code]).toEqual([409, 'conflict']);
  expect(await factsOf(id)).toHaveLength(1);
});

test('the city’s copy follows its case, also in disorder and after lost replies', async () => {
  const consume = queueHandler(
    [
      on(ApplicationSubmittedV1, 'intake.on-application-submitted', onApplicationSubmitted),
      on(CaseChangedV2, 'intake.on-case-changed', onCaseChanged),
    ],
    { ...world.deps, set: 'fuzhou' },
  );
  const [submitted, accepted, granted] = factsOfCase(1, ['submitted', 'accepted', 'granted']);
  for (const fact of [accepted, submitted, granted, accepted, submitted]) {
    lose('TransactWriteItems');
    expect((await consume(sqsEvent(fact satisfies Envelope | undefined))).batchItemFailures).toEqual([]);
    engine.faults.clear();
  }
  const { body } = await world.send({ path: '/intake/applications', query: { mine: 'true' }, actor: people.company });
  expect(body.items).toMatchObject([{ status: 'decided', outcome: 'granted', dueAt: '2026-08-10T15:59:59.999Z' }]);
});
