import { beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { staffActor } from '../../../test/support/actors.ts';
import * as cases from '../../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../../test/support/intake.ts';

const engine = engineForTests();

const { head, supervisor, clerk } = people;
const path = '/intake/supervision/findings';
const farHead = staffActor('head', { department: 'health' }, 'far-head');

describe.each(engine.tables)('findings over %s', (_, create) => {
  let table: Table;
  let world: IntakeWorld;
  beforeEach(async () => {
    table = await create();
    world = cases.intakeOver(table);
    await cases.publish(world);
  });

  /** A case whose proposed refusal the head has overturned; the id of what that raised. */
  async function overturned(): Promise<string> {
    const id = await draft(world);
    await world.send(cases.submit(id));
    await world.send(cases.act(id, 'propose-refusal', { actor: clerk, body: { reasons: '不符', guidance: '先办' } }));
    const { body } = await world.send(cases.act(id, 'overturn-refusal', { actor: head, body: { opinion: '应受理' } }));
    return `${id}-${body.version}-refusal-overturned`;
  }
  const act = (id: string, name: string, actor = head) =>
    world.send({
      method: 'POST',
      path: `${path}/${id}/${name}`,
      actor,
      body: { text: '说明' },
      headers: cases.freshKey(),
    });
  const list = (query: Record<string, string> = {}, actor = supervisor) => world.send({ path, actor, query });
  const idsOf = async (query: Record<string, string> = {}) =>
    (await list(query)).body.items.map(({ id }: { id: string }) => id);

  test('are raised in the act itself, answered by the department, and closed by a supervisor', async () => {
    const id = await overturned();
    expect((await list()).body.items).toMatchObject([{ id, status: 'open', actions: [], rule: 'refusal-overturned' }]);
    expect((await list({ department: 'amr' }, head)).body.items).toMatchObject([{ id, actions: ['answer'] }]);

    expect(await act(id, 'answer')).toMatchObject({ status: 200, body: { status: 'answered', version: 2 } });
    expect(await idsOf()).toEqual([]);
    expect((await list({ status: 'answered' })).body.items).toMatchObject([{ id, actions: ['return', 'close'] }]);

    await act(id, 'return', supervisor);
    await act(id, 'answer');
    expect((await act(id, 'close', supervisor)).body).toMatchObject({ status: 'closed', actions: [] });
    const { body } = await world.send({ path: `${path}/${id}`, actor: head });
    const told = body.timeline.map((entry: { act: string; actor: string }) => [entry.act, entry.actor]);
    expect(told).toEqual([
      ['raise', 'head'],
      ['answer', 'head'],
      ['return', 'supervisor'],
      ['answer', 'head'],
      ['close', 'supervisor'],
    ]);
    expect(await idsOf({ status: 'closed', department: 'amr' })).toEqual([id]);
  });

  test('are another department’s not even to read', async () => {
    const id = await overturned();
    expect((await world.send({ path: `${path}/${id}`, actor: farHead })).status).toBe(404);
    expect((await act(id, 'answer', farHead)).status).toBe(404);
    expect((await list({ department: 'amr' }, farHead)).status).toBe(404);
    expect((await list({}, head)).status).toBe(400);
    expect((await list({ department: 'health' }, farHead)).body.items).toEqual([]);
  });

  test('stand with those that are late once their time has passed without an answer, a page at a time', async () => {
    const ids = [await overturned(), await overturned(), await overturned()].toSorted();
    expect(await idsOf({ late: 'true' })).toEqual([]);
    world.clock.now = new Date('2026-08-11T01:00:00Z');
    const first = await list({ late: 'true', limit: '2' });
    const second = await list({ late: 'true', limit: '2', cursor: first.body.nextCursor });
    const all = [...first.body.items, ...second.body.items];
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect(all.every(({ late }) => late)).toBe(true);

    await act(ids[0] ?? '', 'answer');
    expect(await idsOf({ late: 'true' })).toEqual(ids.slice(1));
    expect((await list({ cursor: 'bad' })).status).toBe(400);
  });

  test('are answered once when two try at the same time', async () => {
    const id = await overturned();
    const answers = await Promise.all([act(id, 'answer'), act(id, 'answer')]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test('keep what was said in a chain of hashes', async () => {
    const id = await overturned();
    await act(id, 'answer');
    const chain = { path: `/intake/supervision/findings/${id}/chain`, actor: people.supervisor };
    expect((await world.send(chain)).body).toMatchObject({ intact: true, covers: 'record', entries: 2 });
    const key = { pk: `FINDING#${id}`, sk: 'T#000002' };
    await table.put({ ...(await table.get(key)), ...key, text: '另一答复' });
    expect((await world.send(chain)).body).toMatchObject({ intact: false, brokenAt: 2, what: 'entry' });
  });
});
