import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { filesIn } from '#shared/tar';
import { archiveOver } from '../../test/support/archives.ts';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';
import { itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let at: Results;
let maker: ReturnType<typeof makerOver>;
const papers = () => maker.bucket;
const publication = { ...cases.publication, items: [itemOf({ supervisingBody: 'health', retention: 'permanent' })] };
beforeEach(async () => {
  at = await openResults(publication);
  maker = makerOver(at.world);
  at.world.deps.papers = async () => papers();
});

const see = (id: string, actor = people.supervisor, query: Record<string, string> = { reason: '移交进馆' }) =>
  at.see(id, 'archive', { actor, query });
/** What the clock orders an hour later. */
async function ordered(): Promise<void> {
  at.later(1 / 24);
  await passTimeHourly(at.world.deps)();
}
/** A case whose result was delivered and whose package is ordered. */
async function closed(): Promise<string> {
  const id = await at.decided();
  expect(await deliverPapers(at.world, maker)).toEqual([]);
  await at.act(id, 'delivery/download', { actor: people.company });
  await at.settle();
  await ordered();
  return id;
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url');
const manifestOf = z.looseObject({
  parts: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

/** The files of a package as somebody who has downloaded it reads them. */
function unpacked(url: string) {
  const key = new URL(url).pathname.slice(1);
  return filesIn(Buffer.from(papers().files.get(key)?.bytes ?? []));
}

test('a closed case becomes one package that proves itself: each part by the manifest, the manifest by the record', async () => {
  const id = await closed();
  expect(await archiveOver(at, papers()).pack()).toBe(0);
  const { body } = await see(id);
  expect(body).toMatchObject({ status: 'kept', retention: 'permanent', closedAt: '2026-08-03T01:00:00.000Z' });
  expect(body.keptUntil).toBeUndefined();

  const [first, ...parts] = unpacked(body.url);
  expect([first?.name, hashOf(first?.bytes ?? Buffer.of())]).toEqual(['manifest.json', body.manifest]);
  const manifest = manifestOf.parse(JSON.parse(Buffer.from(first?.bytes ?? []).toString()));
  expect(manifest).toMatchObject({ caseId: id, retention: 'permanent', department: 'amr' });
  expect(parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) }))).toEqual(
    manifest.parts,
  );
  expect(manifest.parts).toHaveLength(body.parts);
});

test('it holds the form, the timeline, the papers as they were sealed, and the proof of delivery', async () => {
  const id = await closed();
  await archiveOver(at, papers()).pack();
  const files = new Map(unpacked((await see(id)).body.url).map(({ name, bytes }) => [name, Buffer.from(bytes)]));
  const json = (name: string) => JSON.parse(files.get(name)?.toString() ?? 'null');
  expect(JSON.parse(json('forms/form.json').form)).toEqual(cases.goodForm);
  expect(json('timeline.json').map(({ act }: { act: string }) => act)).toEqual([
    'create',
    'submit',
    'accept',
    'decide',
  ]);
  const names = ['000002-application-form', '000002-receipt', '000003-acceptance-notice', '000004-decision'];
  for (const name of names) expect(files.get(`documents/${name}.pdf`)?.subarray(0, 5).toString()).toBe('%PDF-');
  expect(JSON.stringify(json('delivery.json'))).toContain('"kind":"downloaded"');
  expect(JSON.stringify(json('push.json'))).toContain('"supervisingBody":"health"');
  expect(JSON.stringify([...papers().files.keys()])).not.toMatch(/段|1804953|p_company/);
});

test('what comes after it is kept in a supplement that names the first; nothing new makes none', async () => {
  const id = await closed();
  await archiveOver(at, papers()).pack();
  const first = (await see(id)).body;
  const look = async () => {
    at.later(31);
    await passTimeHourly(at.world.deps)();
    await archiveOver(at, papers()).pack();
    return (await see(id)).body;
  };
  const confirmed = { method: 'POST', path: `/intake/pushes/${id}/receipt`, headers: cases.freshKey(), body: {} };
  expect((await at.world.send({ ...confirmed, actor: people.otherApprover })).status).toBe(200);
  const second = await look();
  expect(second.earlier).toMatchObject([{ manifest: first.manifest, parts: first.parts }]);
  const files = new Map(unpacked(second.url).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]));
  expect(JSON.parse(files.get('manifest.json') ?? '')).toMatchObject({ supplements: first.manifest });
  expect(files.get('push.json')).toContain('"confirmed"');
  expect((await look()).manifest).toBe(second.manifest);
});

test('it holds what was found in the case', async () => {
  const id = await cases.draft(at.world);
  await at.world.send(cases.submit(id));
  const body = { ground: 'clerical', why: '录入有误' };
  expect((await at.world.send(cases.act(id, 'void', { actor: people.head, body }))).status).toBe(200);
  await at.settle();
  await ordered();
  await archiveOver(at, papers()).pack();
  const files = new Map(unpacked((await see(id)).body.url).map(({ name, bytes }) => [name, Buffer.from(bytes)]));
  expect(files.get('findings.json')?.toString()).toContain('made-void');
});

test('a case with nothing to deliver is closed with its end', async () => {
  const id = await cases.draft(at.world);
  await at.world.send(cases.submit(id));
  expect(outline(await see(id))).toEqual([409, 'not-closed']);
  await at.world.send(cases.withdraw(id));
  await at.settle();
  expect((await see(id)).body).toMatchObject({ status: 'due' });
  await ordered();
  expect((await see(id)).body).toMatchObject({ status: 'ordered' });
  expect(await archiveOver(at, papers()).pack()).toBe(0);
  expect((await see(id)).body).toMatchObject({ status: 'kept', closedAt: '2026-08-03T01:00:00.000Z' });
});

const crash = async () => {
  throw new Error('crashed');
};

test('packs once, however often it is told; after a crash the same package is made again', async () => {
  const id = await closed();
  const { packing } = archiveOver(at, papers());
  expect(await archiveOver(at, papers(), { archives: { ...packing.archives, save: crash } }).pack()).toBe(1);
  const packages = () => [...papers().files.keys()].filter((key) => key.startsWith('archives/'));
  const first = packages();
  expect(first).toHaveLength(1);
  expect(await archiveOver(at, papers()).pack()).toBe(0);
  const { version } = (await see(id)).body;
  expect(await archiveOver(at, papers()).pack()).toBe(0);
  await ordered();
  expect([packages(), (await see(id)).body.version]).toEqual([first, version]);
});

test('a paper that was altered stops the archive: nothing is kept that its record does not say', async () => {
  const id = await closed();
  const [key = ''] = papers().files.keys();
  const file = papers().files.get(key);
  if (file) file.bytes = Buffer.concat([file.bytes, Buffer.from(' ')]);
  expect(await archiveOver(at, papers()).pack()).toBe(1);
  expect((await see(id)).body).toMatchObject({ status: 'ordered' });
});

test('whoever reads it says why, and the applicant sees that he did', async () => {
  const id = await closed();
  await archiveOver(at, papers()).pack();
  expect(outline(await see(id, people.supervisor, {}))).toEqual([400, 'invalid-input']);
  expect(outline(await see(id, people.approver))).toEqual([403, 'wrong-role']);
  expect(outline(await see(id, people.head))).toEqual([200, 'kept']);
  const { body } = await at.see(id, 'access-records');
  expect(body.items).toMatchObject([{ actor: 'head', reason: '移交进馆' }]);
});
