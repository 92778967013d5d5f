import { beforeAll, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { readSeed } from '../../localstack/seed-files.ts';
import { intakeOver, publish, type IntakeWorld } from '../../test/support/intake.ts';

const wanted = ['company-registration', 'food-business-licence', 'public-place-hygiene', 'signboard'];
const { departments, items, bundles } = readSeed();

let world: IntakeWorld;
beforeAll(async () => {
  world = intakeOver(fakeTable());
  const body = {
    departments,
    items: items.filter(({ key }) => wanted.includes(key)),
    bundles: bundles.filter(({ key }) => key === 'open-a-restaurant'),
  };
  expect((await publish(world, body)).status).toBe(200);
});
const path = '/intake/public/bundles';
const guide = (query?: Record<string, string>) =>
  world.send({ path: `${path}/open-a-restaurant`, ...(query && { query }) });

describe('anyone', () => {
  test('finds the bundles with their items', async () => {
    const { status, body } = await world.send({ path });
    expect([status, body.items]).toEqual([
      200,
      [{ key: 'open-a-restaurant', name: '开办餐饮店一件事', nameEn: 'Open a restaurant', items: wanted }],
    ]);
  });

  test('reads the guide of one: the items in their order, one form, one list of materials, fees with their items', async () => {
    const { status, body } = await guide();
    expect(status).toBe(200);
    expect(body.parts.map(({ item }: { item: string }) => item)).toEqual(wanted);
    expect(body.parts[1]).toMatchObject({
      needs: ['company-registration'],
      party: 'company-registration',
      situation: '新办',
      fee: [],
    });
    expect(Object.keys(body.form.properties.items.properties)).toEqual(wanted);
    expect(body.materials).toContainEqual(
      expect.objectContaining({ type: 'business-licence', how: 'result', from: 'company-registration' }),
    );
  });

  test('sees only what applies once the questions are answered', async () => {
    const { body } = await guide({ answers: 'company:existing,sign:no' });
    expect(body.parts).toMatchObject([
      { item: 'food-business-licence', needs: [] },
      { item: 'public-place-hygiene', needs: [] },
    ]);
  });

  test.each([{ answers: 'company:new' }, { answers: 'company:new,sign:perhaps' }, { answers: 'company' }])(
    'is told what an answer must be: %o',
    async (query) => {
      const { status, body } = await guide(query);
      expect([status, body.errors[0].pointer]).toEqual([400, '?answers']);
    },
  );

  test('hears that there is no such bundle, and of a page that is none', async () => {
    const unknown = await world.send({ path: `${path}/nothing` });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'bundle-unknown']);
    const cursor = Buffer.from('["nothing","nothing"]').toString('base64url');
    expect((await world.send({ path, query: { cursor } })).body.code).toBe('invalid-cursor');
  });
});
