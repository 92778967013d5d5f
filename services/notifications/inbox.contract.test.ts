import { beforeEach, describe, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import { uuid } from '../../test/support/facts.ts';
import { gatewayEvent, lambdaContext, type Request } from '../../test/support/gateway-event.ts';
import { factsOfCase, notificationsOver, withdrawnDraft } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

const engine = engineForTests();

const company = applicantActor('company', { kind: 'organisation' });
const done = { batchItemFailures: [] };

describe.each(engine.tables)('the inbox over %s', (_, create) => {
  let service: ReturnType<typeof notificationsOver>;
  beforeEach(async () => {
    service = notificationsOver(await create());
  });
  const inbox = async (request: Partial<Request> = {}) => {
    const event = gatewayEvent({ path: '/notifications/inbox', actor: company, ...request });
    const { statusCode, body } = await service.handle(event, lambdaContext);
    return { status: statusCode, body: JSON.parse(body) };
  };
  const messages = async (query = {}) =>
    (await inbox({ query })).body.items.map(({ message }: { message: string }) => message);

  test('tells each fact once, newest first, though the queue delivers twice', async () => {
    const facts = factsOfCase(1, ['submitted', 'accepted', 'granted']);
    for (const fact of facts) expect(await service.consume(sqsEvent(fact, fact))).toEqual(done);
    for (const fact of facts) expect(await service.consume(sqsEvent(fact))).toEqual(done);
    expect(await messages()).toEqual(['granted', 'accepted', 'submitted']);
    expect((await inbox()).body.items[2]).toEqual({
      id: facts[0]?.id,
      at: '2026-08-03T01:00:00.000Z',
      caseId: uuid(1, 1),
      itemKey: 'food-business-licence',
      district: 'gulou',
      read: false,
      link: `/intake/applications/${uuid(1, 1)}`,
      message: 'submitted',
      text: '您的申请已提交，等待受理。',
    });
  });

  test('tells who holds a case for a party that was made later as well as that party', async () => {
    const [submitted, granted] = factsOfCase(1, ['submitted', 'granted']);
    const held = { ...submitted!, data: { ...submitted!.data, heldBy: 'p_founder' } };
    for (const fact of [granted!, held]) expect(await service.consume(sqsEvent(fact))).toEqual(done);
    const { body } = await inbox({ actor: applicantActor('founder', { partyId: 'p_founder' }) });
    expect(body.items.map(({ message }: { message: string }) => message)).toEqual(['granted', 'submitted']);
    expect(await messages()).toEqual(['granted', 'submitted']);
  });

  test('in the language of the reader', async () => {
    await service.consume(sqsEvent(...factsOfCase(1, ['submitted'])));
    const { body } = await inbox({ headers: { 'Accept-Language': 'en' } });
    expect(body.items[0].text).toMatch(/^Your application/);
  });

  test('a change that overtook its case waits for it; nothing is told of an unknown case', async () => {
    const [submitted, accepted, refused] = factsOfCase(1, ['submitted', 'accepted', 'refused']);
    expect(await service.consume(sqsEvent(refused))).toEqual(done);
    expect(await service.consume(sqsEvent(accepted, refused))).toEqual(done);
    expect(await messages()).toEqual([]);
    expect(await service.consume(sqsEvent(submitted))).toEqual(done);
    expect(await messages()).toEqual(['refused', 'accepted', 'submitted']);
  });

  test('all facts of a case in one batch, side by side', async () => {
    const facts = factsOfCase(1, ['submitted', 'accepted', 'withdrawn']);
    const result = await service.consume(sqsEvent(...facts.toReversed(), ...facts));
    // What lost every race is delivered again.
    if (result.batchItemFailures.length > 0) await service.consume(sqsEvent(...facts));
    expect(await messages()).toEqual(['withdrawn', 'accepted', 'submitted']);
  });

  test('a withdrawn draft is told although nothing was handed in', async () => {
    await service.consume(sqsEvent(withdrawnDraft(1)));
    expect((await inbox()).body.items).toMatchObject([{ message: 'draft-withdrawn', district: 'gulou' }]);
  });

  test('is the reader’s own, and of no one else', async () => {
    await service.consume(sqsEvent(...factsOfCase(1, ['submitted']), ...factsOfCase(2, ['submitted'], 'p_wang')));
    expect((await inbox()).body.items).toMatchObject([{ caseId: uuid(1, 1) }]);
    expect((await inbox({ actor: applicantActor('wang', { assurance: 1 }) })).body.items).toMatchObject([
      { caseId: uuid(2, 1) },
    ]);
    expect((await inbox({ actor: applicantActor('li') })).body.items).toEqual([]);
    expect((await inbox({ actor: staffActor('finance') })).status).toBe(403);
    expect((await inbox({ actor: undefined })).status).toBe(401);
  });

  test('shows what nobody has read, in pages, and counts it; one line and all of them are read', async () => {
    for (let n = 1; n <= 3; n++) await service.consume(sqsEvent(...factsOfCase(n, ['submitted', 'accepted'])));
    const act = (path: string) =>
      inbox({ method: 'POST', path: `/notifications/inbox/${path}`, body: {}, headers: { 'Idempotency-Key': path } });
    const count = async () => (await inbox({ path: '/notifications/inbox/unread-count' })).body;
    const opened = uuid(2 * 16 + 1, 2);
    expect([(await act(`${opened}/read`)).body, await count()]).toEqual([
      { id: opened, status: 'read' },
      { count: 5, more: false },
    ]);
    const unread: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await inbox({ query: { unread: 'true', limit: '2', ...(cursor && { cursor }) } });
      unread.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect([new Set(unread).size, unread.includes(opened)]).toEqual([5, false]);
    expect((await act('read-all')).body).toEqual({ status: 'read', more: false });
    expect([await count(), await messages({ unread: 'true' })]).toEqual([{ count: 0, more: false }, []]);
    expect((await inbox()).body.items.map(({ read }: { read: boolean }) => read)).toEqual(Array(6).fill(true));
  });

  test('comes in pages, each line once', async () => {
    for (let n = 1; n <= 3; n++) await service.consume(sqsEvent(...factsOfCase(n, ['submitted'])));
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await inbox({ query: { limit: '2', ...(cursor && { cursor }) } });
      found.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(found.toSorted()).toEqual([1, 2, 3].map((n) => factsOfCase(n, ['submitted'])[0]?.id ?? ''));
  });

  test.each(['x', '', Buffer.from('["",""]').toString('base64url'), 'W10'])(
    'a forged cursor is a 400: %o',
    async (cursor) => {
      const { status, body } = await inbox({ query: { cursor } });
      expect([status, body.code]).toEqual([400, 'invalid-cursor']);
    },
  );
});
