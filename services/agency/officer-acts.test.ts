import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { fakeTable } from '#shared/table.fake';
import { investorActor, officer } from '../../test/support/agency.ts';
import * as cases from '../../test/support/intake.ts';
import { lead, nextOfficer, openMandates } from '../../test/support/mandates.ts';
import { told } from '../../test/support/parties.ts';

/** Gulou's agency and intake, joined by the facts that the one tells and the other takes in. */
async function openBoth() {
  const agency = openMandates();
  const intake = cases.intakeOver(fakeTable());
  await cases.publish(intake);
  const tell = async () => {
    const facts = agency.facts().filter(({ type }) => type === 'agency.authority-changed.v1');
    expect(await told(intake.deps, ...facts)).toBe(0);
  };
  const { id, projectId } = await agency.sealedOne({
    stages: [1],
    extent: 'partial',
    items: ['food-business-licence'],
  });
  await tell();
  /** Begins a case as an officer does; gives the status, or the code of the refusal. */
  const begin = async (actor: Actor, said: object) => {
    const body = { itemKey: 'food-business-licence', form: cases.goodForm, channel: 'agency', ...said };
    const { status, body: reply } = await intake.send({
      method: 'POST',
      path: '/intake/applications',
      actor,
      headers: cases.freshKey(),
      body,
    });
    return status < 300 ? status : reply.code;
  };
  const authorityOf = async (n: number) => (await agency.mandateOf(id)).officers[n].authorityId;
  return { ...agency, tell, begin, authorityOf, id, projectId, of: { projectId, stage: 1 } };
}

test('an officer begins a case of a stage of his mandate, and none of another stage or of no project', async () => {
  const { begin, authorityOf, of } = await openBoth();
  const authorityId = await authorityOf(0);
  expect(await begin(officer, { authorityId, ...of })).toBe(201);
  expect(await begin(officer, { authorityId, ...of, stage: 2 })).toBe('authority-not-covering');
  expect(await begin(officer, { authorityId })).toBe('authority-not-covering');
});

test('an officer never applies in his own name: without a principal he is told what is missing', async () => {
  const { begin, of } = await openBoth();
  expect(await begin(officer, of)).toBe('invalid-input');
  expect(await begin(officer, { ...of, channel: 'online' })).toBe('invalid-input');
});

test('an officer who was replaced is refused from that fact on, by any authority; who has taken his place is not', async () => {
  const { act, begin, authorityOf, tell, of, projectId } = await openBoth();
  await act(projectId, 'hand-over', { body: { to: nextOfficer.partyId }, actor: lead });
  await tell();
  const [old, fresh] = [await authorityOf(0), await authorityOf(1)];
  expect(await begin(officer, { authorityId: old, ...of })).toBe('no-authority');
  expect(await begin(officer, { authorityId: fresh, ...of })).toBe('no-authority');
  expect(await begin(nextOfficer, { authorityId: fresh, ...of })).toBe(201);
});

test('no officer acts once the investor has ended the mandate', async () => {
  const { begin, authorityOf, doOn, tell, id, of } = await openBoth();
  await doOn(id, 'terminate', { body: { reasons: '另有安排', day: '2026-08-03' }, actor: investorActor });
  await tell();
  expect(await begin(officer, { authorityId: await authorityOf(0), ...of })).toBe('no-authority');
});
