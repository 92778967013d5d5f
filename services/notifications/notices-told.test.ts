import { beforeEach, describe, expect, test } from 'vitest';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import type { Actor } from '#shared/actor';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { gatewayEvent, lambdaContext, type Request } from '../../test/support/gateway-event.ts';
import { factsOfCase, notificationsOver } from '../../test/support/inbox.ts';
import { envelopeOf } from '../../test/support/facts.ts';
import { outboxOf } from '../../test/support/settle.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { deliverDue } from '../../test/support/sending.ts';
import { passTime } from './functions/tick/pass-time.ts';

const company = applicantActor('company', { kind: 'organisation' });
const clerk = staffActor('window', { district: 'gulou' }, 'clerk');

describe('a fact that the rules want told beyond the inbox', () => {
  let table: FakeTable;
  let service: ReturnType<typeof notificationsOver>;
  beforeEach(() => {
    table = fakeTable();
    service = notificationsOver(table);
  });
  let asked = 0;
  const ask = async (request: Partial<Request> & { path: string }, actor: Actor) => {
    const headers = { 'Idempotency-Key': `k${(asked += 1)}` };
    const { statusCode, body } = await service.handle(gatewayEvent({ headers, ...request, actor }), lambdaContext);
    return { status: statusCode, body: JSON.parse(body) };
  };
  const notices = () => table.rows().filter(({ pk, sk }) => String(pk).startsWith('NOTICE#') && sk === 'REC');
  const hear = (...facts: Parameters<typeof sqsEvent>) => service.consume(sqsEvent(...facts));
  /** As the sender is told by its queue. */
  const send = () => deliverDue(table, service.deps);

  async function taskOf(): Promise<string> {
    await hear(...factsOfCase(1, ['submitted', 'accepted']));
    service.clock.at = new Date('2026-08-05T16:00:01Z');
    await passTime(service.deps)();
    await send();
    const { body } = await ask({ path: '/notifications/tasks' }, clerk);
    return body.items[0].id;
  }

  async function tasksAt(at: string) {
    service.clock.at = new Date(at);
    await passTime(service.deps)();
    await send();
    return (await ask({ path: '/notifications/tasks' }, clerk)).body.items;
  }

  test('is one notice with the line, in one transaction, however often it comes', async () => {
    const facts = factsOfCase(1, ['submitted', 'accepted']);
    await hear(...facts, ...facts);
    await hear(...facts);
    expect(notices().map(({ message, statutory }) => [message, statutory])).toEqual([['accepted', true]]);
    const { body } = await ask({ path: '/notifications/inbox' }, company);
    expect(body.items[0]).toMatchObject({ message: 'accepted', noticeId: notices()[0]?.['id'] });
    expect(body.items[1]).not.toHaveProperty('noticeId');
  });

  test('whoever has nothing but his inbox is looked for by staff after two working days, not before', async () => {
    await hear(...factsOfCase(1, ['submitted', 'accepted']));
    service.clock.at = new Date('2026-08-05T15:59:00Z');
    await passTime(service.deps)();
    await send();
    expect((await ask({ path: '/notifications/tasks' }, clerk)).body.items).toEqual([]);
    service.clock.at = new Date('2026-08-05T16:00:01Z');
    await passTime(service.deps)();
    await send();
    const { body } = await ask({ path: '/notifications/tasks' }, clerk);
    expect(body.items).toMatchObject([{ message: 'accepted', district: 'gulou', actions: ['done', 'failed'] }]);
    expect(body.items[0].text).toMatch(/已受理/);
    const elsewhere = staffActor('window', { district: 'jinan' }, 'clerk of Jinan');
    expect((await ask({ path: '/notifications/tasks' }, elsewhere)).body.items).toEqual([]);
  });

  test('the two working days are those of the calendar as it is published: another day off, and staff look for him a day later', async () => {
    const published = { year: 2026, version: 2, notice: '国办发明电〔2026〕1号', off: ['2026-08-04'], worked: [] };
    await hear(envelopeOf({ type: CalendarPublishedV1.type, district: 'fuzhou', data: published }));
    await hear(...factsOfCase(1, ['submitted', 'accepted']));
    expect(await tasksAt('2026-08-06T15:59:00Z')).toEqual([]);
    expect(await tasksAt('2026-08-06T16:00:01Z')).toMatchObject([{ message: 'accepted' }]);
  });

  test('that staff have told counts as served from when they say; the proof says how, and the district hears of it', async () => {
    const id = await taskOf();
    const done = { method: 'POST', path: `/notifications/tasks/${id}/done` };
    const at = '2026-08-05T16:00:00.000Z';
    expect(await ask({ ...done, body: { how: 'telephone', at } }, clerk)).toMatchObject({
      status: 200,
      body: { id, status: 'delivered', actions: [] },
    });
    expect(await ask({ ...done, body: { how: 'letter' } }, clerk)).toMatchObject({
      status: 409,
      body: { code: 'task-done' },
    });
    expect((await ask({ path: '/notifications/tasks' }, clerk)).body.items).toEqual([]);
    const { body } = await ask({ path: `/notifications/${id}/proof` }, company);
    expect(body).toMatchObject({
      text: '您的申请已受理。',
      proved: { step: 'delivered', channel: 'task', at, counts: true },
      deliveries: [{ channel: 'task', status: 'delivered', how: 'telephone' }],
    });
    expect(body.timeline.map(({ act }: { act: string }) => act)).toEqual([
      'create',
      'queue',
      'begin',
      'hand-over',
      'deliver',
    ]);
    const proved = outboxOf(table).filter(({ type }) => type === 'notifications.notice-proved.v1');
    expect(proved.map(({ data, toDistrict }) => [data['step'], data['counts'], toDistrict])).toEqual([
      ['sent', false, 'gulou'],
      ['delivered', true, 'gulou'],
    ]);
  });

  test('staff tell of it neither later than now nor before there was a notice: service would count from that day', async () => {
    const id = await taskOf();
    const done = { method: 'POST', path: `/notifications/tasks/${id}/done` };
    for (const at of ['2026-08-05T16:00:02Z', '2036-08-05T16:00:00Z', '2026-07-01T00:00:00Z']) {
      const refused = await ask({ ...done, body: { how: 'telephone', at } }, clerk);
      expect([at, refused.status, refused.body.code]).toEqual([at, 400, 'told-out-of-time']);
    }
    expect((await ask({ path: '/notifications/tasks' }, clerk)).body.items).toHaveLength(1);
  });

  test('nobody but the party and the staff of its district reads the proof, or ends the task', async () => {
    const id = await taskOf();
    const stranger = applicantActor('stranger');
    const far = staffActor('window', { district: 'jinan' }, 'far');
    for (const actor of [stranger, far])
      expect((await ask({ path: `/notifications/${id}/proof` }, actor)).status).toBe(404);
    const failed = { method: 'POST', path: `/notifications/tasks/${id}/failed`, body: { why: 'moved' } };
    expect((await ask(failed, far)).status).toBe(404);
    expect(await ask(failed, clerk)).toMatchObject({ status: 200, body: { status: 'permanent-failure' } });
  });
});
