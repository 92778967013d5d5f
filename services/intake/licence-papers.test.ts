import { beforeEach, expect, test } from 'vitest';
import { signerOf } from '#shared/cms';
import { signatureIn } from '#shared/pdf-signature';
import { makerOver } from '../../test/support/documents.ts';
import { openLibrary } from '../../test/support/library.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { licences } from '../../test/support/licences.ts';
import { codeOn } from '../../test/support/paper-code.ts';
import { settleFacts } from '../../test/support/settle.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

let one: Awaited<ReturnType<typeof licences>>;
let maker: ReturnType<typeof makerOver>;
let library: ReturnType<typeof openLibrary>;
beforeEach(async () => {
  one = await licences('food-business-licence');
  maker = makerOver(one.world);
  library = openLibrary();
});

const facts = async (type: string) => (await one.world.facts()).filter((fact) => fact.type === type);

/** The office makes its papers, and what it hands over comes to the library of the city. */
async function made(by = maker): Promise<void> {
  await settleFacts(one.world.deps, () => one.world.facts());
  const decided = await facts('intake.licence-decided.v1');
  expect((await by.take(sqsEvent(...decided))).batchItemFailures).toEqual([]);
  for (const [ref, file] of maker.handOver.files) await library.handOver.put(ref, file);
  await library.hear(...decided, ...(await facts('intake.licence-made.v1')));
}
/** The company takes the result of a case, and the library hears of that. */
async function taken(id: string): Promise<void> {
  const path = `/intake/applications/${id}/delivery/download`;
  const send = { method: 'POST', path, actor: people.company, headers: cases.freshKey(), body: {} };
  expect((await one.world.send(send)).status).toBe(200);
  await library.hear(...(await facts('intake.delivery-changed.v1')));
}
const held = async () => (await library.send('GET', '/materials/licences')).body.items;
async function paperOf(id: string, n = 1, caseId = id): Promise<Uint8Array> {
  await taken(caseId);
  const { status, body } = await library.send('POST', `/materials/licences/${id}/editions/${n}/read`, { body: {} });
  expect(status).toBe(200);
  const key = /^https:\/\/bucket\.test\/(.*)\?/.exec(body.url)?.[1] ?? '';
  return library.files.kept.get(key)!.bytes;
}
const verdictOf = async (bytes: Uint8Array) => {
  const content = Buffer.from(bytes).toString('base64');
  const path = '/intake/public/documents/verify';
  return (await one.world.send({ method: 'POST', path, body: { content }, headers: cases.freshKey() })).body;
};

test('a grant puts its licence on paper, sealed by the office, with a code that leads to whether it holds', async () => {
  const id = await one.granted();
  await made();
  const [licence] = await held();
  const paper = await paperOf(id);
  const signed = signatureIn(Buffer.from(paper));
  expect(signed && signerOf(signed.content, signed.cms)?.subject).toContain('CN=鼓楼区市场监督管理局');
  const page = codeOn(paper);
  expect(page).toBe(`https://api.example.gov.cn/fuzhou/v1/materials/public/licences/${licence.number}`);

  const shown = await library.send('GET', new URL(page!).pathname.replace('/fuzhou/v1', ''));
  expect(shown.body).toMatchObject({ status: 'valid', holder: '示***' });
  expect(JSON.stringify(shown.body)).not.toContain('示例公司');
});

test('one altered byte of it shows as altered, whichever it is', async () => {
  const id = await one.granted();
  await made();
  const paper = await paperOf(id);
  expect(await verdictOf(paper)).toMatchObject({ verdict: 'intact', document: { kind: 'licence' } });
  for (const place of [200, paper.length >> 1, paper.length - 20]) {
    const altered = Buffer.from(paper);
    altered[place]! ^= 1;
    expect(await verdictOf(altered)).toMatchObject({ verdict: 'altered' });
  }
});

test('a change has a paper of its own, and the one before is still read', async () => {
  const id = await one.granted();
  const change = await one.granted({ situation: '变更' });
  await made();
  const [licence] = await held();
  const [first, second] = [await paperOf(id, 1), await paperOf(id, 2, change)];
  expect([codeOn(first), codeOn(second)].map((page) => page?.split('/').at(-1))).toEqual(
    licence.editions.map(({ number }: { number: string }) => number),
  );
});

test('told twice, at once and after a crash, it is made once and under one verification number', async () => {
  const id = await one.granted();
  const broken = makerOver(one.world, {
    licencePapers: {
      made: async () => {
        throw new Error('crashed');
      },
    },
  });
  await settleFacts(one.world.deps, () => one.world.facts());
  const decided = sqsEvent(...(await facts('intake.licence-decided.v1')));
  expect((await broken.take(decided)).batchItemFailures).toHaveLength(1);
  const others = [maker, makerOver(one.world, { handOver: maker.handOver })];
  await Promise.all(others.map(({ take }) => take(decided)));
  await made();
  expect(await facts('intake.licence-made.v1')).toHaveLength(1);
  const { body } = await one.world.send({ path: `/intake/applications/${id}/documents`, actor: people.clerk });
  expect(body.items.filter(({ kind }: { kind: string }) => kind === 'licence')).toHaveLength(1);
});

test('what is not what its fact names is not taken over, and no office puts a name into a fact or a key', async () => {
  await one.granted();
  await settleFacts(one.world.deps, () => one.world.facts());
  await maker.take(sqsEvent(...(await facts('intake.licence-decided.v1'))));
  const [fact] = await facts('intake.licence-made.v1');
  expect(JSON.stringify([fact, [...maker.handOver.files.keys()]])).not.toMatch(/示例|p_company/);
  const ref = String(fact!.data['ref']);
  const changed = Buffer.from(maker.handOver.files.get(ref)!.bytes.toString().replace('示', '某'));
  await library.handOver.put(ref, { ...maker.handOver.files.get(ref)!, bytes: changed });
  await expect(library.hear(fact!)).rejects.toThrow('not taken');
});

test('here and in its case it is had by its delivery, however early that is heard of; meanwhile it holds and its number shows it', async () => {
  const id = await one.granted();
  await made();
  const read = () => library.send('POST', `/materials/licences/${id}/editions/1/read`, { body: {} });
  expect([(await read()).status, (await read()).body.code]).toEqual([409, 'not-delivered']);
  const [licence] = await held();
  expect((await library.send('GET', `/materials/public/licences/${licence.number}`)).body.status).toBe('valid');
  await taken(id);
  expect((await read()).status).toBe(200);
});

test('in the papers of its case it is had as the decision is: by its delivery', async () => {
  const id = await one.granted();
  await made();
  const { body } = await one.world.send({ path: `/intake/applications/${id}/documents`, actor: people.company });
  const { document } = body.items.find(({ kind }: { kind: string }) => kind === 'licence');
  const path = `/intake/applications/${id}/documents/${document}`;
  expect((await one.world.send({ path, actor: people.company })).body.code).toBe('result-not-taken');
  const read = await one.world.send({ path, actor: people.approver, query: { reason: '核对证照' } });
  expect(read.status).toBe(200);
});

test('the office of a later case reads the paper with what the licence says; before it is there, its holder is told so', async () => {
  const id = await one.granted();
  await settleFacts(one.world.deps, () => one.world.facts());
  await library.hear(...(await facts('intake.licence-decided.v1')));
  const early = await library.send('POST', `/materials/licences/${id}/editions/1/read`, { body: {} });
  expect([early.status, early.body.code]).toEqual([409, 'file-not-at-hand']);
  const other = await library.send('POST', `/materials/licences/${id}/editions/2/read`, { body: {} });
  expect(other.status).toBe(404);
});
