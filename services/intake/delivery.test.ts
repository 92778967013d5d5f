import { beforeEach, describe, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import type { Request } from '../../test/support/gateway-event.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people } from '../../test/support/intake.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';

let at: Results;
beforeEach(async () => {
  at = await openResults();
});
const act = (id: string, name: string, rest: Partial<Request>) => at.act(id, `delivery/${name}`, rest);
const see = (id: string, rest: Partial<Request> = {}) => at.see(id, 'delivery', rest);
const told = () =>
  at.facts('intake.delivery-changed.v1').map(({ data }) => [data['state'], data['way'], data['reasonCode']].join(' '));

const { company, clerk, approver } = people;
const entry = { hall: 'gulou-hall', window: '3', documentsSeen: ['resident-id'], originalChecked: true };

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
    expect(told()).toEqual(['due download begin', 'delivered download download']);
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
    expect(told().at(-1)).toBe('ready window make-ready');
  });

  test('the clerk records what he saw', async () => {
    const body = { entry: { ...entry, present: { relation: 'self' } } };
    expect(outline(await act(id, 'hand-over', { actor: clerk, body }))).toEqual([200, 'delivered']);
    expect((await see(id)).body.proof).toMatchObject({
      kind: 'picked-up',
      saw: 'identity',
      entry: { clerk: 'window', hall: 'gulou-hall', documentsSeen: ['resident-id'], present: { relation: 'self' } },
    });
  });

  test('whoever has the code needs no document, and the id of another is kept, never his number', async () => {
    const document = { kind: 'resident-id', number: '11010519491231002X' };
    const sent = { hall: 'gulou-hall', present: { relation: 'relative', document } };
    const wrong = await act(id, 'hand-over', { actor: clerk, body: { code: 'ZZZZZZ', entry: sent } });
    expect(outline(wrong)).toEqual([409, 'wrong-code']);
    const right = await act(id, 'hand-over', { actor: clerk, body: { code: 'a2b3c4', entry: sent } });
    expect(outline(right)).toEqual([200, 'delivered']);
    expect((await see(id)).body.proof).toMatchObject({ saw: 'code', entry: { present: { relation: 'relative' } } });
    expect(JSON.stringify(at.table.rows())).not.toContain(document.number);
  });

  test.each([
    ['nothing was looked at', { hall: 'gulou-hall' }],
    ['no original was seen', { ...entry, originalChecked: false }],
    ['no hall is named', { ...entry, hall: undefined }],
  ])('it is not handed over where %s', async (_, seen) => {
    const body = { entry: seen };
    expect(outline(await act(id, 'hand-over', { actor: clerk, body }))).toEqual([400, 'invalid-input']);
  });

  test('two clerks who hand it over at one moment do it once', async () => {
    const both = ['one', 'two'].map((name) =>
      act(id, 'hand-over', { actor: staffActor('window', {}, name), body: { entry } }),
    );
    const answers = (await Promise.all(both)).map((one) => outline(one).join(' '));
    expect(new Set(answers)).toEqual(new Set(['200 delivered', '409 wrong-state']));
  });
});
