import { beforeEach, describe, expect, test } from 'vitest';
import { signerOf } from '#shared/cms';
import { signatureIn } from '#shared/pdf-signature';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, type IntakeWorld } from '../../test/support/intake.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { itemOf } from './cases.fake.ts';

let table: FakeTable;
let world: IntakeWorld;
let maker: ReturnType<typeof makerOver>;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  await cases.publish(world);
  maker = makerOver(world);
});

const rows = (prefix = 'DOC#') =>
  table
    .rows()
    .filter(({ pk, sk }) => String(sk).startsWith(prefix) || String(pk).startsWith(prefix))
    .toSorted((a, b) => String(a['sk']).localeCompare(String(b['sk'])));
const numbers = () => rows().map(({ number, verification }) => [number, verification]);
const deliver = () => deliverPapers(world, maker);

async function submitted(): Promise<string> {
  const id = await draft(world);
  await world.send(cases.submit(id));
  return id;
}

describe('a case that is handed in', () => {
  test('gets its form and a receipt, sealed by its office', async () => {
    const id = await submitted();
    expect(await deliver()).toEqual([]);
    expect(rows().map(({ sk }) => sk)).toEqual(['DOC#000002#application-form', 'DOC#000002#receipt']);
    expect(rows().map(({ number }) => number)).toEqual([undefined, '鼓楼区市场监督管理局收字〔2026〕1号']);

    for (const row of rows()) {
      const file = maker.bucket.files.get(String(row['ref']));
      const found = signatureIn(Buffer.from(file!.bytes));
      expect(found && signerOf(found.content, found.cms)?.subject).toContain('CN=鼓楼区市场监督管理局');
      expect(row['bytes']).toBe(file!.bytes.length);
    }
    expect([...maker.bucket.files.keys()].every((key) => key.startsWith(`cases/${id}/2-`))).toBe(true);
  });

  test('leaves nothing personal in a key, a name or a record of its papers', async () => {
    await submitted();
    await deliver();
    const known = JSON.stringify([[...maker.bucket.files.keys()], rows(), rows('SEALED#')]);
    for (const personal of ['段正淳', '18049531999', 'p_company']) expect(known).not.toContain(personal);
  });
});

describe('a character that the font lacks', () => {
  test('is named to whoever may read the file, counted in the list, and kept nowhere else', async () => {
    const form = { ...cases.goodForm, operator: '𠮷野家𠮷公司' };
    const id = await draft(world, form);
    await world.send(cases.submit(id));
    await deliver();
    const path = `/intake/applications/${id}/documents`;
    const list = await world.send({ path, actor: people.clerk });
    const named = list.body.items.filter(({ unshown }: { unshown?: number }) => unshown !== undefined);
    expect(named).toMatchObject([{ kind: 'application-form', unshown: 1 }]);
    expect(JSON.stringify(list.body)).not.toMatch(/𠮷|20BB7/);
    const file = await world.send({
      path: `${path}/2-application-form`,
      actor: people.clerk,
      query: { reason: '核对姓名' },
    });
    expect(file.body.unshownCharacters).toEqual([{ code: 'U+20BB7', character: '𠮷' }]);
    expect(JSON.stringify(rows('SEALED#'))).not.toMatch(/20BB7/);
  });

  test('is not spoken of where there is none', async () => {
    const id = await submitted();
    await deliver();
    const { body } = await world.send({ path: `/intake/applications/${id}/documents`, actor: people.company });
    for (const one of body.items) expect(one).not.toHaveProperty('unshown');
  });
});

describe('once is enough', () => {
  test('a second delivery changes nothing', async () => {
    await submitted();
    await deliver();
    const before = table.rows();
    expect(await deliver()).toEqual([]);
    expect(table.rows()).toEqual(before);
  });

  test('after a crash before the record the same papers are made, under the same numbers', async () => {
    await submitted();
    const broken = makerOver(world, {
      documents: {
        ...maker.making.documents,
        made: async () => {
          throw new Error('crashed');
        },
      },
    });
    expect(await deliverPapers(world, broken)).toHaveLength(1);
    const first = numbers();
    expect(await deliver()).toEqual([]);
    expect(numbers()).toEqual(first);
    expect(rows('SEALED#')).toHaveLength(2);
  });

  test('two at once make one of each, and the record is that of a file that is there', async () => {
    await submitted();
    const other = makerOver(world, { bucket: maker.bucket });
    expect(await Promise.all([deliver(), deliverPapers(world, other)])).toEqual([[], []]);
    expect(rows('SEALED#')).toHaveLength(2);
    for (const row of rows()) expect(maker.bucket.files.has(String(row['ref']))).toBe(true);
  });

  test('numbers go up by office, kind and year', async () => {
    await submitted();
    await submitted();
    await deliver();
    const receipts = rows().flatMap(({ number }) => number ?? []);
    expect(receipts.map(String).toSorted()).toEqual([1, 2].map((n) => `鼓楼区市场监督管理局收字〔2026〕${n}号`));
    expect(new Set(rows().map(({ verification }) => verification)).size).toBe(4);
  });
});

describe('a maker that comes late', () => {
  test('numbers a case’s receipts in the order of its acts, in whatever order their facts come', async () => {
    const id = await submitted();
    const defects = [{ pointer: '/operator', what: '名称有误', mend: '更正' }];
    await world.send(cases.act(id, 'request-correction', { actor: people.approver, body: { defects } }));
    const changes = [{ pointer: '/operator', value: '更正后的公司' }];
    await world.send(cases.act(id, 'resubmit', { actor: people.company, body: { changes } }));
    const papers = await world.papers();
    for (const paper of papers.toReversed()) await maker.take(sqsEvent(paper));
    const receipts = rows().filter(({ kind }) => kind === 'receipt');
    expect(receipts.map(({ number }) => String(number).slice(-2))).toEqual(['1号', '2号']);
  });

  test('writes what each act said, whatever came after it', async () => {
    const id = await submitted();
    const defects = [{ pointer: '/operator', what: '名称有误', mend: '更正' }];
    const correct = cases.act(id, 'request-correction', { actor: people.approver, body: { defects, days: 20 } });
    expect((await world.send(correct)).status).toBe(200);
    const changes = [{ pointer: '/operator', value: '更正后的公司' }];
    expect((await world.send(cases.act(id, 'resubmit', { actor: people.company, body: { changes } }))).status).toBe(
      200,
    );
    expect(await deliver()).toEqual([]);

    expect(rows().map(({ sk }) => sk)).toEqual([
      'DOC#000002#application-form',
      'DOC#000002#receipt',
      'DOC#000003#correction-notice',
      'DOC#000004#application-form',
      'DOC#000004#receipt',
    ]);
    const { documents } = maker.making;
    expect(await documents.formAt(id, 2)).toMatchObject({ operator: '示例公司' });
    expect(await documents.formAt(id, 3)).toMatchObject({ operator: '示例公司' });
    expect(await documents.formAt(id, 4)).toMatchObject({ operator: '更正后的公司' });
  });

  test('puts a filing in writing as a decision', async () => {
    const atOnce = { n: 0, unit: 'working-day', from: 'accepted', of: 'office' } as const;
    const item = itemOf({ legalLimit: atOnce, promisedLimit: atOnce });
    expect((await cases.publish(world, { ...cases.publication, items: [item] })).status).toBeLessThan(300);
    const id = await submitted();
    await world.send(cases.accept(id));
    await deliver();
    expect(rows().map(({ title }) => title)).toContainEqual(
      expect.objectContaining({ zh: expect.stringContaining('准予') }),
    );
  });
});

test('a fact about a case that is not there goes back to the queue', async () => {
  const data = { caseId: uuid(9), documents: ['receipt'] };
  const lost = envelopeOf({ type: 'intake.document-due.v1', data });
  expect((await maker.take(sqsEvent(lost))).batchItemFailures).toHaveLength(1);
});
