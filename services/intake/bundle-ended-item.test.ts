import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import * as cases from '../../test/support/intake.ts';

const withSign = { ...restaurant, answers: { company: 'new', sign: 'yes' } };
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const itemsOf = ({ parts }: { parts: { item: string }[] }) => parts.map(({ item }) => item);

let world: cases.IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  expect(outline(await cases.publish(world, seedOf('open-a-restaurant')))).toBe(200);
});
const end = (key: string) =>
  cases.publish(world, {
    departments: [],
    items: [],
    bundles: [],
    whole: false,
    withdraw: [{ key, reason: '不再审批' }],
  });
const guide = () => world.send({ path: '/intake/public/bundles/open-a-restaurant' });
async function begun(wanted: typeof restaurant): Promise<string> {
  const form = await bundles.formFor(world, wanted);
  return (await world.send(bundles.begin({ ...wanted, form }))).body.id;
}

describe('a bundle one of whose items is withdrawn from the catalogue', () => {
  test('goes on without one that answers alone bring in; its guide says what has ended, the publisher which bundle it is', async () => {
    const published = await end('signboard');
    expect(published.body).toMatchObject({ bundlesEnded: [], bundlesNarrowed: ['open-a-restaurant'] });
    const { status, body } = await guide();
    expect([status, itemsOf(body)]).toEqual([
      200,
      ['company-registration', 'food-business-licence', 'public-place-hygiene'],
    ]);
    expect(body.ended).toMatchObject([{ item: 'signboard', reason: '不再审批' }]);
    expect(body.questions.map(({ key }: { key: string }) => key)).toEqual(['company']);
    const listed = (await world.send({ path: '/intake/public/bundles' })).body.items;
    expect(listed).toMatchObject([{ key: 'open-a-restaurant', items: itemsOf(body) }]);
    const id = await begun({ ...restaurant, answers: { company: 'new' } });
    expect(outline(await world.send(bundles.act(id, 'submit')))).toBe(200);
  });

  test('is offered no more where it cannot do without, and the publisher hears it', async () => {
    expect((await end('food-business-licence')).body).toMatchObject({
      bundlesEnded: ['open-a-restaurant'],
      bundlesNarrowed: [],
    });
    expect(outline(await guide())).toBe('bundle-unknown');
  });

  test('that was begun before goes on without it, and keeps what was filled in', async () => {
    const id = await begun(withSign);
    const before = (await world.send(bundles.show(id))).body;
    await end('signboard');
    expect(outline(await world.send(bundles.act(id, 'submit')))).toBe('item-withdrawn');
    expect(outline(await world.send(bundles.act(id, 'move-to-successor')))).toBe(200);
    const { body } = await world.send(bundles.show(id));
    expect([itemsOf(body), body.answers]).toEqual([itemsOf(before).slice(0, 3), { company: 'new' }]);
    expect(body.form.shared).toMatchObject({ 'company.name': before.form.shared['company.name'] });
    expect(outline(await world.send(bundles.act(id, 'submit')))).toBe(200);
  });

  test('that was handed in before goes its way with it', async () => {
    const id = await begun({ ...withSign, answers: { company: 'existing', sign: 'yes' } });
    await world.send(bundles.act(id, 'submit'));
    await end('signboard');
    await ownInbox(world).empty();
    const { parts } = (await world.send(bundles.show(id))).body;
    expect(parts.at(-1)).toMatchObject({ item: 'signboard', status: 'open' });
  });
});
