import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { tickedAt } from '../../test/support/clock.ts';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';
import { documentKind } from './domain/document/kind.ts';

const world = cases.intakeOver(fakeTable());
const maker = makerOver(world);
const why = { why: '情况复杂' };
const defects = [{ pointer: '/operator', what: '名称有误', mend: '更正' }];

type Step = readonly [name: string, actor: keyof typeof people, body?: object];
const accept: Step = ['accept', 'approver'];
const propose: Step = ['propose-refusal', 'clerk', { reasons: '不在范围', guidance: '另选地址' }];

/** Lives of cases, one act after another, that together owe every kind of document. */
const lives: Record<string, readonly Step[]> = {
  corrected: [
    ['request-correction', 'clerk', { defects, days: 5 }],
    ['extend-correction', 'clerk', { days: 5, reason: '申请人在外地' }],
    ['resubmit', 'company', { changes: [{ pointer: '/operator', value: '更正后的公司' }] }],
    ['withdraw', 'company', { reason: '不办了' }],
  ],
  refused: [propose, ['approve-refusal', 'head', { opinion: '同意' }]],
  signposted: [
    ['signpost', 'clerk', { office: { outside: '省药监局' }, guidance: '请到省级窗口' }],
    ['approve-refusal', 'head', { opinion: '同意' }],
  ],
  decided: [
    accept,
    ['suspend', 'approver', { kind: 'hearing', ...why }],
    ['resume', 'approver', { result: '已听证' }],
    ['request-supplement', 'approver', { defects, days: 5, shownBy: 'on-site', ...why }],
    ['resubmit', 'company', { changes: [{ pointer: '/operator', value: '再更正的公司' }] }],
    ['extend', 'head', { days: 5, ...why }],
    ['decide', 'approver', { outcome: 'refused', opinion: '不同意', reasons: '不符合条件' }],
    ['review', 'company', { why: '理由不成立' }],
  ],
  void: [['void', 'head', { ground: 'clerical', ...why }]],
  silent: [],
};

test('every act that owes a document gets it, whatever the case has been through', async () => {
  const justice = { key: 'justice', name: '司法局', nameEn: 'Justice', reviews: true };
  const departments = [...cases.publication.departments, justice];
  await cases.publish(world, { ...cases.publication, departments, items: [itemOf({ special: ['hearing'] })] });

  for (const [name, steps] of Object.entries(lives)) {
    const id = await draft(world);
    await world.send(cases.submit(id));
    for (const [step, actor, body = {}] of steps) {
      const { version } = (await world.send(cases.read(id))).body;
      const headers = { 'If-Match': `"${version}"` };
      const { status, body: said } = await world.send(act(id, step, { actor: people[actor], body, headers }));
      expect([name, step, status, said.code]).toEqual([name, step, expect.toSatisfy((one) => one < 300), undefined]);
    }
  }
  expect(await deliverPapers(world, maker)).toEqual([]);
  expect(await tickedAt(world, '2026-08-11T01:00:00Z')).toBeGreaterThan(0);
  expect(await deliverPapers(world, maker)).toEqual([]);

  const made = [...maker.bucket.files.keys()].map((key) => /\/\d+-([a-z-]+)\//.exec(key)?.[1]);
  expect(new Set(made)).toEqual(new Set(documentKind().options));
  // The silent case and the review are accepted as well; two acts of one kind are two documents, and a review has a receipt.
  expect(made.filter((kind) => kind === 'acceptance-notice')).toHaveLength(3);
  expect(made.filter((kind) => kind === 'extension-notice')).toHaveLength(2);
  expect(made.filter((kind) => kind === 'receipt')).toHaveLength(Object.keys(lives).length + 3);
});
