import { describe, expect, test } from 'vitest';
import { applicationOf, offeredItem } from '../../cases.fake.ts';
import type { Application } from '../case/application.ts';
import type { PublishedItem } from '../catalogue/item.ts';
import type { About } from './about.ts';
import { receipt } from './receipt.ts';

const at = new Date('2026-08-05T02:00:00Z');
const usual = {
  must: 'must',
  restsOn: 'item',
  sharedResource: null,
  about: 'premises',
  originals: 1,
  copies: 0,
} as const;
const material = (type: string, name: string, source: 'applicant' | 'government' = 'applicant') => ({
  ...usual,
  type,
  name,
  source,
});
const form = {
  properties: { operator: { title: '经营者' }, seats: { title: '座位数' } },
  'x-steps': [
    { title: '主体信息', fields: ['operator'] },
    { title: '经营场所', fields: ['seats'] },
  ],
};
const commitment = { text: '承诺', basis: '办法', covers: ['plan'], checkWithin: 30 };

/** What a receipt says: its title, its first words, and its rows by their heading. */
function said(
  rest: Partial<Application> = {},
  filled: object = { operator: '示例公司', seats: 20 },
  lines: About['lines'] = [],
) {
  const materials = [material('plan', '平面图'), material('id', '营业执照', 'government')];
  const item: PublishedItem = offeredItem({ form, materials, commitment });
  const application = applicationOf({ number: '1135', submittedAt: at, ...rest });
  const office = { zh: '局', en: '' };
  const { title, blocks } = receipt({
    application,
    item,
    form: { ...filled },
    office,
    against: [],
    lines,
    at,
    calendar: [],
  });
  const rows = blocks.flatMap((one) =>
    one.kind === 'table' && one.heading ? one.rows.map(({ label, value }) => [label.zh, value]) : [],
  );
  return { title: title.zh, text: JSON.stringify(blocks), rows };
}
const asked = [
  ['由申请人提交的材料', '平面图'],
  ['由本机关共享取得的材料', '营业执照'],
];
const following = (as: NonNullable<Application['follows']>['as'], by: 'applicant' | 'office' = 'applicant') => ({
  follows: { caseId: 'c', as, by, why: '名称少一字' },
});

const answered = { at: new Date(0), by: 'clerk', days: 5, fault: false };
const notice = (pointer: string, answeredAt: Date) => ({
  ...answered,
  answeredAt,
  defects: [{ pointer, what: '-', mend: '-' }],
});

describe('a receipt lists what was handed in, apart from what the item asks', () => {
  test('the parts of the form that were filled in, with how much', () => {
    expect(said().rows).toEqual([['申请表', '主体信息（1项）；经营场所（1项）'], ...asked]);
    expect(said({}, { operator: '示例公司' }).rows[0]).toEqual(['申请表', '主体信息（1项）']);
    expect(said({}, {}).rows).toEqual(asked);
  });

  test('a commitment, which spares what it covers', () => {
    expect(said({ committed: true }).rows.slice(1)).toEqual([['告知承诺书', '已签署'], asked[1]]);
  });

  test('what a clerk saw and keeps', () => {
    const entry = {
      clerk: 'clerk',
      office: 'gulou/window',
      documentsSeen: ['resident-id', 'power-of-attorney'],
    } as const;
    const seen = { ...entry, documentsSeen: [...entry.documentsSeen], originalChecked: true, signatureKept: true };
    expect(said({ entry: seen }).rows.slice(1, 3)).toEqual([
      ['核验的证件', '居民身份证；授权委托书'],
      ['现场核对', '原件已核对；签名已留存'],
    ]);
  });

  test('what was corrected, of the notice that this answers', () => {
    const corrections = [notice('/operator', new Date(0)), notice('/seats', at)];
    expect(said({ corrections }).rows[1]).toEqual(['补正的内容', '座位数']);
  });
});

describe('a receipt says how the case came', () => {
  test.each([
    ['correct', '对已办结的“食品经营许可（新办）”提出的更正申请'],
    ['review', '对已办结的“食品经营许可（新办）”提出的行政复议申请'],
    ['forward', '其他机关转来的'],
    ['anew', '原决定已经行政复议撤销'],
  ] as const)('%s', (as, words) => {
    const { title, text } = said(following(as));
    expect([title, text]).toEqual(['收件凭证', expect.stringContaining(words)]);
  });

  test('upon another case it lists the reasons, and asks for no material', () => {
    expect(said(following('review')).rows).toEqual([['申请理由', '名称少一字']]);
  });

  test.each([
    ['revoke', '撤销程序告知书'],
    ['correct', '更正程序告知书'],
  ] as const)('of the office’s own accord it is a notice of that: %s', (as, title) => {
    const told = said(following(as, 'office'));
    expect(told).toMatchObject({ title, rows: [], text: expect.stringMatching(/名称少一字[^]*陈述、申辩/) });
    expect(told.text).not.toContain('收到你');
  });
});

test('a receipt names each document of the library by its line, its version and, once it is confirmed, the hash of its file', () => {
  const one = { requirement: 'plan', materialId: 'm', version: 2, state: 'confirmed' as const, givenAt: at };
  const { rows } = said({}, {}, [
    { ...one, sha256: 'a'.repeat(64) },
    { ...one, requirement: 'id', version: 1, state: 'waiting' },
  ]);
  expect(rows.filter(([, value]) => String(value).startsWith('第'))).toEqual([
    ['平面图', `第2版，SHA-256：${'a'.repeat(64)}`],
    ['营业执照', '第1版，尚待核对'],
  ]);
});
