import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { usccCheckCharacter } from '#shared/identity-number';
import { fakeTable } from '#shared/table.fake';
import { applicantActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { entryAt } from '../../test/support/entries.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { people, type IntakeWorld } from '../../test/support/intake.ts';
import { authorityFact, told } from '../../test/support/parties.ts';
import { item } from './domain/catalogue/item.ts';
import { itemOf } from './cases.fake.ts';

const codeOf = (start: string) => {
  const first = `${start}350102MA0000000`;
  return first + usccCheckCharacter(first);
};
const bodies = { enterprise: '91', institution: '12', 'social-organisation': '51', office: '11', 'law-firm': '31' };
const organisation = (start: string) => ({ kind: 'organisation', uscc: codeOf(start) });
const person = { kind: 'person', document: { kind: 'resident-id', number: '11010519491231002X' } };
const everyone = ['1', '2', '3', '4', '5', '6'] as const;

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  const forOne = everyone.map((one) => itemOf({ key: `for-${one}`, audience: [one] }));
  await cases.publish(world, { ...cases.publication, items: [...cases.publication.items, ...forOne] });
});
const begin = async (itemKey: string, actor: Actor, rest: object = {}) => {
  const body = { itemKey, form: cases.goodForm, channel: 'online', ...rest };
  return world.send({ method: 'POST', path: '/intake/applications', actor, headers: cases.freshKey(), body });
};
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const takenBy = async (actor: Actor, rest: object = {}) => {
  const answers = await Promise.all(
    everyone.map(async (one) => [one, outline(await begin(`for-${one}`, actor, rest))]),
  );
  return answers.flatMap(([one, said]) => (said === 201 ? [one] : [])).join('');
};
const atDesk = { channel: 'window', entry: entryAt.window };

describe('an item is for its audience alone', () => {
  test.each([
    ['a citizen', people.stranger, '1'],
    ['an enterprise', applicantActor('one', { kind: 'organisation', organisationKind: '2' }), '2'],
    ['an institution', applicantActor('one', { kind: 'organisation', organisationKind: '3' }), '3'],
    ['an organisation whose token is from before codes were read', people.company, '23456'],
  ])('online: %s', async (_, actor, taken) => {
    expect(await takenBy(actor)).toBe(taken);
  });

  test.each([
    ['a person', person, '1'],
    ['an enterprise', organisation(bodies.enterprise), '2'],
    ['an institution', organisation(bodies.institution), '3'],
    ['a social organisation', organisation(bodies['social-organisation']), '4'],
    ['an office', organisation(bodies.office), '5'],
    ['a law firm', organisation(bodies['law-firm']), '6'],
  ])('at a window, by the document that is named: %s', async (_, applicant, taken) => {
    expect(await takenBy(people.clerk, { ...atDesk, applicant })).toBe(taken);
  });

  test.each([
    ['a guardian applies for his ward, a person', 'guardian', '1'],
    ['a handler for his organisation', 'handler', '23456'],
    ['a delegate names whom he applies for where it matters', 'delegate', ''],
  ] as const)('by an authority: %s', async (_, kind, taken) => {
    await told(world.deps, authorityFact(1, 1, { kind, scope: { items: ['*'] } }));
    expect(await takenBy(applicantActor('handler'), { authorityId: uuid(1, 7) })).toBe(taken);
  });

  test('the refusal says which item, and for whom it is', async () => {
    const refused = await begin('for-2', people.stranger);
    expect([refused.status, refused.body.errors]).toEqual([
      409,
      [{ pointer: '/itemKey', code: 'not-in-audience', message: expect.stringContaining('企业法人') }],
    ]);
    await told(world.deps, authorityFact(1, 1, { kind: 'delegate', scope: { items: ['*'] } }));
    const unnamed = await begin('for-2', applicantActor('handler'), { authorityId: uuid(1, 7) });
    expect(unnamed.body.errors).toMatchObject([{ pointer: '/applicant', code: 'required' }]);
  });

  test('a case is not passed on to an office whose item is not for its party', async () => {
    const { id } = (await begin('for-1', people.stranger)).body;
    await world.send(cases.submit(id, { actor: people.stranger }));
    await world.send(cases.accept(id));
    const forward = (itemKey: string) =>
      world.send(cases.act(id, 'forward', { actor: people.approver, body: { itemKey, why: '属其他部门' } }));
    expect((await forward('for-2')).body).toMatchObject({
      code: 'item-not-for-applicant',
      errors: [{ pointer: '/itemKey' }],
    });
    expect((await forward('food-business-licence')).status).toBe(200);
  });
});

test('a bundle is refused by the part that is not for its party; one of a party that it creates is for that one', async () => {
  const { items, ...seed } = bundles.seedOf('open-a-restaurant');
  const narrowed = items
    .map((one) => item().parse(one))
    .map((item) => ({
      ...item,
      ...(item.key !== 'company-registration' && { audience: ['2'] }),
      materials: item.materials.map((line) => ({ ...line, basis: '示例法' })),
    }));
  const grounds = narrowed.flatMap(({ key }) => cases.groundFor(key).grounds);
  expect((await cases.publish(world, { ...seed, items: narrowed, grounds })).status).toBe(200);
  const { bundleKey } = bundles.restaurant;
  const existing = { company: 'existing', sign: 'no' };
  const form = await bundles.formFor(world, { bundleKey, answers: existing });
  const start = (answers: object) => world.send(bundles.begin({ bundleKey, answers, form }));
  const refused = await start(existing);
  expect([refused.body.code, refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    'item-not-for-applicant',
    ['/parts/food-business-licence', '/parts/public-place-hygiene'],
  ]);
  expect((await start({ company: 'new', sign: 'no' })).status).toBe(201);

  // What is answered later counts when it is handed in.
  const { id } = (await start({})).body;
  expect((await world.send(bundles.save(id, 1, { body: { answers: existing, form } }))).status).toBe(200);
  expect((await world.send(bundles.act(id, 'submit'))).body.code).toBe('item-not-for-applicant');
});
