import { beforeEach, describe, expect, test } from 'vitest';
import { fileFor, openBatches, rowsFor } from '../../test/support/batches.ts';

let world: ReturnType<typeof openBatches>;
beforeEach(async () => {
  world = openBatches();
  await world.publish();
});

const people = (n: number) => Array.from({ length: n }, (_, at) => `p_${at}`);

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
    expect(await world.show(made.body.id)).toMatchObject({
      status: 'done',
      actions: [],
      progress: { rows: 3, taken: 3, sent: 3, queued: 0 },
    });
    expect([...world.files.keys()]).toEqual([]);
  });

  test('of a file is read as a whole, and goes the same way', async () => {
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
});
