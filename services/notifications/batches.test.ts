import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { fileFor, people, rowsFor, waterOff } from '../../test/support/batch-rows.ts';
import { checker, openBatches } from '../../test/support/batches.ts';
import { outcome } from '../../test/support/contact.ts';
import { cityKey } from '../../test/support/inbox.ts';

let world: ReturnType<typeof openBatches>;
beforeEach(async () => {
  world = openBatches();
  await world.publish();
});

describe('a batch', () => {
  test('of a request is sent once another person has approved it: each row once, in the words of its template', async () => {
    await world.reach(people(3));
    const made = await world.make({ rows: rowsFor(people(3)) });
    expect([made.status, made.body.status, made.body.actions]).toEqual([201, 'to-approve', ['cancel']]);
    await world.settle();
    expect(world.provider.sent).toEqual([]);
    const { status, body } = await world.act(made.body.id, 'approve');
    expect([status, body.status]).toEqual([200, 'scheduled']);
    await world.settle();
    expect(world.provider.sent.map(({ text }) => text)).toEqual([
      '五一北路0号停水至2026-08-05。',
      '五一北路1号停水至2026-08-05。',
      '五一北路2号停水至2026-08-05。',
    ]);
    const progress = { rows: 3, taken: 3, sent: 3, queued: 0 };
    expect(await world.show(made.body.id)).toMatchObject({ status: 'done', actions: [], progress });
    expect([...world.files.keys()]).toEqual([]);
  });

  test('of a file is read as a whole, and goes the same way; its file is gone once it is read, its rows once they are told', async () => {
    await world.reach(people(20));
    const id = await world.send(fileFor(people(20)));
    await world.settle();
    expect(await world.show(id)).toMatchObject({ status: 'to-approve', rows: 20 });
    expect([...world.files.keys()]).toEqual([`rows/${id}/0.json`]);
    await world.act(id, 'approve');
    await world.settle();
    expect(world.provider.sent).toHaveLength(20);
    expect(await world.show(id)).toMatchObject({ status: 'done', progress: { rows: 20, taken: 20, sent: 20 } });
    expect([...world.files.keys()]).toEqual([]);
  });

  test('is let go by nobody who has made it, whichever post he holds', async () => {
    const made = await world.make({ rows: rowsFor(people(1)) });
    expect(outcome(await world.act(made.body.id, 'approve', { role: 'catalogue-publisher', by: 'maker' }))).toEqual([
      403,
      'own-batch',
    ]);
  });

  test('of another district is not found, whatever is asked of it', async () => {
    const made = await world.make({ rows: rowsFor(people(1)) });
    const jinan = { district: 'jinan' };
    expect((await world.make({ rows: rowsFor(people(1)) }, jinan)).status).toBe(404);
    expect((await world.ask('GET batches', { query: { district: 'gulou' }, ...jinan })).status).toBe(404);
    expect((await world.ask(`GET batches/${made.body.id}/progress`, jinan)).status).toBe(404);
    for (const act of ['approve', 'pause', 'resume', 'cancel']) {
      const as = { role: 'catalogue-publisher', by: 'checker', ...jinan } as const;
      expect((await world.act(made.body.id, act, as)).status).toBe(404);
    }
  });

  test.each(['approve', 'pause', 'resume', 'cancel'])('is acted on by the version that was read: %s', async (name) => {
    const made = await world.make({ rows: rowsFor(people(1)) });
    expect((await world.ask(`GET batches/${made.body.id}/progress`)).headers).toMatchObject({ ETag: '"1"' });
    expect(outcome(await world.act(made.body.id, name, { ...checker, ifMatch: '' }))).toEqual([
      428,
      'if-match-missing',
    ]);
    expect(outcome(await world.act(made.body.id, name, { ...checker, ifMatch: '"2"' }))).toEqual([
      412,
      'version-stale',
    ]);
    expect(await world.show(made.body.id)).toMatchObject({ status: 'to-approve', version: 1 });
  });

  test('stands in the list of its district, newest first, with what this reader may do', async () => {
    const ids: string[] = [];
    for (const title of ['甲', '乙', '丙']) {
      ids.unshift((await world.make({ title, rows: rowsFor(people(1)) })).body.id);
      world.service.clock.at = new Date(world.service.clock.at.getTime() + 1000);
    }
    const query = { district: 'gulou', limit: '2' };
    const first = (await world.ask('GET batches', { query, role: 'catalogue-publisher', by: 'checker' })).body;
    expect(first.items.map(({ id, actions }: { id: string; actions: string[] }) => [id, actions])).toEqual(
      ids.slice(0, 2).map((id) => [id, ['approve', 'cancel']]),
    );
    const rest = (await world.ask('GET batches', { query: { ...query, cursor: first.nextCursor } })).body;
    expect(rest).toMatchObject({ items: [{ id: ids[2], title: '甲' }], nextCursor: null });
  });

  test('asked for again by its key is the same one, and is another thing under another key', async () => {
    const key = randomUUID();
    const [one, again, other] = [
      await world.make({ rows: rowsFor(people(1)) }, { key }),
      await world.make({ rows: rowsFor(people(1)) }, { key }),
      await world.make({ rows: rowsFor(people(2)) }, { key }),
    ];
    expect([again.body, again.headers?.['Idempotent-Replayed']]).toEqual([one.body, 'true']);
    expect(outcome(other)).toEqual([422, 'key-reused']);
  });

  test('names its parties by documents as well, which become ids and stand nowhere', async () => {
    const number = '11010519491231002X';
    const document = { kind: 'person', document: { kind: 'resident-id', number } };
    const party = partyIdOf(cityKey, { kind: 'resident-id', number });
    await world.reach([party]);
    const [row] = rowsFor(['p_1']);
    const made = await world.make({ rows: [{ ...row, to: { document } }] });
    const bytes = `kind,number,place,until,car\nresident-id,${number},五一路,2026-08-05,no\nuscc,91350100M000100Y43,五一路,2026-08-05,no\npassport,x,五一路,2026-08-05,no`;
    const id = await world.send(Buffer.from(bytes));
    await world.act(made.body.id, 'approve');
    await world.settle();
    expect(world.provider.sent.map(({ to }) => to)).toEqual(['+8613800000000']);
    expect((await world.show(id)).faults.first).toEqual([
      { line: 4, code: 'bad-document', message: 'This is no document.' },
    ]);
    expect(JSON.stringify([...world.table.rows()])).not.toContain(number);
    expect([...world.files.values()].map(String).join()).not.toContain(number);
  });
});

describe('who is told by a batch', () => {
  test('is told as he wishes: by nothing but his inbox where he wants none of it or is not reached, in his quiet hours not before their end', async () => {
    await world.reach(['p_told']);
    await world.reach(['p_out'], { optOuts: [{ kind: 'announcement' }] });
    await world.reach(['p_quiet'], { quiet: { from: '09:00', until: '11:00' } });
    const id = await world.letGo(['p_told', 'p_out', 'p_quiet', 'p_nobody']);
    await world.settle();
    expect((await world.show(id)).progress).toMatchObject({
      taken: 4,
      sent: 1,
      optedOut: 1,
      waiting: 1,
      unreachable: 1,
    });
    await world.pass(60);
    await world.settle();
    expect((await world.show(id)).progress).toMatchObject({ sent: 2, waiting: 0 });
    const inboxes = world.table.rows().filter(({ pk }) => String(pk).startsWith('INBOX#'));
    expect(inboxes).toHaveLength(4);
  });

  test('reads it in his inbox for good, in the words that held then', async () => {
    await world.letGo(['p_wang']);
    await world.settle();
    await world.publish({
      ...waterOff,
      inbox: { zh: '另一版。', en: 'Another.' },
      sms: { zh: '停水。', en: 'No water.' },
      sample: {},
    });
    expect((await world.inboxOf('p_wang')).items).toMatchObject([
      { message: 'batch', text: 'No water at 五一北路0号 until 2026-08-05.' },
    ]);
  });
});
