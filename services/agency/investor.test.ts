import { expect, test } from 'vitest';
import { coded } from '../../test/docs/examples/project.ts';
import { investorActor, openAgency, otherInvestor, outsider, otherCode } from '../../test/support/agency.ts';

const proposal = { investor: { uscc: otherCode, name: '示例新投资有限公司' }, reasons: '项目已转让' };

test('another investor is none until it says so itself, and the fact names the former one', async () => {
  const { act, ask, facts, register, show } = openAgency();
  const id = await register(coded);
  await act(id, 'propose-investor', { body: proposal });
  expect(await show(id)).toMatchObject({
    investor: { partyId: investorActor.partyId },
    proposed: { reasons: '项目已转让' },
  });
  const { body } = await ask({ path: '/agency/projects', actor: otherInvestor });
  expect(body.items).toMatchObject([{ id }]);

  expect(await act(id, 'confirm-investor', { actor: outsider })).toMatchObject({ status: 404 });
  expect(await act(id, 'confirm-investor', { actor: otherInvestor })).toMatchObject({ status: 200 });
  expect(await show(id)).toMatchObject({ investor: { partyId: otherInvestor.partyId, uscc: otherCode } });
  expect(facts().at(-1)?.data).toMatchObject({
    investor: otherInvestor.partyId,
    formerInvestor: investorActor.partyId,
  });
  expect((await ask({ path: '/agency/projects', actor: investorActor })).body.items).toEqual([]);
});

test('whoever declines sees nothing of the project any more, and the investor stays', async () => {
  const { act, ask, facts, register, show } = openAgency();
  const id = await register(coded);
  await act(id, 'propose-investor', { body: proposal });
  await act(id, 'decline-investor', { actor: otherInvestor });
  expect(await show(id)).toMatchObject({ investor: { partyId: investorActor.partyId } });
  expect(await ask({ path: `/agency/projects/${id}`, actor: otherInvestor })).toMatchObject({ status: 404 });
  expect(facts().every(({ data }) => data['formerInvestor'] === undefined)).toBe(true);
});

test('the investor itself is no other one, by any of its ids', async () => {
  const { act, register, joined } = openAgency();
  const id = await register(coded);
  const same = await act(id, 'propose-investor', { body: { ...proposal, investor: coded.investor } });
  expect(same).toMatchObject({ status: 409, body: { code: 'same-investor' } });
  await joined(investorActor.partyId, otherInvestor.partyId);
  expect(await act(id, 'propose-investor', { body: proposal })).toMatchObject({ body: { code: 'same-investor' } });
});
