import { beforeEach, expect, test } from 'vitest';
import { answer, confirmed, given, openMaterials, refused } from '../../test/support/case-materials.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';

let at: Awaited<ReturnType<typeof openMaterials>>;
let id: string;
beforeEach(async () => {
  at = await openMaterials();
  id = await at.handedIn(given('articles'), given('lease', 2));
});

const acted = (name: string, body: object, actor = people.approver) => at.world.send(act(id, name, { actor, body }));
const accepted = async () => {
  await at.hear(answer(id, 2, confirmed('articles'), confirmed('lease', 2)));
  expect(outline(await at.world.send(cases.accept(id)))).toBe('200 accepted');
};
/** What the library was told of the case that began last. */
const lastTold = async () =>
  (await at.told('intake.application-submitted.v1')).find(({ data }) => data['caseId'] !== id)?.data;

test('a case that is passed on takes along what the other office’s item asks for, and waits for the library there', async () => {
  await accepted();
  const passed = await acted('forward', { itemKey: 'health-item', why: '属卫健部门权限' });
  expect(outline(passed)).toBe('200 decided');
  const { forwardedTo } = (await at.world.send(cases.read(id))).body;
  expect(await lastTold()).toMatchObject({ caseId: forwardedTo, materials: [given('articles')] });
  expect(await at.statuses(forwardedTo)).toEqual({ articles: 'waiting' });
});

test('a case upon a decision rests on the documents of that one', async () => {
  await accepted();
  await at.world.send(cases.decide(id, 3));
  const why = { ground: 'not-qualified', why: '不符合法定条件' };
  const { body } = await acted('revoke', why, people.head);
  expect(await at.statuses(body.id)).toMatchObject({ articles: 'waiting', lease: 'waiting' });
  expect(await lastTold()).toMatchObject({ caseId: body.id, materials: [given('articles'), given('lease', 2)] });
});

test('what was refused stays behind, and a case without documents takes none along', async () => {
  await at.hear(answer(id, 2, refused('articles', 1, 'unknown'), refused('lease', 2, 'unknown')));
  await at.world.send(cases.accept(id));
  await at.world.send(cases.decide(id, 3));
  const { body } = await acted('revoke', { ground: 'deception', why: '材料不实' }, people.head);
  expect(await lastTold()).toMatchObject({ caseId: body.id, materials: [] });
});
