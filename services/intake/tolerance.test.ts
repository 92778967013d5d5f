import { beforeEach, expect, test } from 'vitest';
import { sha256 } from '#shared/cause';
import { filesIn } from '#shared/tar';
import { archiveOver } from '../../test/support/archives.ts';
import { tickedAt } from '../../test/support/clock.ts';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read } from '../../test/support/intake.ts';
import { openResults, type Results } from '../../test/support/results.ts';
import { itemOf } from './cases.fake.ts';

const about = {
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
  sharedResource: null,
} as const;
const plan = { ...about, type: 'plan', name: '平面图', originals: 0, copies: 1 };
const lease = { ...about, type: 'lease', name: '租赁合同', originals: 0, copies: 1 };
const signature = { ref: 'gulou-2026-0001' };
const tolerance = { requirements: ['plan', 'lease'], days: 3, promised: true, signature };

let at: Results;
beforeEach(async () => {
  at = await openResults({ ...cases.publication, items: [itemOf({ materials: [plan, lease] })] });
});
async function tolerated(body: object = { tolerance }) {
  const id = await draft(at.world);
  await at.world.send(cases.submit(id));
  const answer = await at.world.send(cases.accept(id, { body }));
  return { id, answer };
}
const paper = (requirement: string) => ({ requirement, seen: { originals: 1, copies: 1 } });
const settle = (id: string, came: object[] = [paper('plan'), paper('lease')]) =>
  act(id, 'settle-tolerance', { actor: people.clerk, body: { came } });
const shown = async (id: string) => (await at.world.send(read(id))).body;
const item = async () =>
  (await at.world.send({ path: '/intake/public/items/food-business-licence/requirements' })).body;

test('a tolerance keeps the promise that was signed: its text as the guide shows it, its hash, by whom, when and where it is kept', async () => {
  const { id } = await tolerated();
  const template: string = (await item()).tolerancePromise.text;
  const text = template.replace('{materials}', '平面图、租赁合同').replace('{days}', '3');
  expect(await shown(id)).toMatchObject({
    toleratedUntil: '2026-08-06T15:59:59.999Z',
    tolerance: {
      requirements: ['plan', 'lease'],
      days: 3,
      promise: {
        wording: '2026-1',
        text,
        sha256: sha256(text),
        signedAt: '2026-08-03T01:00:00.000Z',
        signedBy: 'self',
        signer: 'p_company',
        recordedBy: 'approver',
        signatureRef: signature.ref,
      },
    },
  });
});

test('without a signature that is kept somewhere, or with a name in place of its number, nothing is tolerated', async () => {
  const unsigned = { requirements: ['plan'], days: 3, promised: true };
  const { answer } = await tolerated({ tolerance: unsigned });
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/tolerance/signature']);
  const named = { ...unsigned, signature: { ref: '张三的承诺书' } };
  const other = await tolerated({ tolerance: named });
  expect(other.answer.body.errors[0].pointer).toBe('/tolerance/signature/ref');
});

test('what has come is waited for no more; the promise stays', async () => {
  const { id } = await tolerated();
  const { promise } = (await shown(id)).tolerance;
  await at.world.send(settle(id));
  const settled = await shown(id);
  expect(settled.toleratedUntil).toBeUndefined();
  expect(settled.tolerance).toMatchObject({ promise, settledAt: '2026-08-03T01:00:00.000Z', settledBy: 'window' });
  expect(settled.tolerance.came).toEqual([paper('plan'), paper('lease')]);
});

test('nothing has come by saying so: each line of the promise is named, once, with what it is', async () => {
  const { id } = await tolerated();
  const document = { materialId: '0190a5b2-0000-7000-8000-00000000000a', version: 1 };
  const refusals = [[], [paper('plan')], [paper('plan'), paper('plan')], [paper('plan'), { requirement: 'lease' }]];
  const unknown = [
    [paper('plan'), paper('lease'), paper('photo')],
    [paper('plan'), { requirement: 'lease', document }],
  ];
  const answers = [];
  for (const came of [...refusals, ...unknown]) {
    const { status, body } = await at.world.send(settle(id, came));
    answers.push([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]);
  }
  expect(answers).toEqual([
    [400, ['/came']],
    [409, ['/came']],
    [409, ['/came/1', '/came']],
    [400, ['/came/1']],
    [409, ['/came/2']],
    [409, ['/came/1']],
  ]);
  expect((await shown(id)).tolerance.settledAt).toBeUndefined();
});

test('the notice of acceptance says it in full, and the package of the closed case holds both', async () => {
  const maker = makerOver(at.world);
  at.world.deps.papers = async () => maker.bucket;
  const { id } = await tolerated();
  await at.world.send(settle(id));
  await at.world.send(cases.decide(id, 4));
  await at.settle();
  expect(await deliverPapers(at.world, maker)).toEqual([]);
  await at.act(id, 'delivery/download', { actor: people.company });
  await at.settle();
  await tickedAt(at.world, '2026-08-03T03:00:00Z');
  expect(await archiveOver(at, maker.bucket).pack()).toBe(0);

  const { url } = (await at.see(id, 'archive', { actor: people.supervisor, query: { reason: '移交进馆' } })).body;
  const bytes = maker.bucket.files.get(new URL(url).pathname.slice(1))?.bytes ?? [];
  const files = new Map(filesIn(Buffer.from(bytes)).map((one) => [one.name, Buffer.from(one.bytes)]));
  const kept = JSON.parse(files.get('case.json')?.toString() ?? '{}');
  expect(sha256(kept.tolerance.promise.text)).toBe(kept.tolerance.promise.sha256);
  expect(files.has('documents/000003-acceptance-notice.pdf')).toBe(true);
});
