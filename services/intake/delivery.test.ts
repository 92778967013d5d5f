import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { staffActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import { uuid } from '../../test/support/facts.ts';
import type { Request } from '../../test/support/gateway-event.ts';
import * as cases from '../../test/support/intake.ts';
import { cityKey, draft, people } from '../../test/support/intake.ts';
import { authorityFact, mergeFact, told } from '../../test/support/parties.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';

let at: Results;
beforeEach(async () => {
  at = await openResults();
});
const act = (id: string, name: string, rest: Partial<Request>) => at.act(id, `delivery/${name}`, rest);
const see = (id: string, rest: Partial<Request> = {}) => at.see(id, 'delivery', rest);
const facts = () =>
  at.facts('intake.delivery-changed.v1').map(({ data }) => [data['state'], data['way'], data['reasonCode']].join(' '));

const { company, clerk, approver } = people;
const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
const cameId = partyIdOf(cityKey, document);
const entry = { ...entryAt.window, present: { relation: 'self', document } };

describe('the result of a case', () => {
  test('is due within ten working days of the decision, and whoever applied online downloads it', async () => {
    const id = await at.decided();
    const { body } = await see(id);
    expect(body).toMatchObject({ status: 'due', way: 'download', deliverBy: '2026-08-17T15:59:59.999Z', late: false });
    expect(body.actions).toEqual(['choose', 'download']);
    expect(outline(await act(id, 'download', { actor: company }))).toEqual([200, 'delivered']);
    const after = (await see(id)).body;
    expect(after).toMatchObject({ proof: { kind: 'downloaded', by: 'company' }, actions: [] });
    expect(after.timeline).toMatchObject([{ act: 'begin', actor: 'service:intake' }, { act: 'download' }]);
    expect(facts()).toEqual(['due download begin', 'delivered download download']);
  });

  test('is also a refusal; a case that was withdrawn has none', async () => {
    const id = await at.decided('refused');
    expect((await see(id)).body).toMatchObject({ outcome: 'refused', status: 'due' });
    const gone = await draft(at.world);
    await at.world.send(cases.submit(gone));
    await at.world.send(cases.withdraw(gone));
    await at.settle();
    expect(outline(await see(gone))).toEqual([409, 'no-result']);
  });

  test('begins once, however often the fact comes', async () => {
    const id = await at.decided();
    await at.settle();
    for (const row of at.table.rows().filter(({ pk }) => String(pk).startsWith('MARK#'))) {
      await at.table.transact([{ remove: { pk: String(row['pk']), sk: 'MARK' } }]);
    }
    await at.settle();
    expect((await see(id)).body.timeline).toHaveLength(1);
  });

  test('is nobody’s but the applicant’s and his office’s', async () => {
    const id = await at.decided();
    expect(outline(await see(id, { actor: people.stranger }))).toEqual([404, 'not-found']);
    expect(outline(await see(id, { actor: people.otherApprover }))).toEqual([404, 'not-found']);
    const self = { ...approver, partyId: 'p_company' };
    await act(id, 'choose', { actor: company, body: { way: 'window' } });
    expect(outline(await act(id, 'make-ready', { actor: self }))).toEqual([403, 'own-case']);
    expect(outline(await act(id, 'download', { actor: clerk }))).toEqual([403, 'wrong-role']);
  });
});

describe('at a window', () => {
  let id: string;
  beforeEach(async () => {
    id = await at.decided();
    await act(id, 'choose', { actor: company, body: { way: 'window', hall: 'gulou-hall' } });
    await act(id, 'make-ready', { actor: approver });
  });

  test('it lies ready, and the applicant alone reads the code', async () => {
    expect((await see(id)).body).toMatchObject({ status: 'ready', hall: 'gulou-hall', pickUpCode: 'A2B3C4' });
    expect((await see(id, { actor: clerk })).body.pickUpCode).toBeUndefined();
    expect(facts().at(-1)).toBe('ready window make-ready');
  });

  test('it lies where the applicant chose, and nowhere else', async () => {
    await act(id, 'choose', { actor: company, body: { way: 'window', hall: 'jinan-hall' } });
    expect(outline(await act(id, 'make-ready', { actor: approver, body: { hall: 'gulou-hall' } }))).toEqual([
      409,
      'other-hall',
    ]);
    expect(outline(await act(id, 'make-ready', { actor: approver }))).toEqual([200, 'ready']);
  });

  const handOver = (body: object, actor = clerk) => act(id, 'hand-over', { actor, body });

  test('it is given to who holds an authority of the party’s, and to no stranger with a document of his own', async () => {
    expect(outline(await handOver({ entry }))).toEqual([403, 'not-entitled']);
    await told(at.world.deps, authorityFact(1, 1, { delegate: cameId, state: 'to-confirm' }));
    expect(outline(await handOver({ entry }))).toEqual([409, 'confirm-authority']);
    await told(at.world.deps, authorityFact(1, 2, { delegate: cameId }));
    expect(outline(await handOver({ entry }))).toEqual([200, 'delivered']);
    expect((await see(id)).body.proof).toMatchObject({
      kind: 'picked-up',
      saw: 'authority',
      authorityId: uuid(1, 7),
      entry: { clerk: 'window', hall: 'gulou-hall', documentsSeen: ['resident-id'], present: { partyId: cameId } },
    });
  });

  test('a stranger at a desk does not have it sent to himself; who holds an authority chooses, and the entry says by what right', async () => {
    const address = { recipient: '他人', phone: '059100000000', text: '别处1号' };
    const present = { relation: 'other', document };
    const byPost = { way: 'post', address, entry: { ...entryAt.window, present } };
    const chosen = () => act(id, 'choose', { actor: clerk, body: byPost });
    const refused = await chosen();
    expect([outline(refused), refused.body.errors[0].pointer]).toEqual([
      [403, 'not-entitled'],
      '/entry/present/document',
    ]);
    expect((await see(id)).body).toMatchObject({ status: 'ready', way: 'window' });
    await told(at.world.deps, authorityFact(1, 1, { delegate: cameId }));
    expect(outline(await chosen())).toEqual([200, 'due']);
    expect((await see(id)).body.entry).toMatchObject({ right: 'authority', authorityId: uuid(1, 7) });
  });

  test('it is given to the party itself, by whichever of its documents', async () => {
    await told(at.world.deps, mergeFact(1, ['p_company', cameId], 'merged'));
    expect(outline(await handOver({ entry }))).toEqual([200, 'delivered']);
    expect((await see(id)).body.proof).toMatchObject({ saw: 'identity', entry: { present: { partyId: cameId } } });
  });

  test('it is given at the hall that was chosen and nowhere else', async () => {
    await told(at.world.deps, mergeFact(1, ['p_company', cameId], 'merged'));
    const elsewhere = await handOver({ entry: { ...entry, hall: 'jinan-hall' } }, people.farClerk);
    expect([outline(elsewhere), elsewhere.body.errors[0].pointer]).toEqual([[409, 'other-hall'], '/entry/hall']);
    expect(outline(await handOver({ entry }, people.farClerk))).toEqual([200, 'delivered']);
  });

  test('whoever has the code needs no document, and the id of another is kept, never his number', async () => {
    const sent = { hall: 'gulou-hall', signatureKept: true, present: { relation: 'relative', document } };
    expect(outline(await handOver({ code: 'ZZZZZZ', entry: sent }))).toEqual([409, 'wrong-code']);
    expect(outline(await handOver({ code: 'a2b3c4', entry: sent }))).toEqual([200, 'delivered']);
    expect((await see(id)).body.proof).toMatchObject({ saw: 'code', entry: { present: { relation: 'relative' } } });
    expect(JSON.stringify(at.table.rows())).not.toContain(document.number);
  });

  test('codes are not guessed: after five wrong ones within fifteen minutes no code is taken, the right one neither', async () => {
    for (let n = 0; n < 5; n += 1)
      expect(outline(await handOver({ code: 'ZZZZZZ', entry }))).toEqual([409, 'wrong-code']);
    const held = await handOver({ code: 'A2B3C4', entry });
    expect([outline(held), held.headers['Retry-After']]).toEqual([[429, 'too-many-codes'], '900']);
    at.world.clock.now = new Date(at.world.clock.now.getTime() + 15 * 60_000);
    expect(outline(await handOver({ code: 'A2B3C4', entry }))).toEqual([200, 'delivered']);
  });

  test.each([
    ['nothing was looked at', { ...entry, documentsSeen: [], originalChecked: false }],
    ['it is not said whose document was seen', { ...entry, present: { relation: 'self' } }],
    ['nobody signed for it', { ...entry, signatureKept: false }],
    ['no original was seen', { ...entry, originalChecked: false }],
    ['no hall is named', { ...entry, hall: undefined }],
  ])('it is not handed over where %s', async (_, seen) => {
    const body = { entry: seen };
    expect(outline(await act(id, 'hand-over', { actor: clerk, body }))).toEqual([400, 'invalid-input']);
  });

  test('two clerks who hand it over at one moment do it once', async () => {
    const both = ['one', 'two'].map((name) =>
      act(id, 'hand-over', { actor: staffActor('window', {}, name), body: { code: 'A2B3C4', entry } }),
    );
    const answers = (await Promise.all(both)).map((one) => outline(one).join(' '));
    expect(new Set(answers)).toEqual(new Set(['200 delivered', '409 wrong-state']));
  });
});
