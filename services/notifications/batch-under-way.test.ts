import { beforeEach, describe, expect, test } from 'vitest';
import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import { people, rowsFor, waterOff } from '../../test/support/batch-rows.ts';
import { maker, openBatches } from '../../test/support/batches.ts';
import { mergeFact } from '../../test/support/parties.ts';
import { outcome } from '../../test/support/contact.ts';

let world: ReturnType<typeof openBatches>;
beforeEach(async () => {
  world = openBatches();
  await world.publish();
});

describe('a batch that is under way', () => {
  test('has no more than two hundred notices on their way, however slow they are sent', async () => {
    await world.reach(people(240));
    const id = await world.letGo(people(240));
    const seen: number[] = [];
    world.onWait(() => void seen.push(world.waiting(DeliveryDueV1.type).length));
    await world.settle();
    expect(seen.length).toBeGreaterThan(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(200);
    expect((await world.show(id)).progress).toMatchObject({ taken: 240, sent: 240 });
  });

  test('heeds who opts out once his row was taken, and counts him among those', async () => {
    const [now, morning] = people(2);
    await world.reach([now ?? '']);
    await world.reach([morning ?? ''], { quiet: { from: '09:00', until: '12:00' } });
    const id = await world.letGo(people(2));
    await world.settle();
    expect((await world.show(id)).progress).toMatchObject({ taken: 2, sent: 1, waiting: 1 });
    await world.reach([morning ?? ''], { optOuts: [{ kind: 'announcement' }] });
    await world.pass(3 * 60);
    await world.settle();
    expect(world.provider.sent).toHaveLength(1);
    expect((await world.show(id)).progress).toMatchObject({ sent: 1, optedOut: 1, failed: 0 });
  });

  test.each([
    { apart: 1, reached: true },
    { apart: 30, reached: true },
    { apart: 1, reached: false },
    { apart: 30, reached: false },
  ])('tells a party with two ids once, by the first row that names one of them: %o', async ({ apart, reached }) => {
    const all = people(1 + apart);
    const [first, last] = [all[0] ?? '', all.at(-1) ?? ''];
    await world.hear(mergeFact(1, [last, first], 'merged'));
    if (reached) await world.reach(all);
    const id = await world.letGo(all);
    await world.settle();
    const { progress } = await world.show(id);
    expect(progress).toMatchObject({ taken: apart + 1, again: 1, [reached ? 'sent' : 'unreachable']: apart });
    const lines = world.table.rows().filter(({ pk }) => [`INBOX#${first}`, `INBOX#${last}`].includes(String(pk)));
    expect(lines.map(({ partyId }) => partyId)).toEqual([first]);
    expect(world.provider.sent).toHaveLength(reached ? apart : 0);
  });

  test('tells a party once whose ids are merged while it is sent', async () => {
    const all = people(240);
    await world.reach(all);
    const id = await world.letGo(all);
    world.onWait(async () => {
      await world.hear(mergeFact(1, [all[239] ?? '', all[0] ?? ''], 'merged'));
    });
    await world.settle();
    expect((await world.show(id)).progress).toMatchObject({ taken: 240, again: 1, sent: 239 });
  });

  test('tells no more rows once it is paused, goes on where it was, and sums to the rows that are taken', async () => {
    await world.reach(people(240));
    const id = await world.letGo(people(240));
    world.onWait(async () => {
      if ((await world.show(id)).status === 'sending') await world.act(id, 'pause', maker);
    });
    await world.settle();
    const { status, progress, actions } = await world.show(id, { role: 'catalogue-publisher', by: 'checker' });
    expect([status, actions]).toEqual(['paused', ['resume', 'cancel']]);
    expect(progress.taken).toBeLessThanOrEqual(200);
    const { rows, taken, ...counts } = progress;
    expect([rows, Object.values<number>(counts).reduce((sum, n) => sum + n)]).toEqual([240, taken]);
    world.onWait(() => undefined);
    await world.act(id, 'resume');
    await world.settle();
    expect(await world.show(id)).toMatchObject({ status: 'done', progress: { taken: 240, sent: 240 } });
    expect(new Set(world.provider.sent.map(({ reference }) => reference)).size).toBe(240);
  });

  test('that is cancelled sends nothing more, not even what waits for its own morning, and keeps no rows', async () => {
    await world.reach(people(240));
    await world.reach(['p_0'], { quiet: { from: '09:00', until: '11:00' } });
    const id = await world.letGo(people(240));
    world.onWait(async () => {
      if ((await world.show(id)).status === 'sending') await world.act(id, 'cancel', maker);
    });
    await world.settle();
    const { status, actions, progress } = await world.show(id);
    expect([status, actions, progress.waiting, progress.sent]).toEqual(['cancelled', [], 1, 0]);
    expect(outcome(await world.act(id, 'resume'))).toEqual([409, 'batch-over']);
    await world.pass(60);
    await world.settle();
    const { taken } = progress;
    expect(await world.show(id)).toMatchObject({ progress: { taken, failed: taken, waiting: 0 } });
    expect([world.provider.sent, [...world.files.keys()]]).toEqual([[], []]);
  });

  test('whose rows are not those that were checked stops, and tells nobody', async () => {
    await world.reach(people(2));
    const made = await world.make({ rows: rowsFor(people(1)) });
    const key = `rows/${made.body.id}/0.json`;
    world.files.set(key, Buffer.from(String(world.files.get(key)).replace('p_0', 'p_1')));
    await world.act(made.body.id, 'approve');
    await world.settle();
    expect(await world.show(made.body.id)).toMatchObject({ status: 'stopped', progress: { taken: 0 } });
    expect(world.provider.sent).toEqual([]);
  });
});

describe('the time of a batch', () => {
  test('is waited for, once it is let go; without one it goes at once', async () => {
    await world.reach(['p_1']);
    const { body: made } = await world.make({ rows: rowsFor(['p_1']), sendAt: '2026-08-03T16:00:00+08:00' });
    await world.act(made.id, 'approve');
    await world.settle();
    await world.pass(359);
    await world.settle();
    expect([(await world.show(made.id)).status, world.provider.sent]).toEqual(['scheduled', []]);
    await world.pass(1);
    await world.settle();
    expect([(await world.show(made.id)).status, world.provider.sent.length]).toEqual(['done', 1]);
  });

  test('in the night of all whom it tells is the morning: the batch waits, and not each of its notices', async () => {
    await world.reach(['p_1'], { quiet: undefined });
    const { body: made } = await world.make({ rows: rowsFor(['p_1']), sendAt: '2026-08-03T23:30:00+08:00' });
    await world.act(made.id, 'approve');
    await world.pass(13 * 60 + 30);
    await world.settle();
    expect(await world.show(made.id)).toMatchObject({ status: 'scheduled', progress: { taken: 0 } });
    await world.pass(8 * 60 + 30);
    await world.settle();
    expect([(await world.show(made.id)).status, world.provider.sent.length]).toEqual(['done', 1]);
  });

  test('that has passed before it is let go is at once', async () => {
    await world.reach(['p_1']);
    const { body: made } = await world.make({ rows: rowsFor(['p_1']), sendAt: '2026-08-03T02:30:00Z' });
    await world.pass(60);
    await world.act(made.id, 'approve');
    await world.settle();
    expect(world.provider.sent).toHaveLength(1);
  });
});

test('a batch whose template has another edition before it is let go must be made anew', async () => {
  const { body: made } = await world.make({ rows: rowsFor(['p_1']) });
  await world.publish({ ...waterOff, kind: 'reminder' });
  expect(outcome(await world.act(made.id, 'approve'))).toEqual([409, 'batch-template-over']);
});

test('a run that was killed in the hands of everybody is taken up by the clock', async () => {
  await world.reach(['p_1']);
  const { body: made } = await world.make({ rows: rowsFor(['p_1']) });
  await world.act(made.id, 'approve');
  await world.deliver('notifications.batch-changed.v1');
  world.forget();
  await world.pass(10);
  await world.settle();
  expect([(await world.show(made.id)).status, world.provider.sent.length]).toEqual(['done', 1]);
});
