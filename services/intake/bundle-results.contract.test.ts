import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import * as cases from '../../test/support/intake.ts';
import { read, type IntakeWorld } from '../../test/support/intake.ts';

const engine = engineForTests();

const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const uscc = '91350199MA00000015';
const company = applicantActor('company', {
  kind: 'organisation',
  partyId: partyIdOf(cases.cityKey, { kind: 'uscc', number: uscc }),
});
const child = { kind: 'resident-id', number: '11010519491231002X' } as const;
const baby = applicantActor('baby', { partyId: partyIdOf(cases.cityKey, child) });

describe.each(engine.tables)('what a grant gives over %s', (_, create) => {
  let world: IntakeWorld;
  let inbox: ReturnType<typeof ownInbox>;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    inbox = ownInbox(world);
  });
  const send = (request: Parameters<IntakeWorld['send']>[0]) => world.send(request);
  const show = async (id: string) => (await send(bundles.show(id))).body;

  /** A bundle that was handed in, its first cases made. */
  async function handedIn(given: typeof restaurant): Promise<string> {
    expect((await cases.publish(world, seedOf(given.bundleKey))).status).toBe(200);
    const form = await bundles.formFor(world, given);
    const { id } = (await send(bundles.begin({ ...given, form }))).body;
    expect(outline(await send(bundles.act(id, 'submit')))).toBe(200);
    await inbox.empty();
    return id;
  }
  async function partOf(id: string, item: string) {
    const { parts } = await show(id);
    return parts.find((one: { item: string }) => one.item === item);
  }
  /** Accepts the case of a part where that is an act of its own, and decides it. */
  async function decided(id: string, item: string, body: object) {
    const { caseId } = await partOf(id, item);
    const seen = await send(read(caseId, { actor: staffActor('supervisor') }));
    const actor = staffActor('approver', { department: seen.body.department });
    const accepted = await send(cases.accept(caseId, { actor }));
    const version = accepted.status === 200 ? accepted.body.version : seen.body.version;
    return send(cases.decide(caseId, version, { actor, body: { opinion: '同意', ...body } }));
  }
  const grant = (id: string, item: string, issued?: object) =>
    decided(id, item, { outcome: 'granted', ...(issued && { issued }) });

  test('opens the licences of the company that it has registered, in the company’s name and with its code', async () => {
    const id = await handedIn(restaurant);
    expect(outline(await grant(id, 'company-registration'))).toBe('party-not-named');
    const { caseId } = await partOf(id, 'company-registration');
    const actor = staffActor('approver', { department: 'amr' });
    const party = { kind: 'organisation', uscc };
    const body = { outcome: 'granted', opinion: '同意', issued: { party } };
    expect(outline(await send(cases.decide(caseId, 3, { actor, body })))).toBe(200);
    expect(await show(id)).toMatchObject({ status: 'under-way' });
    await inbox.empty({ times: 2 });

    const shown = await show(id);
    expect([shown.status, shown.creating]).toEqual(['under-way', { made: 3, of: 3 }]);
    const food = await partOf(id, 'food-business-licence');
    const found = (await send(read(food.caseId, { actor: company }))).body;
    expect(found).toMatchObject({ status: 'submitted', bundleId: id, form: { uscc } });
    const asked = (await send(bundles.show(id))).body.form.shared;
    expect(found.form.operatorName).toBe(asked['company.name']);
    expect(outline(await send(read(food.caseId, { actor: founder })))).toBe(200);
    expect(outline(await send(read(food.caseId, { actor: applicantActor('stranger') })))).toBe('not-found');
    expect(JSON.stringify(await world.facts())).not.toContain(uscc);

    const { body: sent } = await send({ path: '/intake/applications', query: { mine: 'true' }, actor: company });
    expect(sent.items.map(({ status }: { status: string }) => status)).toEqual(['submitted', 'submitted']);
  });

  test('is not there where it is refused: the licences are dropped, and the founder is told', async () => {
    const id = await handedIn(restaurant);
    const refusal = { outcome: 'refused', reasons: '住所证明与登记地址不一致，不符合市场主体登记管理条例第十一条。' };
    const issued = { fields: { number: '1' } };
    expect(outline(await decided(id, 'company-registration', { ...refusal, issued }))).toBe('invalid-input');
    const { caseId } = await partOf(id, 'company-registration');
    const actor = staffActor('approver', { department: 'amr' });
    await send(cases.decide(caseId, 3, { actor, body: { opinion: '不予登记', ...refusal } }));
    await inbox.empty();
    expect(await show(id)).toMatchObject({
      status: 'done',
      parts: [{ status: 'ended', outcome: 'refused' }, { status: 'dropped' }, { status: 'dropped' }],
    });
  });

  test('carries a newborn from the hospital to its card: certificate, register, then its own insurance', async () => {
    const id = await handedIn({ bundleKey: 'newborn', answers: {} });
    const creates = { party: { kind: 'person', document: child } };
    expect(outline(await grant(id, 'birth-certificate', creates))).toBe('creates-no-party');
    const { caseId } = await partOf(id, 'birth-certificate');
    const certificate = { outcome: 'granted', opinion: '同意', issued: { fields: { number: 'Z350000001' } } };
    const health = staffActor('approver', { department: 'health' });
    expect(outline(await send(cases.decide(caseId, 3, { actor: health, body: certificate })))).toBe(200);
    await inbox.empty();
    const register = await partOf(id, 'household-registration');
    const seen = (await send(read(register.caseId, { actor: founder }))).body;
    expect(seen).toMatchObject({ status: 'submitted', form: { birthCertificateNumber: 'Z350000001' } });

    expect(outline(await grant(id, 'household-registration', creates))).toBe(200);
    await inbox.empty();
    const insured = await partOf(id, 'medical-insurance');
    const own = (await send(read(insured.caseId, { actor: baby }))).body;
    expect(own).toMatchObject({ status: 'submitted', form: { insured: { identityNumber: child.number } } });
    // Until the child has a guardian by authority, who applied answers for its cases.
    expect(outline(await send(cases.withdraw(insured.caseId, { actor: founder })))).toBe(200);
  });

  test('leaves a draft for the applicant where it does not say what the form needs; the bundle goes on with that', async () => {
    const id = await handedIn({ bundleKey: 'newborn', answers: {} });
    expect(outline(await grant(id, 'birth-certificate'))).toBe(200);
    await inbox.empty();
    const part = await partOf(id, 'household-registration');
    expect(part).toMatchObject({ status: 'open', toComplete: true });
    const told = (await world.facts()).filter(({ type }) => type === 'intake.bundle-changed.v2');
    expect(told.map(({ data }) => data['news'])).toContain('to-complete');
    const found = (await send(read(part.caseId, { actor: founder }))).body;
    expect(found).toMatchObject({ status: 'draft', version: 1, actions: ['edit', 'submit', 'withdraw'] });
    const form = { ...found.form, birthCertificateNumber: 'Z350000001' };
    await send(cases.save(part.caseId, 1, { actor: founder, body: { form } }));
    expect(outline(await send(cases.submit(part.caseId, { actor: founder })))).toBe(200);

    const other = await partOf(id, 'vaccination-certificate');
    await send(cases.withdraw(other.caseId, { actor: founder }));
    await inbox.empty();
    expect(await partOf(id, 'vaccination-certificate')).toMatchObject({ status: 'ended', outcome: 'withdrawn' });
    expect((await show(id)).status).toBe('under-way');
  });

  test('is given up with all that it has opened: a draft that was saved since, and what the office has', async () => {
    const id = await handedIn({ bundleKey: 'newborn', answers: {} });
    expect(outline(await grant(id, 'birth-certificate'))).toBe(200);
    await inbox.empty();
    const { caseId } = await partOf(id, 'household-registration');
    const { form } = (await send(read(caseId, { actor: founder }))).body;
    await send(cases.save(caseId, 1, { actor: founder, body: { form } }));
    const given = await send(bundles.act(id, 'withdraw', { body: { reason: '暂不办理' } }));
    expect(given.body.parts.map(({ becomes }: { becomes: string }) => becomes)).toEqual([
      'stays',
      'withdrawing',
      'withdrawing',
      'withdrawn',
      'withdrawn',
    ]);
    await inbox.empty({ times: 2 });
    const { status, outcome, parts } = await show(id);
    expect([status, outcome]).toEqual(['done', 'some-granted']);
    expect(parts.slice(1, 3)).toMatchObject([{ outcome: 'withdrawn' }, { outcome: 'withdrawn' }]);
    expect((await send(read(caseId, { actor: founder }))).body).toMatchObject({ status: 'withdrawn', actions: [] });
  });
});
