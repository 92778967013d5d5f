import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { formKey, recordKey } from './stores/rows.ts';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world);
});
const outline = ({ status, body }: cases.Answer) => [status, body.code ?? body.status];
const factsOf = async (id: string) => (await world.facts()).filter(({ subject }) => subject === id);

describe('a draft saved while it is handed in', () => {
  const changed = { body: { form: { operator: '另一公司', contact: { name: '乔峰' } } } };

  test('first: what is handed in is the saved form, checked again', async () => {
    const unfinished = await draft(world);
    table.beforeNextWrite(() => world.send(cases.save(unfinished, 1, { body: { form: {} } })));
    expect(outline(await world.send(cases.submit(unfinished)))).toEqual([400, 'form-invalid']);

    const id = await draft(world);
    await world.send(cases.save(id, 1));
    table.beforeNextWrite(() => world.send(cases.save(id, 2, changed)));
    expect(outline(await world.send(cases.submit(id)))).toEqual([200, 'submitted']);
    expect((await world.send(read(id))).body).toMatchObject({ version: 4, form: changed.body.form });
  });

  test('after: the saving is refused, and the form stays as it was handed in', async () => {
    const id = await draft(world);
    table.beforeNextWrite(() => world.send(cases.submit(id)));
    expect(outline(await world.send(cases.save(id, 1, changed)))).toEqual([409, 'wrong-state']);
    expect((await world.send(read(id))).body.form).toEqual(cases.goodForm);
  });

  test('between the two rows of a reading: the form that was handed in cannot be changed', async () => {
    const id = await draft(world);
    const before = await table.get(recordKey(id));
    await world.send(cases.submit(id));
    // The rows of one reading may be from before and after a transaction: the record still says draft.
    const torn = {
      ...table,
      getAll: async () => [before, await table.get(formKey(id))],
    };
    const late = await cases.intakeOver(torn).send(cases.save(id, 2, changed));
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect((await world.send(read(id))).body).toMatchObject({ version: 2, form: cases.goodForm });
  });
});

describe('two acts that exclude each other', () => {
  test('withdrawn while it is accepted: the office is told the state', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    table.beforeNextWrite(() => world.send(cases.withdraw(id)));
    expect(outline(await world.send(cases.accept(id)))).toEqual([409, 'wrong-state']);
    expect((await factsOf(id)).map(({ data }) => data['state'])).toEqual([undefined, 'withdrawn']);
  });

  test('accepted while it is withdrawn: the withdrawal is made from there', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    table.beforeNextWrite(() => world.send(cases.accept(id)));
    expect(outline(await world.send(cases.withdraw(id)))).toEqual([200, 'withdrawn']);
    expect((await factsOf(id)).map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  });

  test('decided twice at once: one outcome; the other read an older version', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    const refusal = { outcome: 'refused', opinion: '不同意', reasons: '场所不符' };
    table.beforeNextWrite(() => world.send(cases.decide(id, 3, { actor: people.head, body: refusal })));
    expect(outline(await world.send(cases.decide(id, 3)))).toEqual([412, 'version-stale']);
    expect((await world.send(read(id))).body.decision).toEqual(refusal);
  });
});

const loseReply = async () => table.spoil('lost-reply');

describe('a lost reply', () => {
  test('of any act: it fails for the caller, whose repetition gets the reply; done exactly once', async () => {
    const id = await draft(world);
    const submit = cases.submit(id);
    for (const request of [submit, cases.accept(id), cases.decide(id, 3)]) {
      // A submission counts its number first, in a write of its own.
      if (request === submit) table.beforeNextWrite(async () => table.beforeNextWrite(loseReply));
      else await loseReply();
      expect((await world.send(request)).status).toBe(500);
      const rows = table.rows();
      const again = await world.send(request);
      expect([again.status, again.headers['Idempotent-Replayed']]).toEqual([200, 'true']);
      expect(table.rows()).toEqual(rows);
    }
    expect((await factsOf(id)).map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  });

  test('of a withdrawn draft, too', async () => {
    const id = await draft(world);
    const request = cases.withdraw(id);
    table.spoil('lost-reply');
    expect((await world.send(request)).status).toBe(500);
    expect((await world.send(request)).headers['Idempotent-Replayed']).toBe('true');
    expect((await factsOf(id)).map(({ type }) => type)).toEqual(['intake.draft-withdrawn.v1']);
  });

  test('of a saved draft: the same PUT again is answered 200, and saved once', async () => {
    const id = await draft(world);
    table.spoil('lost-reply');
    expect((await world.send(cases.save(id, 1))).status).toBe(500);
    expect((await world.send(cases.save(id, 1))).body).toMatchObject({ version: 2 });
  });

  test('of a recorded read: reading again works, whether the SDK or the caller repeats it', async () => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    const request = read(id, { actor: people.approver, query: { reason: '核对材料' } });
    table.spoil('lost-reply');
    expect((await world.send(request)).status).toBe(500);
    expect((await world.send(request)).status).toBe(200);
  });
});

test('conflicts that outlast the tries are a 409 that says when to come back, and nothing was done', async () => {
  const id = await draft(world);
  table.spoil('transaction-conflict', 'transaction-conflict', 'transaction-conflict');
  const request = cases.submit(id);
  const answer = await world.send(request);
  expect([answer.status, answer.body.code, answer.headers['Retry-After']]).toEqual([409, 'conflict', '1']);
  expect(await factsOf(id)).toEqual([]);
  expect(outline(await world.send(request))).toEqual([200, 'submitted']);
});
