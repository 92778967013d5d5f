import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { restaurant, seedOf } from '../../test/support/bundles.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';

const desk = staffActor('community');
const applicant = { kind: 'person', document: { kind: 'resident-id', number: '11010519491231002X' } };
const existing = (sign: string) => ({ company: 'existing', sign });
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);

let world: IntakeWorld;
let form: bundles.OneForm;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  const { items, ...seed } = seedOf('open-a-restaurant');
  const narrowed = items.map((item) =>
    item.key === 'signboard' ? { ...item, channels: ['online', 'window'] } : { ...item, channels: undefined },
  );
  expect((await cases.publish(world, { ...seed, items: narrowed })).status).toBe(200);
  form = await bundles.formFor(world, { ...restaurant, answers: existing('yes') });
});
const atDesk = { bundleKey: restaurant.bundleKey, channel: 'community', applicant, entry: entryAt.community };
const begin = (answers: object, rest: object = atDesk, actor = desk) =>
  world.send(bundles.begin({ bundleKey: restaurant.bundleKey, answers, form, ...rest }, actor));

test('a desk does not begin a bundle with an item that it does not take in; the refusal names the item and where it is', async () => {
  const { status, body } = await begin(existing('yes'));
  expect([status, body.code]).toEqual([409, 'item-not-in-channel']);
  expect(body.errors).toEqual([
    { pointer: '/parts/signboard', code: 'not-in-channel', message: expect.stringContaining('online, window') },
  ]);
  expect(outline(await begin(existing('no')))).toBe(201);
  expect(outline(await begin(existing('yes'), { channel: 'online' }, bundles.founder))).toBe(201);
});

test('an item that is chosen later is shown as not taken in, saved, and not handed in; without it the bundle is', async () => {
  // While the question is open nobody knows whether the sign is wanted.
  const { id } = (await begin({ company: 'existing' })).body;
  const save = (version: number, sign: string) =>
    world.send(bundles.save(id, version, { actor: desk, body: { answers: existing(sign), form } }));
  expect(outline(await save(1, 'yes'))).toBe(200);
  const { parts } = (await world.send(bundles.show(id, desk))).body;
  const marked = parts.filter((part: { notInChannel?: boolean }) => part.notInChannel);
  expect(marked.map(({ item }: { item: string }) => item)).toEqual(['signboard']);
  const refused = await world.send(bundles.act(id, 'submit', { actor: desk }));
  expect([refused.body.code, refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    'item-not-in-channel',
    ['/parts/signboard'],
  ]);
  expect(outline(await save(2, 'no'))).toBe(200);
  expect(outline(await world.send(bundles.act(id, 'submit', { actor: desk })))).toBe(200);
});

test('the guide says of each item where it is taken in', async () => {
  const { body } = await world.send({ path: `/intake/public/bundles/${restaurant.bundleKey}` });
  const channels = body.parts.map((part: { channels?: string[] }) => part.channels);
  expect(channels).toEqual([undefined, undefined, undefined, ['online', 'window']]);
});
