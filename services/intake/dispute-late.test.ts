import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { toldFees } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';

const late = (rest: object = {}) =>
  envelopeOf({
    id: uuid(1, 12),
    type: 'materials.dispute-changed.v1',
    subject: uuid(1, 11),
    sequence: 2,
    district: 'fuzhou',
    data: {
      disputeId: uuid(1, 11),
      partyId: 'p_company',
      resource: 'legal-entity',
      caseId: uuid(1, 1),
      requirement: 'business-licence',
      itemKey: 'food-business-licence',
      state: 'open',
      late: true,
      provider: { district: 'fuzhou', department: 'amr' },
      ...rest,
    },
  });

const findings = async (world: cases.IntakeWorld, actor = staffActor('supervisor', { district: 'fuzhou' })) =>
  (await world.send({ path: '/intake/supervision/findings', actor })).body.items;

test('a dispute that was not answered in time is a finding where its register is held: the head answers, a supervisor closes', async () => {
  const world = cases.intakeOver(fakeTable(), { set: 'fuzhou' });
  expect(await toldFees(world.deps, late(), late())).toBe(0);
  const [found, ...more] = await findings(world);
  expect([found, more]).toMatchObject([
    { rule: 'dispute-late', status: 'open', department: 'amr', about: 'legal-entity', caseId: uuid(1, 1) },
    [],
  ]);
  const head = staffActor('head', { department: 'amr', district: 'fuzhou' });
  const path = `/intake/supervision/findings/${found.id}/answer`;
  const body = { text: '登记系统升级，已核实并更正。' };
  const answered = await world.send({ method: 'POST', path, actor: head, headers: cases.freshKey(), body });
  expect(answered.body.status).toBe('answered');
});

test('it is none in another set, nor while there is time, nor of what was answered', async () => {
  const [gulou, city] = [cases.intakeOver(fakeTable()), cases.intakeOver(fakeTable(), { set: 'fuzhou' })];
  expect(await toldFees(gulou.deps, late())).toBe(0);
  expect(await toldFees(city.deps, late({ late: undefined }), late({ late: undefined, state: 'kept' }))).toBe(0);
  expect([await findings(gulou, staffActor('supervisor')), await findings(city)]).toEqual([[], []]);
});
