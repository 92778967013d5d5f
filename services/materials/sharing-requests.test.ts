import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { staffActor } from '../../test/support/actors.ts';
import { envelopeOf } from '../../test/support/facts.ts';
import { fc } from '../../test/support/property.ts';
import { entity, found, openSharing, silent, taxes } from '../../test/support/sharing.ts';
import { changed } from '../../test/support/using-cases.ts';

let world: ReturnType<typeof openSharing>;
beforeEach(() => {
  world = openSharing();
});

const at = (department: string, district = 'fuzhou') => staffActor('approver', { department, district });
const asked = async (actor = at('tax'), department = 'tax') =>
  world.send('GET', '/materials/sharing-requests', { actor, query: { department } });
const path = () => `/materials/cases/${world.caseId}/requirements/tax-proof`;
const grant = (actor = at('tax')) => world.send('POST', `${path()}/grant`, { actor, body: {} });
const decline = (reasons: string, actor = at('tax')) =>
  world.send('POST', `${path()}/decline`, { actor, body: { reasons } });

test('a provider sees who asks for what, for which case and by what law, and until when it answers', async () => {
  await world.handIn([taxes, entity]);
  expect((await asked()).body.items).toEqual([
    {
      caseId: world.caseId,
      ...taxes,
      partyId: 'p_company',
      itemKey: 'x',
      office: 'gulou/amr',
      basis: '食品安全法 第三十五条',
      requestedAt: '2026-08-03T01:00:00.000Z',
      answerBy: '2026-08-17',
      provisional: false,
      actions: ['grant', 'decline'],
    },
  ]);
  expect((await asked(at('amr'), 'amr')).body.items).toEqual([]);
  expect((await asked(at('amr'))).status).toBe(404);
  expect((await asked(at('tax', 'gulou'))).status).toBe(403);
});

test('what its provider agrees to share is fetched, once', async () => {
  world.registers.answers.set('tax', found);
  await world.handIn([taxes]);
  expect((await grant(at('amr'))).status).toBe(404);
  expect((await grant()).body).toEqual({ caseId: world.caseId, requirement: 'tax-proof', status: 'fetching' });
  await world.fetchAll();
  expect(world.lines()).toEqual([{ ...taxes, state: 'fetched' }]);
  expect((await asked()).body.items).toEqual([]);
  expect((await grant()).body.code).toBe('not-requested');
  expect((await decline('太迟了')).body.code).toBe('not-requested');
});

test('what its provider declines is not fetched, and the offices of the case read why', async () => {
  await world.handIn([taxes]);
  expect((await decline(' ')).status).toBe(400);
  expect((await decline('申请事项与所需字段无关')).body.status).toBe('declined');
  await world.fetchAll();
  expect(world.registers.asked).toEqual([]);
  const actor = at('amr', 'gulou');
  const { body } = await world.send('GET', `/materials/cases/${world.caseId}/documents`, { actor });
  expect(body.shared).toMatchObject([{ state: 'declined', reasons: '申请事项与所需字段无关' }]);
  expect(JSON.stringify(body)).not.toContain('answeredBy');
});

test('a provider that has not answered within ten working days is late, once, and may answer still', async () => {
  await world.handIn([taxes]);
  await world.until('2026-08-17T15:00:00Z');
  expect(world.lines()).toEqual([{ ...taxes, state: 'requested' }]);
  await world.until('2026-08-17T16:30:00Z');
  expect(world.lines()).toEqual([{ ...taxes, state: 'requested', late: true }]);
  const told = world.facts('materials.case-materials-changed.v1').length;
  await world.until('2026-09-17T16:30:00Z');
  expect(world.facts('materials.case-materials-changed.v1')).toHaveLength(told);
  expect((await asked()).body.items).toMatchObject([{ late: true }]);
  expect((await grant()).status).toBe(200);
});

test('no provider is late by a year that nobody has published; once it is, the days are counted by it', async () => {
  world.clock.now = new Date('2026-12-25T01:00:00Z');
  await world.handIn([taxes]);
  expect((await asked()).body.items).toMatchObject([{ provisional: true }]);
  await world.until('2027-01-20T01:00:00Z');
  expect(world.lines()).toEqual([{ ...taxes, state: 'requested' }]);
  await world.hear(
    envelopeOf({
      type: 'intake.calendar-published.v1',
      subject: '2027',
      sequence: 1,
      district: 'fuzhou',
      data: { year: 2027, version: 1, notice: '国办发明电〔2026〕1号', off: ['2027-01-01'], worked: [] },
    }),
  );
  await world.until('2027-01-22T17:00:00Z');
  expect(world.lines()).toEqual([{ ...taxes, state: 'requested', late: true }]);
});

const linesOf = (lines: unknown) => z.array(z.object({ state: z.string(), late: z.boolean().optional() })).parse(lines);

type Step = 'grant' | 'decline' | 'answer' | 'silence' | 'hours' | 'fortnight' | 'end';
const steps = fc.array(fc.constantFrom<Step>('grant', 'decline', 'answer', 'silence', 'hours', 'fortnight', 'end'), {
  maxLength: 9,
});

/** What becomes of a request, said once more in the words of the rule and without its graph. */
function modelOf(all: readonly Step[]) {
  let [agreed, refused, ended, known, days] = [false, false, false, false, 0];
  let late = false;
  for (const step of all) {
    if (step === 'fortnight') days += 21;
    if (step === 'fortnight' && !agreed && !refused && !ended) late = true;
    if (step === 'end') ended = true;
    if (ended) continue;
    if (step === 'grant' && !refused) agreed = true;
    if (step === 'decline' && !agreed) refused = true;
    if (step === 'answer' && agreed) known = true;
  }
  return { agreed, refused, known, late };
}

test('property: a request is answered once, fetched only where it was granted, known as soon as its register answers, and late only while open', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      world = openSharing();
      world.registers.answers.set('tax', silent);
      await world.handIn([taxes]);
      for (const step of all) {
        if (step === 'grant') await grant();
        if (step === 'decline') await decline('不属于共享范围');
        if (step === 'end') await world.hear(changed(9, 'decided'));
        if (step === 'hours') await world.pass(1.5);
        if (step === 'fortnight') await world.pass(21 * 24);
        world.registers.answers.set('tax', step === 'answer' ? found : silent);
        // A day later whoever was silent has been asked again.
        if (step === 'answer') await world.pass(25);
        await world.fetchAll();
      }
      const { agreed, refused, known, late } = modelOf(all);
      const [line] = linesOf(world.lines());
      const expected = refused
        ? ['declined']
        : known
          ? ['fetched']
          : agreed
            ? ['to-be-fetched', 'fetching']
            : ['requested'];
      expect(expected).toContain(line?.state);
      expect(line?.late ?? false).toBe(late);
      expect(world.registers.asked.length > 0).toBe(agreed);
    }),
    { numRuns: 60 },
  );
});
