import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { makerOver } from '../../test/support/documents.ts';
import { fillingBetween } from '../../test/support/filling.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { company, founder, full, items, openRegister, uscc } from '../../test/support/register.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

/** Gulou, which gives licences, and Jin'an, where their holder applies; the library of the city between them. */
let gulou: Awaited<ReturnType<typeof openRegister>>;
let jinan: IntakeWorld;
let filling: ReturnType<typeof fillingBetween>;
beforeEach(async () => {
  gulou = await openRegister();
  jinan = cases.intakeOver(fakeTable(), { set: 'jinan' });
  expect(outline(await cases.publish(jinan, { ...cases.publication, items }))).toMatch(/^200/);
  filling = fillingBetween(gulou.library, jinan);
});

/** What was granted is put on paper, and comes to the library with what it says. */
async function made(): Promise<void> {
  const maker = makerOver(gulou.world);
  const decided = (await gulou.world.facts()).filter(({ type }) => type === 'intake.licence-decided.v1');
  expect((await maker.take(sqsEvent(...decided))).batchItemFailures).toEqual([]);
  for (const [ref, file] of maker.handOver.files) await gulou.library.handOver.put(ref, file);
  await gulou.library.hear(...(await gulou.world.facts()).filter(({ type }) => type === 'intake.licence-made.v1'));
}
async function begun(actor = company): Promise<string> {
  const body = { itemKey: 'food', channel: 'online', form: {} };
  const path = '/intake/applications';
  return (await jinan.send({ method: 'POST', path, actor, headers: cases.freshKey(), body })).body.id;
}
const seen = async (id: string, actor = company) => (await jinan.send(cases.read(id, { actor }))).body;
const submit = (id: string) => jinan.send(cases.submit(id, { actor: company }));
/** The library hears what it told itself of licences. */
const heard = () => gulou.library.hear(...gulou.library.facts('materials.licence-changed.v1'));

test('a licence that another set gave fills in its holder’s form, with which edition says it; nobody else’s', async () => {
  const licenceId = await gulou.register();
  await made();
  const [mine, founders] = [await begun(), await begun(founder)];
  await filling.settle();
  const draft = await seen(mine);
  expect(draft.form).toEqual(full);
  expect(draft.prefilled).toContainEqual({
    pointer: '/uscc',
    source: 'party',
    from: { licenceId, edition: 1, until: '2026-08-13' },
  });
  expect((await seen(founders, founder)).form).toEqual({});
  expect(outline(await submit(mine))).toBe('200 submitted');
  const accesses = (await gulou.library.send('GET', '/materials/accesses', { actor: company })).body.items;
  expect(accesses.filter(({ materialId }: { materialId?: string }) => materialId)).toEqual([]);
});

test('where it is revoked that is told by field before what it says is handed in, however the facts come', async () => {
  const licenceId = await gulou.register();
  await made();
  const [early, late] = [await begun(), await begun()];
  await filling.settle();
  await gulou.revoked(licenceId);
  await heard();
  await filling.hear();
  for (const id of [early, late]) {
    expect((await seen(id)).prefilled.map(({ lapsed }: { lapsed?: string }) => lapsed)).toEqual(
      Array(5).fill('revoked'),
    );
    expect(outline(await submit(id))).toBe('409 prefilled-lapsed');
  }
  const confirmed = ['/uscc', '/name', '/address', '/capital', '/code'];
  await jinan.send(cases.save(early, 2, { actor: company, body: { form: full, confirmed } }));
  expect(outline(await submit(early))).toBe('200 submitted');
  const after = await begun();
  await filling.settle();
  expect((await seen(after)).form).toEqual({});
});

test('its last day is known to the set that it fills forms in for', async () => {
  await gulou.register();
  await made();
  const id = await begun();
  await filling.settle();
  jinan.clock.now = new Date('2026-08-13T16:00:00Z');
  expect((await seen(id)).prefilled[0].lapsed).toBe('expired');
});

test('of two of a kind nobody can tell which is meant; what no licence says the register of companies does', async () => {
  for (let n = 0; n < 2; n++) await gulou.granted('amend', { capital: 5 }, { situation: '新办' });
  await made();
  const fields = { uscc, name: '示例食品有限公司', 'registered-address': '示例路8号', 'registered-capital': '100' };
  gulou.library.registers.answers.set('legal-entity', { outcome: 'find', fields });
  const id = await begun();
  await filling.settle();
  const draft = await seen(id);
  expect(draft.form).toEqual({ uscc, name: '示例食品有限公司', address: '示例路8号', capital: 100 });
  expect(draft.unfilled).toEqual([
    { pointer: '/code', source: 'licence:business-licence/licence-number', why: 'unclear' },
  ]);
});
