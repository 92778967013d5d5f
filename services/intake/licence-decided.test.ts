import { beforeEach, expect, test } from 'vitest';
import { openLibrary } from '../../test/support/library.ts';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { licences, renewal } from '../../test/support/licences.ts';
import { outline } from '../../test/support/linked.ts';
import { settleFacts } from '../../test/support/settle.ts';

const type = 'food-business-licence';
let one: Awaited<ReturnType<typeof licences>>;
let library: ReturnType<typeof openLibrary>;
beforeEach(async () => {
  one = await licences(type);
  library = openLibrary();
});

/** What intake has told of licences by now, brought to the library of the city. */
async function told(): Promise<object[]> {
  await settleFacts(one.world.deps, () => one.world.facts());
  const facts = (await one.world.facts()).filter((fact) => fact.type === 'intake.licence-decided.v1');
  await library.hear(...facts);
  return facts.map(({ data }) => data);
}
const held = async () => {
  const { items } = (await library.send('GET', '/materials/licences')).body;
  return items.map(({ id, status, editions }: { id: string; status: string; editions: object[] }) => [
    id,
    status,
    editions.length,
  ]);
};
async function revoked(id: string): Promise<string> {
  const said = { ground: 'not-qualified', why: '条件不符' };
  const { body } = await one.world.send(cases.act(id, 'revoke', { actor: people.head, body: said }));
  expect(outline(await one.world.send(cases.decide(body.id, 1)))).toBe('200 decided');
  return body.id;
}

test('a grant gives its applicant a licence for as long as the item says', async () => {
  const id = await one.granted();
  const [fact] = await told();
  expect(fact).toMatchObject({
    caseId: id,
    licenceId: id,
    act: 'issue',
    edition: { validFrom: '2026-08-03', validUntil: '2026-08-13' },
    licence: { partyId: 'p_company', type, itemKey: 'licence', department: 'amr' },
  });
  expect(await held()).toEqual([[id, 'valid', 1]]);
});

test('an item that gives no licence tells of none, and a refusal neither', async () => {
  const id = await one.accepted();
  await one.world.send(cases.decide(id, 3, { body: { outcome: 'refused', opinion: '不符', reasons: '见决定书' } }));
  expect(await told()).toEqual([]);
  one = await licences();
  await one.granted();
  expect(await told()).toEqual([]);
});

test('a change goes on under the licence; its revocation takes the change back, and not the licence', async () => {
  const id = await one.granted();
  const changed = await one.granted({ situation: '变更' });
  await told();
  expect(await held()).toEqual([[id, 'valid', 2]]);
  await revoked(changed);
  await told();
  const [licence] = (await library.send('GET', '/materials/licences')).body.items;
  expect([licence.status, licence.edition]).toEqual(['valid', 1]);
});

test('a renewal, also one by silence, is another licence and supersedes this one; to give it up strikes it off', async () => {
  const id = await one.granted();
  const next = await one.accepted(renewal('2026-08-13'));
  // The facts of each day are read on that day.
  await told();
  await tickedAt(one.world, '2026-08-13T17:00:00Z');
  await told();
  expect(await held()).toEqual([
    [next, 'valid', 1],
    [id, 'superseded', 1],
  ]);
  await one.granted({ situation: '注销' });
  await told();
  expect(await held()).toEqual([
    [next, 'cancelled', 1],
    [id, 'superseded', 1],
  ]);
});

test('a revocation ends it', async () => {
  const id = await one.granted();
  await revoked(id);
  await told();
  expect(await held()).toEqual([[id, 'revoked', 1]]);
});
