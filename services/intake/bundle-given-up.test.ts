import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { people, read } from '../../test/support/intake.ts';

const [registration, food, hygiene] = ['company-registration', 'food-business-licence', 'public-place-hygiene'];
const reason = '不开了';
const existing = { ...restaurant, answers: { company: 'existing', sign: 'yes' } };
const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);

let world: cases.IntakeWorld;
let inbox: ReturnType<typeof ownInbox>;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  const seed = seedOf('open-a-restaurant');
  // Steps and fees are of no concern here: one act grants.
  const items = seed.items.map((item) => ({ ...item, fee: [], steps: [] }));
  expect(outline(await cases.publish(world, { ...seed, items }))).toBe(200);
  inbox = ownInbox(world);
});

type Shown = { item: string; status: string; caseId: string };
async function handedIn(wanted = restaurant, body: object = {}, actor = founder): Promise<string> {
  const form = await bundles.formFor(world, wanted);
  const { id } = (await world.send(bundles.begin({ ...wanted, form, ...body }, actor))).body;
  expect(outline(await world.send(bundles.act(id, 'submit', { actor })))).toBe(200);
  await inbox.empty();
  return id;
}
const show = async (id: string) => (await world.send(bundles.show(id, people.supervisor))).body;
const states = async (id: string) => (await show(id)).parts.map(({ item, status }: Shown) => `${item} ${status}`);
const caseOf = async (id: string, item: string): Promise<string> =>
  (await show(id)).parts.find((part: Shown) => part.item === item).caseId;
const withdrawal = (rest: object = {}) => ({ body: { reason }, ...rest });
const giveUp = (id: string, rest: object = {}) => world.send(bundles.act(id, 'withdraw', withdrawal(rest)));
const withoutPart = (id: string, item: string, rest: object = {}) =>
  world.send(bundles.act(id, `parts/${item}/withdraw`, withdrawal(rest)));

async function granted(caseId: string): Promise<void> {
  const { department } = (await world.send(read(caseId, { actor: people.supervisor }))).body;
  const actor = staffActor('approver', { department });
  expect(outline(await world.send(cases.accept(caseId, { actor })))).toBe(200);
  const { version } = (await world.send(read(caseId, { actor }))).body;
  const issued = { party: { kind: 'organisation', uscc: '91350199MA00000015' } };
  const body = { outcome: 'granted', opinion: '符合条件', issued };
  const answer = await world.send(cases.decide(caseId, version, { actor, body }));
  expect(outline(answer)).toBe(200);
}

describe('a bundle that is given up after it was handed in', () => {
  test('has every open case withdrawn, one after another, however often a fact comes', async () => {
    const id = await handedIn(existing);
    const told = await giveUp(id);
    expect(told.body).toMatchObject({ status: 'under-way', actions: [] });
    const [first] = told.body.parts;
    expect(told.body.parts.map(({ becomes }: { becomes: string }) => becomes)).toEqual(Array(3).fill('withdrawing'));
    expect(first).toEqual({ item: food, becomes: 'withdrawing', caseId: await caseOf(id, food) });
    expect(outline(await giveUp(id))).toBe('wrong-state');
    await inbox.empty({ times: 2 });
    const shown = await show(id);
    expect(shown).toMatchObject({ status: 'done', outcome: 'none-granted', givenUp: { reason } });
    for (const part of shown.parts) {
      expect(part).toMatchObject({ status: 'ended', outcome: 'withdrawn' });
      expect(part).not.toHaveProperty('givenUp');
      const timeline = (await world.send({ path: `/intake/applications/${part.caseId}/timeline`, actor: founder })).body
        .items;
      expect(timeline.at(-1)).toMatchObject({ act: 'withdraw', actor: 'founder', office: 'applicant', reason });
    }
  });

  test('keeps what was decided, and says so though it has not heard of it yet', async () => {
    const id = await handedIn();
    await granted(await caseOf(id, registration));
    const stays = { item: registration, becomes: 'stays', outcome: 'granted' };
    expect((await giveUp(id)).body.parts).toMatchObject([
      stays,
      { item: food, becomes: 'withdrawn' },
      { item: hygiene, becomes: 'withdrawn' },
    ]);
    await inbox.empty();
    expect(await states(id)).toEqual([`${registration} ended`, `${food} withdrawn`, `${hygiene} withdrawn`]);
    expect(await show(id)).toMatchObject({ status: 'done', outcome: 'some-granted' });
  });

  test('has no case made that was still to be made', async () => {
    const form = await bundles.formFor(world, existing);
    const { id } = (await world.send(bundles.begin({ ...existing, form }))).body;
    await world.send(bundles.act(id, 'submit'));
    expect((await giveUp(id)).body).toMatchObject({ status: 'done' });
    await inbox.empty();
    expect((await world.send(bundles.show(id))).body).toMatchObject({
      creating: { made: 0, of: 3 },
      endedAt: '2026-08-03T01:00:00.000Z',
    });
  });

  test('is given up at a window for its applicant alone, who came and signed', async () => {
    const applicant = { kind: 'person', document };
    const id = await handedIn(restaurant, { channel: 'window', applicant, entry: entryAt.window }, people.clerk);
    expect(outline(await giveUp(id, { actor: people.clerk }))).toBe('invalid-input');
    const stranger = { kind: 'resident-id', number: '110101199003070038' };
    const by = (entry: object) => giveUp(id, { actor: people.clerk, body: { reason, entry } });
    const present = { relation: 'delegate', document: stranger };
    expect(outline(await by({ ...entryAt.window, present }))).toBe('not-entitled');
    expect(outline(await by(entryAt.window))).toBe(200);
    await inbox.empty();
    const found = (await world.send(read(await caseOf(id, registration), { actor: people.clerk }))).body;
    expect(found).toMatchObject({ status: 'withdrawn', withdrawnAtDesk: { clerk: 'window', right: 'signature' } });
    expect(found).not.toHaveProperty('representedBy');
  });

  test('is given up at a window as a draft too, with what the clerk recorded', async () => {
    const begun = { ...restaurant, channel: 'window', applicant: { kind: 'person', document }, entry: entryAt.window };
    const { id } = (await world.send(bundles.begin(begun, people.clerk))).body;
    expect(outline(await giveUp(id, { actor: people.clerk }))).toBe('invalid-input');
    const body = { reason, entry: entryAt.window };
    expect((await giveUp(id, { actor: people.clerk, body })).body).toMatchObject({ status: 'withdrawn', parts: [] });
    const { givenUp } = (await world.send(bundles.show(id, people.clerk))).body;
    expect(givenUp).toMatchObject({ reason, entry: { clerk: 'window', right: 'signature' } });
  });

  test('is no stranger’s to give up', async () => {
    const id = await handedIn();
    expect(outline(await giveUp(id, { actor: people.stranger }))).toBe('not-found');
    expect(outline(await withoutPart(id, food, { actor: people.stranger }))).toBe('not-found');
  });
});

describe('one part', () => {
  test('that has a case is withdrawn by that, and only what waits for it is dropped with it', async () => {
    const id = await handedIn(existing);
    expect(outline(await withoutPart(id, food))).toBe('part-has-case');
    expect(outline(await world.send(cases.withdraw(await caseOf(id, 'signboard'), { actor: founder })))).toBe(200);
    await inbox.empty();
    expect(await states(id)).toEqual([`${food} open`, `${hygiene} open`, 'signboard ended']);
    expect(await show(id)).toMatchObject({ status: 'under-way' });
  });

  test('that waits for another is taken out, and the others go on', async () => {
    const id = await handedIn();
    expect((await show(id)).actions).toEqual([]);
    const { body } = await world.send(bundles.show(id));
    expect(body.actions).toEqual(['withdraw', 'withdraw-part']);
    expect(outline(await withoutPart(id, food))).toBe(200);
    expect(outline(await withoutPart(id, food))).toBe('wrong-state');
    expect(outline(await withoutPart(id, 'signboard'))).toBe('not-found');
    await granted(await caseOf(id, registration));
    await inbox.empty();
    expect(await states(id)).toEqual([`${registration} ended`, `${food} withdrawn`, `${hygiene} open`]);
    const { items } = (await world.send({ path: `${bundles.path}/${id}/timeline`, actor: founder })).body;
    expect(items).toContainEqual(expect.objectContaining({ act: 'withdraw-part', reason: `${food} ${reason}` }));
  });
});
