import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import * as cases from '../../test/support/intake.ts';
import { read, type IntakeWorld } from '../../test/support/intake.ts';
import { codesFor } from './cases.fake.ts';
import { labelled } from './labelled.fake.ts';

const engine = engineForTests();

const named = (key: string) => ({ key, codes: codesFor(key) });
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const uscc = '91350199MA00000015';
const partyId = partyIdOf(cases.cityKey, { kind: 'uscc', number: uscc });
const company = applicantActor('company', { kind: 'organisation', partyId });
const amr = staffActor('approver', { department: 'amr' });
const health = staffActor('approver', { department: 'health' }, 'health');

describe.each(engine.tables)('a case of a bundle that is forwarded over %s', (_, create) => {
  let world: IntakeWorld;
  let inbox: ReturnType<typeof ownInbox>;
  let id: string;
  const send = (request: Parameters<IntakeWorld['send']>[0]) => world.send(request);
  const show = async () => (await send(bundles.show(id))).body;
  const caseNow = async () => String((await show()).parts[0].caseId);
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    inbox = ownInbox(world);
    const seed = seedOf('open-a-restaurant');
    const registration = seed.items.find(({ key }) => key === 'company-registration')!;
    const elsewhere = { ...registration, department: 'health', creates: undefined, steps: undefined };
    const properties = { zone: { type: 'string' } };
    const more = { type: 'object', additionalProperties: false, required: ['zone'], properties };
    const items = [
      ...seed.items,
      { ...elsewhere, ...named('registration-elsewhere') },
      { ...elsewhere, ...named('registration-in-a-zone'), form: labelled(more) },
    ];
    expect((await cases.publish(world, { ...seed, items })).body).not.toHaveProperty('errors');
    const form = await bundles.formFor(world, restaurant);
    id = (await send(bundles.begin({ ...restaurant, form }))).body.id;
    await send(bundles.act(id, 'submit'));
    await inbox.empty();
  });

  async function forwarded(itemKey = 'registration-elsewhere'): Promise<string> {
    const first = await caseNow();
    await send(cases.accept(first, { actor: amr }));
    const body = { itemKey, why: '属他局权限' };
    expect(outline(await send(cases.act(first, 'forward', { actor: amr, body })))).toBe(200);
    return (await send(read(first, { actor: founder }))).body.forwardedTo;
  }
  async function granted(caseId: string) {
    await send(cases.accept(caseId, { actor: health }));
    const { version } = (await send(read(caseId, { actor: health }))).body;
    const issued = { party: { kind: 'organisation', uscc } };
    const body = { outcome: 'granted', opinion: '同意', issued };
    expect(outline(await send(cases.decide(caseId, version, { actor: health, body })))).toBe(200);
  }
  /** The licences are the new company's, filled from what the other office has granted. */
  async function expectLicences(first: string, second: string) {
    const shown = await show();
    expect(shown).toMatchObject({ status: 'under-way', creating: { made: 3, of: 3 } });
    const [registered, food] = shown.parts;
    const followed = { caseId: second, forwarded: [first] };
    expect(registered).toMatchObject({ status: 'ended', outcome: 'granted', ...followed });
    const found = (await send(read(food.caseId, { actor: company }))).body;
    expect(found).toMatchObject({ status: 'submitted', form: { uscc } });
  }

  test('keeps what waits for it: the other office’s grant names the company and opens its licences', async () => {
    const first = await caseNow();
    const second = await forwarded();
    await inbox.empty({ times: 2 });
    const shown = await show();
    expect(shown.parts).toMatchObject([
      { item: 'company-registration', status: 'open', caseId: second },
      { status: 'waiting' },
      { status: 'waiting' },
    ]);
    expect((await send(read(second, { actor: founder }))).body).toMatchObject({ bundleId: id, creates: 'party' });
    const { items } = (await send({ path: `${bundles.path}/${id}/timeline`, actor: founder })).body;
    expect(items.at(-1).act).toBe('follow-case');

    await granted(second);
    await inbox.empty({ times: 2 });
    await expectLicences(first, second);
  });

  test('is followed also where the end of the second case is heard of before that of the first', async () => {
    const first = await caseNow();
    const second = await forwarded();
    await granted(second);
    expect((await inbox.waiting()).map(({ data }) => data['caseId'])).toEqual([second, first]);
    await inbox.empty();
    await expectLicences(first, second);
  });

  test('is the applicant’s to complete where the other office asks for more; given up, it drops what waits for it', async () => {
    const second = await forwarded('registration-in-a-zone');
    await inbox.empty();
    expect((await show()).parts[0]).toMatchObject({ status: 'open', caseId: second, toComplete: true });
    const told = (await world.facts()).filter(({ type }) => type === 'intake.bundle-changed.v2');
    expect(told.map(({ data }) => data['news'])).toEqual(['submitted', 'to-complete']);
    expect(outline(await send(cases.withdraw(second, { actor: founder })))).toBe(200);
    await inbox.empty();
    expect(await show()).toMatchObject({
      status: 'done',
      parts: [{ outcome: 'withdrawn' }, { status: 'dropped' }, { status: 'dropped' }],
    });
  });
});
