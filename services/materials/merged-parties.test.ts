import { beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#events/event';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { envelopeOf } from '../../test/support/facts.ts';
import { company, openLibrary } from '../../test/support/library.ts';
import { decidedAt } from '../../test/support/licence-facts.ts';
import { authorityFact, mergeFact } from '../../test/support/parties.ts';
import { pdfOf } from '../../test/support/pdf.ts';
import { caseId, givenAnew, submitted, used } from '../../test/support/using-cases.ts';

// The company came by another of its codes first.
const old = applicantActor('old', { kind: 'organisation' });
const approver = staffActor('approver', { department: 'amr' });

let world: ReturnType<typeof openLibrary>;
beforeEach(() => {
  world = openLibrary();
});
const merge = (state: 'merged' | 'undone' = 'merged') => world.hear(mergeFact(1, ['p_company', 'p_old'], state));
/** Documents of the company's own, numbered, and then one that came by its old code. */
async function documents(n = 1): Promise<{ own: string[]; before: string }> {
  const own: string[] = [];
  for (let one = 0; one < n; one += 1) own.push(await world.atHand(pdfOf(`own ${one}`)));
  const bytes = pdfOf('before');
  const { id: before } = await world.declare(bytes, {}, old);
  await world.receive(before, 1, bytes);
  return { own, before };
}
const ask = async (method: string, path: string, rest: object = {}) => world.send(method, path, rest);
const idsIn = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);
const answers = () =>
  world
    .facts('materials.case-materials-changed.v1')
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ data }) => data['requirements']);

describe('the owner of ids that were merged', () => {
  test('sees, reads and withdraws what came by any of them, and no more of it once that is undone', async () => {
    const { own, before } = await documents();
    const seen = async () => [
      idsIn(await ask('GET', '/materials')).toSorted(),
      (await ask('GET', `/materials/${before}`)).status,
      (await ask('POST', `/materials/${before}/versions/1/read`, { body: {} })).status,
    ];
    expect(await seen()).toEqual([own, 404, 404]);
    await merge();
    expect(await seen()).toEqual([[...own, before].toSorted(), 200, 200]);
    expect(idsIn(await ask('GET', '/materials', { actor: old })).toSorted()).toEqual([...own, before].toSorted());
    await merge('undone');
    await merge();
    expect(await seen()).toEqual([own, 404, 404]);
    expect(idsIn(await ask('GET', '/materials', { actor: old }))).toEqual([before]);
  });

  test('goes through pages of all of them, each document once and the newest first', async () => {
    const { own, before } = await documents(4);
    await merge();
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '2', ...(cursor !== null && { cursor }) };
      const { body } = await ask('GET', '/materials', { query });
      found.push(...idsIn({ body }));
      cursor = body.nextCursor;
    } while (cursor !== null);
    const listed = idsIn(await ask('GET', '/materials', { query: { limit: '100' } }));
    expect(found).toEqual(listed);
    expect(found.toSorted()).toEqual([...own, before].toSorted());
  });

  test('finds his licences, and is told of a line what he holds by any id', async () => {
    const { fact, licenceId } = decidedAt(1, 'issue', { partyId: 'p_old' });
    await world.hear(fact);
    const requirements = [{ requirement: 'food-business-licence', about: 'party', must: 'must' }];
    const turns = [{ version: 1, from: '2026-08-01', situations: ['新办'], requirements }];
    const data = { items: [{ item: 'liquor', turns }] };
    await world.hear(envelopeOf({ type: 'intake.items-published.v1', subject: 'items-gulou', data }));
    const match = async () => {
      const { body } = await ask('POST', '/materials/match', { body: { itemKey: 'liquor', district: 'gulou' } });
      return body.requirements[0].status;
    };
    expect([await match(), idsIn(await ask('GET', '/materials/licences'))]).toEqual(['missing', []]);
    await merge();
    expect([await match(), idsIn(await ask('GET', '/materials/licences'))]).toEqual(['held', [licenceId]]);
  });

  test('uses them in his cases; his office reads one while the merge stands, and he finds that whichever id he comes by', async () => {
    const { own, before } = await documents();
    const [mine = ''] = own;
    await merge();
    await world.hear(submitted([used('articles', before)]));
    await world.hear(givenAnew(1, [used('articles', before), used('lease', mine)]));
    expect(answers()).toMatchObject([[{ state: 'confirmed' }], [{ state: 'confirmed' }, { why: 'other-kind' }]]);
    const path = `/materials/cases/${caseId}/requirements/articles/read`;
    const reads = () => ask('POST', path, { actor: approver, body: { reason: '核对经营范围' } });
    expect((await reads()).status).toBe(200);
    for (const actor of [company, old]) {
      expect((await ask('GET', '/materials/accesses', { actor })).body.items).toMatchObject([{ materialId: before }]);
    }
    await merge('undone');
    expect((await reads()).status).toBe(404);
    expect((await ask('GET', '/materials/accesses')).body.items).toEqual([]);
  });

  test('are told apart again: a case that rests on what is no longer its party’s hears that its basis has changed, once', async () => {
    const { own, before } = await documents();
    const [mine = ''] = own;
    const { fact, licenceId } = decidedAt(2, 'issue', { partyId: 'p_old' });
    await world.hear(fact);
    await merge();
    await world.hear(submitted([used('articles', before), used('food-business-licence', licenceId)]));
    await world.hear(givenAnew(1, [used('articles', mine), used('food-business-licence', licenceId)]));
    await merge('undone');
    expect(answers().at(-1)).toEqual([
      expect.not.objectContaining({ left: 'withdrawn' }),
      expect.objectContaining({ materialId: licenceId, left: 'withdrawn' }),
    ]);
    const told = answers().length;
    await merge('undone');
    await merge('merged');
    expect(answers()).toHaveLength(told);
  });

  test('does not send a file again that came by another id: each has its own, and keeps it when that is undone', async () => {
    const bytes = pdfOf('articles');
    const first = await world.declare(bytes, {}, old);
    await world.receive(first.id, 1, bytes);
    expect((await world.declare(bytes)).status).toBe('awaiting-upload');
    await merge();
    const lie = await world.declare(bytes, { mediaType: 'image/jpeg' });
    expect(lie.status).toBe('awaiting-upload');
    const second = await world.declare(bytes);
    expect([second.status, second.upload]).toEqual(['available', undefined]);
    expect((await world.declare(bytes)).status).toBe('available');
    await merge('undone');
    await ask('POST', `/materials/${first.id}/versions/1/erase`, { actor: old, body: {} });
    const read = await ask('POST', `/materials/${second.id}/versions/1/read`, { body: {} });
    const key = /^https:\/\/bucket\.test\/(.*)\?/.exec(read.body.url)?.[1] ?? '';
    expect(world.files.kept.get(key)?.bytes).toEqual(bytes);
    expect([...world.files.kept.keys()].filter((one) => one.startsWith('clean/'))).toEqual([key]);
  });

  test('sends it again where it was erased meanwhile', async () => {
    const bytes = pdfOf('articles');
    const { id } = await world.declare(bytes, {}, old);
    await world.receive(id, 1, bytes);
    world.files.kept.clear();
    await merge();
    expect((await world.declare(bytes)).status).toBe('awaiting-upload');
  });
});

test('what was granted to one of his ids he finds and reads by another, and what he may do for others as well', async () => {
  const lender = applicantActor('lender');
  const bytes = pdfOf('a plan');
  const { id } = await world.declare(bytes, {}, lender);
  await world.receive(id, 1, bytes);
  const to = { kind: 'party', partyId: 'p_old' };
  const body = { version: 1, to, why: '共同申请', until: '2026-09-01' };
  const given = await ask('POST', `/materials/${id}/grants`, { actor: lender, body });
  await world.hear(authorityFact(1, 1, { principal: 'p_old', delegate: 'p_handler', scope: { items: ['*'] } }));
  const handler = applicantActor('handler');
  const found = async () => [
    idsIn(await ask('GET', '/materials/granted')),
    (await ask('POST', `/materials/${id}/grants/${given.body.id}/read`, { body: { reason: '申请' } })).status,
    (await ask('GET', '/materials', { actor: handler, query: { partyId: 'p_company' } })).status,
  ];
  expect(await found()).toEqual([[], 404, 403]);
  await merge();
  expect(await found()).toEqual([[given.body.id], 200, 200]);
  await merge('undone');
  expect(await found()).toEqual([[], 404, 403]);
});

test('facts of a merge take effect by their sequence, however they come', async () => {
  const { before } = await documents();
  const facts: Envelope[] = [
    mergeFact(1, ['p_company', 'p_old'], 'undone'),
    mergeFact(1, ['p_company', 'p_old'], 'merged'),
  ];
  for (const one of facts) await world.hear(one);
  expect((await ask('GET', `/materials/${before}`)).status).toBe(404);
  await world.hear(mergeFact(2, ['p_mid', 'p_old'], 'merged'));
  await world.hear(mergeFact(3, ['p_company', 'p_mid'], 'merged'));
  expect((await ask('GET', `/materials/${before}`)).status).toBe(200);
});
