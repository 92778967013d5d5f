import { beforeEach, describe, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import type { Request } from '../../test/support/gateway-event.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';
import { codesFor, demoForm, itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const named = (key: string) => ({
  ...demoForm,
  properties: { ...demoForm.properties, operator: { type: 'string', 'x-same-as': key } },
});
const opening = (key: string) => openResults({ ...cases.publication, items: [itemOf({ form: named(key) })] });
const tick = () => passTimeHourly(at.world.deps)();
const publicList = async (query: Record<string, string> = {}) =>
  (await at.world.send({ path: '/intake/public/publicity', query })).body;
const send = (method: string, path: string, rest: Partial<Request>) =>
  at.world.send({ method, path: `/intake/publicity/${path}`, headers: cases.freshKey(), ...rest });
const see = (id: string, actor = people.approver) => at.world.send({ path: `/intake/publicity/${id}`, actor });

const { approver, head, otherApprover, company, stranger, supervisor } = people;
let at: Results;
beforeEach(async () => {
  at = await opening('company.name');
});

/** A licence that the clock has published. */
async function published(): Promise<string> {
  const id = await at.decided();
  at.later(1 / 24);
  await tick();
  return id;
}
const object = async (id: string, actor = stranger): Promise<string> =>
  (await send('POST', `${id}/objections`, { actor, body: { text: '名称有误' } })).body.objection;
interface Answer {
  objection: string | undefined;
  outcome: string;
  text: string;
  holder?: object;
}
const answer = (id: string, { objection, ...body }: Answer, actor = approver) =>
  send('POST', `${id}/objections/${objection}/answer`, { actor, body });

describe('a granted licence', () => {
  test('is published by the clock with the name of an organisation, and nothing else of it', async () => {
    const id = await published();
    const { items } = await publicList();
    expect(items).toEqual([
      {
        id,
        item: '食品经营许可（新办）',
        itemKey: 'food-business-licence',
        department: 'amr',
        number: `${codesFor('food-business-licence').implementing['gulou']}202608030001`,
        holder: { kind: 'organisation', name: '示例公司' },
        decidedAt: '2026-08-03T01:00:00.000Z',
        publishedAt: '2026-08-03T02:00:00.000Z',
        objected: false,
      },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/段|1804953|p_company/);
  });

  test('names a person by a mask, also in what is stored', async () => {
    at = await opening('person.name');
    const id = await at.decided('granted', { ...cases.goodForm, operator: '段正淳' });
    await tick();
    const stored = at.table.rows().filter(({ pk }) => pk === `PUBLICITY#${id}`);
    expect(JSON.stringify(stored)).not.toContain('段正淳');
    expect(JSON.stringify(stored)).toContain('段**');
  });

  test('waits for somebody to name the holder where the form does not; late after seven working days, told once', async () => {
    at = await opening('project.name');
    const id = await at.decided();
    await tick();
    expect((await publicList()).items).toEqual([]);
    expect(outline(await send('POST', `${id}/publish`, { actor: approver, body: {} }))).toEqual([400, 'no-holder']);
    at.later(9);
    await tick();
    expect(at.findings()).toEqual([]);
    at.later(1);
    await tick();
    await tick();
    const late = at.findings().filter(({ rule }) => rule === 'publicity-overdue');
    expect(late).toMatchObject([{ caseId: id, department: 'amr' }]);
    const list = { path: '/intake/publicity', query: { department: 'amr' }, actor: supervisor };
    expect((await at.world.send(list)).body.items).toMatchObject([{ id, late: true, status: 'due' }]);
    const body = { holder: { kind: 'person', name: '段正淳' } };
    expect(outline(await send('POST', `${id}/publish`, { actor: approver, body }))).toEqual([200, 'published']);
    expect((await publicList()).items).toMatchObject([{ holder: { kind: 'person', name: '段**' } }]);
  });

  test.each([
    ['a refusal', 'refused', true],
    ['a result that is not public', 'granted', false],
  ])('%s is not published', async (_, outcome, isPublic) => {
    const result = { licenceType: null, validity: null, public: isPublic };
    at = await openResults({ ...cases.publication, items: [itemOf({ form: named('company.name'), result })] });
    const id = await at.decided(outcome);
    await tick();
    expect((await publicList()).items).toEqual([]);
    expect(outline(await see(id))).toEqual([404, 'not-found']);
  });

  test('is listed page by page, the newest first', async () => {
    const ids = [await published(), await published(), await published()].toReversed();
    const first = await publicList({ limit: '2' });
    const second = await publicList({ limit: '2', cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  test('is taken out by a head, with the reason', async () => {
    const id = await published();
    const body = { reason: '涉及商业秘密' };
    expect(outline(await send('POST', `${id}/withdraw`, { actor: approver, body }))).toEqual([403, 'wrong-role']);
    expect(outline(await send('POST', `${id}/withdraw`, { actor: head, body }))).toEqual([200, 'withdrawn']);
    expect((await publicList()).items).toEqual([]);
    expect((await see(id)).body).toMatchObject({ withdrawnFor: '涉及商业秘密', actions: [] });
  });
});

test('a licence that is revoked is taken out of the public list, by its decision and not before', async () => {
  const id = await published();
  const revoke = { actor: head, body: { ground: 'deception', why: '材料系伪造' } };
  const revocation = (await at.act(id, 'revoke', revoke)).body.id;
  expect((await publicList()).items).toMatchObject([{ id }]);
  await at.world.send(cases.decide(revocation, 1, { body: { outcome: 'granted', opinion: '予以撤销' } }));
  await at.settle();
  expect((await publicList()).items).toEqual([]);
  expect((await see(id)).body).toMatchObject({ status: 'withdrawn', withdrawnFor: 'revoked', actions: [] });
});

describe('an objection', () => {
  test('of anybody is answered by a reviewer: the entry is corrected', async () => {
    const id = await published();
    const objection = await object(id);
    expect((await publicList()).items).toMatchObject([{ id, objected: true }]);
    const holder = { kind: 'organisation', name: '示例餐饮公司' };
    const body = { objection, outcome: 'corrected', text: '已核实', holder };
    expect(outline(await answer(id, body))).toEqual([200, 'published']);
    expect((await publicList()).items).toMatchObject([{ holder, objected: false }]);
    const [seen] = (await see(id, stranger)).body.objections;
    expect(seen).toMatchObject({ id: objection, text: '名称有误', answer: { by: 'approver', outcome: 'corrected' } });
    expect((await see(id, company)).body.objections).toEqual([]);
    const told = at.facts('intake.objection-answered.v1').map(({ data }) => [data['partyId'], data['outcome']]);
    expect(told).toEqual([['p_stranger', 'corrected']]);
  });

  test('that stands alone is rejected, and the entry with it stands; others are still open', async () => {
    const id = await published();
    const [one, two] = [await object(id), await object(id, applicantActor('other'))];
    const rejected = { outcome: 'rejected', text: '与证照一致' };
    expect(outline(await answer(id, { objection: one, ...rejected }))).toEqual([200, 'objected']);
    expect(outline(await answer(id, { objection: one, ...rejected }))).toEqual([409, 'no-such-objection']);
    expect(outline(await answer(id, { objection: two, ...rejected }))).toEqual([200, 'published']);
  });

  test('that takes the entry out answers every other', async () => {
    const id = await published();
    const [one] = [await object(id), await object(id, applicantActor('other'))];
    expect(outline(await answer(id, { objection: one, outcome: 'withdrawn', text: '不应公示' }))).toEqual([
      200,
      'withdrawn',
    ]);
    expect(at.facts('intake.objection-answered.v1')).toHaveLength(2);
    expect(outline(await send('POST', `${id}/objections`, { actor: company, body: { text: '再议' } }))).toEqual([
      409,
      'wrong-state',
    ]);
    // To whom it does not concern, what is withdrawn is not there any more.
    expect(outline(await see(id, applicantActor('late')))).toEqual([404, 'not-found']);
  });

  test('is not answered by another department, nor by whoever raised it', async () => {
    const id = await published();
    const objection = await object(id);
    const body = { objection, outcome: 'rejected', text: '一致' };
    expect(outline(await answer(id, body, otherApprover))).toEqual([404, 'not-found']);
    const self = staffActor('approver', { department: 'amr' }, 'stranger');
    expect(outline(await answer(id, body, self))).toEqual([403, 'own-case']);
    expect(outline(await answer(id, { ...body, outcome: 'corrected' }))).toEqual([400, 'invalid-input']);
  });

  test('answered by two at one moment is answered once', async () => {
    const id = await published();
    const objection = await object(id);
    const body = { objection, outcome: 'rejected', text: '一致' };
    const answers = await Promise.all([answer(id, body), answer(id, body, head)]);
    expect(new Set(answers.map((one) => outline(one).join(' ')))).toEqual(
      new Set(['200 published', '409 wrong-state']),
    );
  });
});
