import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { partyIdOf } from '#shared/party';
import { applicantActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { entryAt } from '../../test/support/entries.ts';
import { act, cityKey, draft, people, read } from '../../test/support/intake.ts';
import { linkedOver, otherHead, outline, type LinkedWorld } from '../../test/support/linked.ts';
import { authorityFact, mergeFact, told } from '../../test/support/parties.ts';

let table: FakeTable;
let world: LinkedWorld;
let id: string;
const submitted = async () => {
  const made = await draft(world);
  await world.send(cases.submit(made));
  return made;
};
beforeEach(async () => {
  table = fakeTable();
  world = await linkedOver(table);
  id = await submitted();
});
const findings = () => table.rows().filter((row) => row['sk'] === 'REC' && 'rule' in row);
const shown = async () => (await world.send(read(id))).body;
const signpost = (office: object, actor = people.clerk) =>
  world.send(act(id, 'signpost', { actor, body: { office, guidance: '请到三楼卫健窗口' } }));
const check = (name: string, actor = people.head) => world.send(act(id, name, { actor, body: { opinion: '经核实' } }));
const makeVoid = (body: object, actor = people.head) => world.send(act(id, 'void', { actor, body }));

describe('another office’s case', () => {
  const health = { set: 'gulou', department: 'health' };

  test('is only proposed to be so; a head, another person, ends it, and nothing is found amiss', async () => {
    expect(outline(await signpost(health))).toBe('200 refusal-proposed');
    expect(outline(await check('approve-refusal', people.clerk))).toBe('403 wrong-role');
    const both = { ...people.head, sub: people.clerk.sub };
    expect(outline(await check('approve-refusal', both))).toBe('403 same-person');
    const otherAccount = { ...people.head, partyId: people.clerk.partyId };
    expect(outline(await check('approve-refusal', otherAccount))).toBe('403 same-person');
    expect(outline(await check('approve-refusal'))).toBe('200 decided');
    expect(await shown()).toMatchObject({
      outcome: 'returned',
      refusal: { by: 'window', office: { ...health, name: '卫生健康局' }, guidance: '请到三楼卫健窗口' },
      decision: { outcome: 'returned', opinion: '经核实' },
    });
    expect(findings()).toEqual([]);
    const due = (await world.papers()).map(({ data }) => data['documents']);
    expect(due.at(-1)).toEqual(['signpost']);
    expect((await shown()).actions).toContain('review');
  });

  test('is the office’s own where the head says so: the case goes on, and a supervisor hears of it', async () => {
    await signpost({ outside: '省药品监督管理局' });
    expect(outline(await check('overturn-refusal'))).toBe('200 submitted');
    expect(findings()).toMatchObject([{ rule: 'refusal-overturned', caseId: id }]);
  });

  test.each([
    ['a free text', '卫健局', '400 invalid-input', '/office'],
    ['a department that is none', { set: 'gulou', department: 'none' }, '400 no-such-office', '/office/department'],
    ['a set that there is not', { set: 'xiamen', department: 'health' }, '400 no-such-office', '/office/set'],
    ['the office itself', { set: 'gulou', department: 'amr' }, '400 not-another-office', '/office/department'],
  ])('names an office: %s is none', async (...[, office, code, pointer]) => {
    const answer = await world.send(act(id, 'signpost', { actor: people.clerk, body: { office, guidance: '-' } }));
    expect([outline(answer), answer.body.errors[0].pointer]).toEqual([code, pointer]);
    expect((await shown()).status).toBe('submitted');
  });
});

const sister = { kind: 'resident-id', number: '11010519491231002X' } as const;

const agreed = (rest: object = {}, actor = people.clerk) =>
  world.send(
    act(id, 'signpost-agreed', {
      actor,
      body: {
        office: { set: 'jinan', department: 'health' },
        guidance: '请到晋安',
        entry: { ...entryAt.window, ...rest },
      },
    }),
  );

describe('an applicant who agrees at the window that it is another office’s', () => {
  test('is the second person: the case ends at once, and who came, what was seen and the signature are kept', async () => {
    const delegate = partyIdOf(cityKey, sister);
    await told(world.deps, authorityFact(1, 1, { delegate }));
    expect(outline(await agreed({ present: { relation: 'handler', document: sister } }))).toBe('200 decided');
    expect(await shown()).toMatchObject({
      outcome: 'returned',
      decision: { outcome: 'returned', opinion: '申请人当场同意向晋安区卫生健康局提出。' },
      refusal: {
        by: 'window',
        office: { set: 'jinan', department: 'health', name: '晋安区卫生健康局' },
        agreed: {
          clerk: 'window',
          office: 'gulou/window',
          ...entryAt.window,
          present: { relation: 'handler', partyId: expect.stringMatching(/^p_/) },
        },
      },
    });
    const { body } = await world.send({ path: `/intake/applications/${id}/timeline`, actor: people.company });
    expect(body.items.at(-1)).toMatchObject({
      act: 'signpost-agreed',
      actor: 'window',
      reason: '依法不属于本机关职权范围，属于晋安区卫生健康局。',
    });
    expect((await world.papers()).map(({ data }) => data['documents']).at(-1)).toEqual(['signpost']);
    expect([findings(), (await shown()).actions.includes('review')]).toEqual([[], true]);
  });

  test.each([
    ['without his signature', { signatureKept: false, unsigned: 'declined' }, 'not-signed', '/entry/signatureKept'],
    ['with papers that were not looked at', { documentsSeen: [] }, 'nothing-seen', '/entry/documentsSeen'],
    [
      'through a relative',
      { present: { relation: 'relative', document: sister } },
      'not-his-to-agree',
      '/entry/present/relation',
    ],
  ])('does not %s: a head must look at it', async (...[, rest, code, pointer]) => {
    const answer = await agreed(rest);
    expect([answer.status, answer.body.errors]).toMatchObject([400, [{ code, pointer }]]);
    expect((await shown()).status).toBe('submitted');
  });

  test('agrees at a window alone, before anything else was proposed, and never to the office that has the case', async () => {
    expect(outline(await agreed({}, people.approver))).toBe('403 wrong-role');
    expect(outline(await agreed({}, { ...people.clerk, orgs: ['p_company'] }))).toBe('403 own-case');
    await signpost({ outside: '省药监局' });
    expect(outline(await agreed())).toBe('409 wrong-state');
  });
});

const beside = (one: string, duplicateOf: string) =>
  world.send(act(one, 'void', { actor: people.head, body: { ground: 'duplicate', duplicateOf, why: '重复' } }));

describe('a void case', () => {
  test('was entered by a slip: it has a decision with reasons, a finding, and can be reviewed', async () => {
    expect(outline(await makeVoid({ why: '不想办' }))).toBe('400 invalid-input');
    expect(outline(await makeVoid({ ground: 'clerical', why: '录入时选错事项' }))).toBe('200 decided');
    expect(await shown()).toMatchObject({
      outcome: 'void',
      decision: { outcome: 'void', opinion: '作废：录入有误。', reasons: '录入时选错事项' },
    });
    expect(findings()).toMatchObject([{ rule: 'made-void', about: 'clerical', caseId: id, state: 'open' }]);
    const review = await world.review(id);
    expect(outline(review)).toBe('201 submitted');
    expect((await world.send(read(review.body.id))).body).toMatchObject({ follows: { caseId: id, as: 'review' } });
  });

  test('was entered twice: the other one is named, is the same party’s and for the same item', async () => {
    const other = await submitted();
    expect(outline(await makeVoid({ ground: 'duplicate', why: '重复' }))).toBe('400 invalid-input');
    const itself = await makeVoid({ ground: 'duplicate', duplicateOf: id, why: '重复' });
    expect([outline(itself), itself.body.errors[0].pointer]).toEqual(['400 not-a-duplicate', '/duplicateOf']);
    expect(outline(await makeVoid({ ground: 'duplicate', duplicateOf: other, why: '重复' }, otherHead))).toBe(
      '200 decided',
    );
  });

  test('was entered twice also where the other is the same party’s by another of its ids', async () => {
    const second = applicantActor('second', { kind: 'organisation', partyId: 'p_second' });
    const body = { itemKey: 'food-business-licence', channel: 'online', form: cases.goodForm };
    const path = '/intake/applications';
    const begun = await world.send({ method: 'POST', path, headers: cases.freshKey(), actor: second, body });
    const other = begun.body.id;
    await world.send(cases.submit(other, { actor: second }));
    expect(outline(await beside(id, other))).toBe('400 not-a-duplicate');
    await told(world.deps, mergeFact(1, ['p_company', 'p_second'], 'merged'));
    expect(outline(await beside(id, other))).toBe('200 decided');
  });

  test('of two, each beside the other, only one is made void: the other must go on', async () => {
    const other = await submitted();
    table.beforeNextWrite(() => beside(other, id));
    expect(outline(await beside(id, other))).toBe('400 not-a-duplicate');
    expect((await shown()).status).toBe('submitted');
  });

  test('that was accepted is proposed by one and made void by another; the applicant does not read the proposal', async () => {
    await world.send(cases.accept(id));
    const body = { ground: 'clerical', why: '录入时选错事项' };
    const propose = (actor = people.clerk) => world.send(act(id, 'propose-void', { actor, body }));
    expect(outline(await makeVoid(body))).toBe('409 void-not-proposed');
    expect(outline(await propose(people.head))).toBe('200 accepted');
    expect(outline(await makeVoid(body))).toBe('403 same-person');
    expect(outline(await propose())).toBe('200 accepted');
    expect((await shown()).voiding).toBeUndefined();
    expect((await world.send(read(id, { actor: people.head }))).body.voiding).toMatchObject({ by: 'window', ...body });
    expect(outline(await makeVoid(body))).toBe('200 decided');
    expect(findings()).toMatchObject([{ rule: 'made-void' }]);
  });
});
