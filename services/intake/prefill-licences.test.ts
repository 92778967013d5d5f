import { beforeEach, describe, expect, test } from 'vitest';
import { applicantActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox } from '../../test/support/bundles.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { company, founder, full, openRegister, said, uscc } from '../../test/support/register.ts';

let at: Awaited<ReturnType<typeof openRegister>>;
beforeEach(async () => {
  at = await openRegister();
});

describe('a licence in force', () => {
  test('fills in its holder’s form where nothing was said, with where each value is from', async () => {
    const licenceId = await at.register();
    const id = await at.begun('food', { form: { address: '另一处', name: '' } });
    const { form, prefilled } = await at.seen(id);
    expect(form).toEqual({ ...full, address: '另一处', name: '' });
    const from = { licenceId, edition: 1 };
    expect(prefilled).toEqual([
      { pointer: '/uscc', source: 'party', from },
      { pointer: '/capital', source: 'licence:business-licence/capital', from },
      { pointer: '/code', source: 'licence:business-licence/licence-number', from },
    ]);
    expect(outline(await at.submit(id))).toBe('200 submitted');
    expect((await at.seen(id)).prefilled).toEqual(prefilled);
  });

  test('fills in nobody else’s, not even that of whoever applied for it before the company was', async () => {
    await at.register();
    for (const actor of [founder, applicantActor('stranger')]) {
      expect((await at.seen(await at.begun('food', {}, actor), actor)).form).toEqual({});
    }
  });

  test('fills in what a clerk enters for its holder, who finds the read recorded', async () => {
    const licence = await at.register();
    const entry = { documentsSeen: ['business-licence'], originalChecked: true, signatureKept: true };
    const named = { applicant: { kind: 'organisation', uscc }, entry: { hall: 'H1', window: 'W1', ...entry } };
    const id = await at.begun('food', { channel: 'window', ...named }, people.clerk);
    expect((await at.seen(id)).form).toEqual(full);
    const path = `/intake/applications/${licence}/access-records`;
    const { items: reads } = (await at.world.send({ path, actor: founder })).body;
    expect(reads).toMatchObject([{ reason: expect.stringContaining(id) }]);
  });

  test('says what its last change says; where there are two of a kind nothing is filled in', async () => {
    const licenceId = await at.granted('amend', said, { situation: '新办' });
    const draft = await at.begun('food');
    await at.granted('amend', { ...said, capital: 80 }, { situation: '变更' });
    const { form, prefilled } = await at.seen(await at.begun('food'));
    expect([form.capital, prefilled.at(-1).from]).toEqual([80, { licenceId, edition: 2 }]);
    expect((await at.seen(draft)).prefilled.at(-1)).toMatchObject({ lapsed: 'superseded', from: { edition: 1 } });

    await at.granted('amend', said, { situation: '新办' });
    expect((await at.seen(await at.begun('food'))).form).toEqual({});
  });
});

describe('a licence that is in force no more', () => {
  test('is told by field before what it says is handed in; what is changed or confirmed is the applicant’s own', async () => {
    const licenceId = await at.register();
    const id = await at.begun('food');
    await at.revoked(licenceId);
    expect((await at.seen(id)).prefilled.map(({ lapsed }: { lapsed?: string }) => lapsed)).toEqual(
      Array(5).fill('revoked'),
    );
    const refused = await at.submit(id);
    expect(outline(refused)).toBe('409 prefilled-lapsed');
    expect(refused.body.errors).toHaveLength(5);
    const save = (version: number, body: object) => at.world.send(cases.save(id, version, { actor: company, body }));
    await save(1, { form: { ...full, capital: 60 }, confirmed: ['/uscc', '/name', '/address'] });
    expect((await at.submit(id)).body.errors).toMatchObject([{ pointer: '/form/code', code: 'prefilled-lapsed' }]);
    await save(2, { form: { ...full, capital: 60 }, confirmed: ['/code'] });
    expect(outline(await at.submit(id))).toBe('200 submitted');
    expect((await at.seen(await at.begun('food'))).form).toEqual({});
  });

  test('has run out on the day after its last, whether or not the library has said so yet', async () => {
    await at.register();
    const id = await at.begun('food');
    at.world.clock.now = new Date('2026-08-13T15:59:00Z');
    expect((await at.seen(id)).prefilled[0].lapsed).toBeUndefined();
    at.world.clock.now = new Date('2026-08-13T16:00:00Z');
    expect((await at.seen(id)).prefilled[0].lapsed).toBe('expired');
    expect(outline(await at.submit(id))).toBe('409 prefilled-lapsed');
  });
});

test('a bundle is filled in like a case: once for all, when an answer brings another item in too, and its cases say from where', async () => {
  const licenceId = await at.register();
  const begin = bundles.begin({ bundleKey: 'open', answers: { sign: 'no' } }, company);
  const { id } = (await at.world.send(begin)).body;
  const show = async () => (await at.world.send(bundles.show(id, company))).body;
  const { form } = await show();
  const shared = { 'company.uscc': uscc, 'company.name': said.name };
  const more = { 'company.registered-address': said.seat.address, 'company.registered-capital': 50 };
  expect(form).toEqual({ shared: { ...shared, ...more }, items: { food: { code: '营 001' } } });

  const mine = { shared: { ...shared, 'company.registered-capital': 70 }, items: form.items };
  const save = () =>
    at.world.send(bundles.save(id, 1, { actor: company, body: { answers: { sign: 'yes' }, form: mine } }));
  expect([outline(await save()), outline(await save())]).toEqual(['200 draft', '200 draft']);
  const saved = await show();
  expect(saved.form).toEqual({ ...mine, items: { ...form.items, sign: { number: '营 001' } } });
  expect(saved.prefilled.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/shared/company.uscc',
    '/shared/company.name',
    '/items/food/code',
    '/items/sign/number',
  ]);

  expect(outline(await at.world.send(bundles.act(id, 'submit', { actor: company })))).toMatch(/^200/);
  await ownInbox(at.world).empty();
  const sign = (await show()).parts.find(({ item }: { item: string }) => item === 'sign');
  const from = { licenceId, edition: 1 };
  expect((await at.seen(sign.caseId)).prefilled).toEqual([
    { pointer: '/uscc', source: 'party', from },
    { pointer: '/name', source: 'party', from },
    { pointer: '/number', source: 'licence:business-licence/licence-number', from },
  ]);
});

test('a bundle that was filled in from a licence revoked since is not handed in before that is confirmed', async () => {
  const licenceId = await at.register();
  const begin = bundles.begin({ bundleKey: 'open', answers: { sign: 'no' } }, company);
  const { id } = (await at.world.send(begin)).body;
  await at.revoked(licenceId);
  const handIn = () => at.world.send(bundles.act(id, 'submit', { actor: company }));
  expect(outline(await handIn())).toBe('409 prefilled-lapsed');
  const { form, prefilled } = (await at.world.send(bundles.show(id, company))).body;
  expect(prefilled[0]).toMatchObject({ pointer: '/shared/company.uscc', lapsed: 'revoked' });
  const confirmed = prefilled.map(({ pointer }: { pointer: string }) => pointer);
  await at.world.send(bundles.save(id, 1, { actor: company, body: { answers: { sign: 'no' }, form, confirmed } }));
  expect(outline(await handIn())).toMatch(/^200/);
});
