import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../test/support/intake.ts';
import { amr, itemOf } from './cases.fake.ts';

const material = {
  type: 'plan',
  name: '平面图',
  nameEn: 'Plan',
  issuer: '申请人',
  reviewPoints: ['面积一致', '流向不交叉'],
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  sharedResource: null,
  about: 'premises',
  originals: 1,
  copies: 2,
};
const licence = {
  ...material,
  type: 'licence',
  must: 'must',
  restsOn: 'item',
  source: 'government',
  sharedResource: 'legal-entity',
};
const renewal = { ...material, type: 'old-licence', situations: ['延续'], basis: '食品经营许可和备案管理办法 art. 30' };
const commitment = { text: '承诺', basis: '法', covers: ['plan'], checkWithin: 30 };
const item = { ...itemOf(), situations: ['新办', '延续'], materials: [material, licence, renewal], commitment };

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, { departments: [amr], items: [item] });
});
const list = (query: Record<string, string> = {}, key = item.key) =>
  world.send({ path: `/intake/public/items/${key}/requirements`, query });

test('anyone reads what is asked of him in each situation, by what right and by whom; what sharing provides is not', async () => {
  const { status, headers, body } = await list();
  expect([status, headers['ETag'], headers['Cache-Control']]).toEqual([200, '"1"', 'public, max-age=30']);
  const { basis } = item;
  const asked = { ...material, basis, asked: true };
  const shared = { ...licence, basis, asked: false, instead: 'sharing' };
  const { situations, ...old } = renewal;
  expect(body).toEqual({
    itemKey: item.key,
    version: 1,
    name: item.name,
    nameEn: item.nameEn,
    basis: item.basis,
    department: 'amr',
    committed: false,
    situations: [
      { situation: '新办', requirements: [asked, shared] },
      { situation: '延续', requirements: [asked, shared, { ...old, asked: true }] },
    ],
    tolerancePromise: { wording: '2026-1', text: expect.stringContaining('自受理之日起{days}个工作日内补齐') },
  });
});

test('one situation, and what a commitment spares', async () => {
  const { body } = await list({ situation: '新办', committed: 'true' });
  expect(body).toMatchObject({
    committed: true,
    situations: [{ requirements: [{ type: 'plan', asked: false, instead: 'commitment' }, { instead: 'sharing' }] }],
  });
  expect((await list({ situation: '注销' })).body.situations).toEqual([]);
  expect((await list({ situation: '随便' })).status).toBe(400);
  expect((await list({}, 'none')).body.code).toBe('item-unknown');
});

test.each([
  ['a material that is on the list', { material: 'plan' }, 200],
  ['a field of the form', { pointer: '/contact/phone' }, 200],
  ['one entry more of a list in the form', { pointer: '/managers/-' }, 200],
  ['a part of an entry that is not there', { pointer: '/managers/0/id' }, 400],
  ['an entry behind the end of a list', { pointer: '/managers/9' }, 400],
  ['a material that is not', { material: 'no-crime-certificate' }, 400],
  ['a material of another situation', { material: 'old-licence' }, 400],
  ['what sharing provides', { material: 'licence' }, 400],
  ['a field that the form does not have', { pointer: '/contact/wechat' }, 400],
])('a notice may demand what the list has: %s', async (...[, defect, status]) => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  const defects = [{ ...defect, what: '不符', mend: '重新提交' }];
  const notice = await world.send(cases.act(id, 'request-correction', { actor: people.clerk, body: { defects } }));
  expect([notice.status, notice.body.code]).toEqual([status, status === 200 ? undefined : 'not-on-list']);
});

test.each([
  ['what may follow', ['plan'], 200],
  ['what must be there', ['licence'], 400],
  ['what another situation wants', ['old-licence'], 400],
  ['what is not on the list', ['photo'], 400],
])('an acceptance may let follow later: %s', async (...[, requirements, status]) => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  const body = { tolerance: { requirements, days: 3, promised: true, signature: { ref: 'hall-2026-0001' } } };
  expect((await world.send(cases.accept(id, { body }))).status).toBe(status);
});

test('an acceptance names each of them once', async () => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  const requirements = ['plan', 'plan'];
  const body = { tolerance: { requirements, days: 3, promised: true, signature: { ref: 'hall-2026-0001' } } };
  const { status, body: said } = await world.send(cases.accept(id, { body }));
  expect([status, said.code, said.errors[0].pointer]).toEqual([400, 'invalid-input', '/tolerance/requirements/1']);
});

test('after acceptance the same list holds', async () => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  await world.send(cases.accept(id));
  const ask = (material_: string) =>
    world.send(
      cases.act(id, 'request-supplement', {
        actor: people.approver,
        body: { defects: [{ material: material_, what: '缺', mend: '补' }], why: '现场发现' },
      }),
    );
  expect((await ask('licence')).body.code).toBe('not-on-list');
  expect((await ask('plan')).status).toBe(200);
});
