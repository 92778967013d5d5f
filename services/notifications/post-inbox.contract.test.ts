import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import { uuid } from '../../test/support/facts.ts';
import { gatewayEvent, lambdaContext, type Request } from '../../test/support/gateway-event.ts';
import { factsOfCase, notificationsOver, warningGiven } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

const engine = engineForTests();

const head = staffActor('head', { department: 'amr' });
const supervisor = staffActor('supervisor');

describe.each(engine.tables)('the inbox of a post, over %s', (_, create) => {
  let service: ReturnType<typeof notificationsOver>;
  beforeEach(async () => {
    service = notificationsOver(await create());
  });
  const inbox = async (actor: Actor, request: Partial<Request> = {}) => {
    const event = gatewayEvent({ path: '/notifications/inbox', actor, ...request });
    const { statusCode, body } = await service.handle(event, lambdaContext);
    return { status: statusCode, ...JSON.parse(body) };
  };
  const told = async (actor: Actor) => (await inbox(actor)).items.map(({ message }: { message: string }) => message);

  test('tells the head of the department that is late, and the supervisors of its district, each once', async () => {
    const facts = [warningGiven(1), warningGiven(2, { to: 'supervisor' })];
    await service.consume(sqsEvent(...facts, ...facts));
    await service.consume(sqsEvent(...facts));
    expect((await inbox(head)).items).toEqual([
      {
        id: facts[0]?.id,
        at: '2026-08-03T01:01:00.000Z',
        caseId: uuid(1, 1),
        message: 'overdue-head',
        district: 'gulou',
        post: 'head',
        department: 'amr',
        dueAt: '2026-08-02T15:59:59.999Z',
        read: false,
        link: `/intake/applications/${uuid(1, 1)}`,
        text: '本部门有办件已超过承诺时限仍未办结，请督促办理。',
      },
    ]);
    expect(await told(supervisor)).toEqual(['overdue-supervisor']);
    expect(await told(staffActor('head', { department: 'health' }))).toEqual([]);
    expect(await told(staffActor('head', { department: 'amr', district: 'jinan' }))).toEqual([]);
    expect(await told(staffActor('supervisor', { district: 'jinan' }))).toEqual([]);
  });

  test('is that of the posts held today: who has left one reads it no more, who holds two reads both, newest first', async () => {
    await service.consume(
      sqsEvent(
        warningGiven(1, { kind: 'step-overdue', task: 2 }),
        warningGiven(2, { kind: 'tolerance-lapsed', department: 'health' }),
        warningGiven(3, { to: 'supervisor' }),
      ),
    );
    const both = [...head.posts, { role: 'head' as const, district: 'gulou', department: 'health' }];
    expect(await told({ ...head, posts: both })).toEqual(['tolerance-lapsed', 'step-overdue']);
    const left = { ...both[0], role: 'head' as const, district: 'gulou', until: '2026-08-01T00:00:00Z' };
    expect(await told({ ...head, posts: [left, ...both.slice(1)] })).toEqual(['tolerance-lapsed']);
    expect(await told({ ...head, posts: [...both, ...supervisor.posts] })).toHaveLength(3);
  });

  test('comes in pages over all posts, each line once, in the language of the reader', async () => {
    const facts = Array.from({ length: 7 }, (_unused, n) =>
      warningGiven(n + 1, n % 3 === 0 ? { to: 'supervisor' } : { department: n % 2 === 0 ? 'amr' : 'health' }),
    );
    await service.consume(sqsEvent(...facts));
    const health = { role: 'head' as const, district: 'gulou', department: 'health' };
    const all = { ...head, posts: [...head.posts, health, ...supervisor.posts] };
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await inbox(all, { query: { limit: '2', ...(cursor && { cursor }) } });
      found.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(facts.map(({ id }) => id).toReversed());
    expect((await inbox(head, { headers: { 'Accept-Language': 'en' } })).items[0].text).toMatch(/^A case of your/);
  });

  test('tells the head of the department that decided what the supervising body says, and by when to answer', async () => {
    const { dueAt: _, ...rest } = warningGiven(1).data;
    const data = {
      ...rest,
      itemKey: 'item',
      supervisingBody: 'health',
      said: 'does-not-conform',
      answerBy: '2026-08-10T15:59:59.999Z',
    };
    await service.consume(sqsEvent({ ...warningGiven(1), type: 'intake.supervision-reported.v1', data }));
    expect((await inbox(head)).items).toMatchObject([
      { message: 'supervision-does-not-conform', department: 'amr', dueAt: '2026-08-10T15:59:59.999Z' },
    ]);
  });

  test('is no applicant’s: a head who applies for himself finds his cases as a person, and nothing of his post', async () => {
    await service.consume(sqsEvent(warningGiven(1), ...factsOfCase(1, ['submitted'], head.partyId)));
    expect(await told(head)).toEqual(['overdue-head']);
    expect(await told({ ...head, kind: 'person', posts: [] })).toEqual(['submitted']);
  });
});
