import { describe, expect, test } from 'vitest';
import { calendar2026 } from '#shared/calendars';
import { foodForm } from '../../../../test/support/form.ts';
import { applicationOf, offeredItem } from '../../cases.fake.ts';
import type { Application } from '../case/application.ts';
import type { PublishedItem } from '../catalogue/item.ts';
import type { DocumentKind } from './kind.ts';
import { sheetOf } from './write.ts';

const at = new Date('2026-08-05T02:00:00Z');
const material = {
  type: 'plan',
  name: '平面图',
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  sharedResource: null,
  about: 'premises',
  originals: 1,
  copies: 0,
} as const;
const form = {
  title: '食品经营许可申请书',
  properties: {
    operatorName: { title: '经营者名称', 'x-same-as': 'company.name' },
    contact: { title: '联系人', properties: { name: { title: '姓名' } } },
  },
};

function written(kind: DocumentKind, rest: Partial<Application> = {}, item: Partial<PublishedItem> = {}) {
  const application = applicationOf({
    number: '1135',
    trackingCode: 'A2B3C4',
    submittedAt: new Date('2026-08-03T01:00:00Z'),
    ...rest,
  });
  const office = { zh: '鼓楼区市场监督管理局', en: 'Gulou Market Regulation' };
  const about = {
    application,
    item: offeredItem({ form, materials: [material], ...item }),
    form: foodForm,
    office,
    at,
  };
  const known = { ...about, against: [], lines: [], calendar: [calendar2026] };
  return sheetOf(kind, known, { number: '1号', verification: 'V' });
}
const textOf = (...given: Parameters<typeof written>) => JSON.stringify(written(...given), undefined, 1);

describe('a document', () => {
  test('is addressed to the applicant and dated in Shanghai on the day of the act', () => {
    expect(written('receipt')).toMatchObject({
      to: '示例餐饮有限公司',
      day: '2026-08-05',
      number: '1号',
      verification: 'V',
    });
    expect(written('receipt', {}, { form: {} }).to).toBe('申请人');
  });

  test('the form itself is addressed to nobody', () => {
    expect(written('application-form').to).toBeUndefined();
    expect(written('application-form').title.zh).toBe('食品经营许可申请书');
    expect(textOf('application-form')).toContain('示例餐饮有限公司');
  });
});

describe('a receipt', () => {
  test('has the number and the code by which the case is followed', () => {
    expect(textOf('receipt')).toMatch(/1135[^]*A2B3C4/);
  });

  test('tells the materials of the applicant from those that the office gets itself', () => {
    const shared = { ...material, type: 'licence', name: '营业执照', source: 'government' as const };
    const { blocks } = written('receipt', {}, { materials: [material, shared] });
    const rows = blocks.flatMap((one) => (one.kind === 'table' ? one.rows : []));
    expect(rows.find(({ label }) => label.zh === '由申请人提交的材料')?.value).toBe('平面图');
    expect(rows.find(({ label }) => label.zh === '由本机关共享取得的材料')?.value).toBe('营业执照');
  });
});

describe('a notice of acceptance', () => {
  const acceptedAt = at;

  test('says until when, as it stood then: later pauses and extensions do not change it', () => {
    const later = {
      pauses: [{ kind: 'hearing' as const, from: at, why: '听证' }],
      extension: { days: 5, at, why: '复杂' },
    };
    expect(textOf('acceptance-notice', { acceptedAt })).toContain('2026年8月12日');
    expect(textOf('acceptance-notice', { acceptedAt, ...later })).toContain('2026年8月12日');
  });

  test('says when it is by silence, and what may follow', () => {
    expect(textOf('acceptance-notice', { acceptedAt, acceptedBy: 'silence' })).toContain('未在法定期限内告知');
    expect(textOf('acceptance-notice', { acceptedAt, tolerance: { requirements: ['plan'], days: 3 } })).toMatch(
      /3个工作日内补交（容缺受理）：平面图/,
    );
  });
});

describe('a correction notice', () => {
  const defects = [
    { pointer: '/contact/name', what: '姓名不全', mend: '填写全名' },
    { material: 'plan', what: '未标面积', mend: '补标' },
  ];
  const notice = { at, by: 'x', days: 20, defects, fault: false };
  const earlier = { ...notice, at: new Date('2026-08-04T02:00:00Z'), defects: [{ ...defects[0]!, what: '早先的' }] };

  test('lists every defect in the form’s own words, and what mends it, of this notice and no other', () => {
    const text = textOf('correction-notice', { corrections: [earlier, notice] });
    expect(text).toContain('联系人·姓名：姓名不全；应当：填写全名');
    expect(text).toContain('材料“平面图”：未标面积；应当：补标');
    expect(text).not.toContain('早先的');
    expect(text).toContain('2026年9月2日');
  });

  test('after acceptance it asks for supplements, and says that the clock stands still', () => {
    const text = textOf('correction-notice', { acceptedAt: earlier.at, corrections: [notice] });
    expect(text).toContain('补充材料告知书');
    expect(text).toContain('不计入办理时限');
  });
});

test('what goes against the applicant names reasons and remedies', () => {
  const refusal = { by: 'x', at, reasons: '不在范围', guidance: '另选地址' };
  expect(textOf('refusal-of-acceptance', { refusal })).toMatch(/不在范围[^]*另选地址[^]*行政复议/);
  const refused = { outcome: 'refused' as const, decidedAt: at };
  const decision = { outcome: 'refused' as const, opinion: '不同意', reasons: '场所不符' };
  expect(textOf('decision', { ...refused, decision })).toMatch(/不予行政许可决定书[^]*场所不符[^]*行政诉讼/);
});

test('a grant names its laws, and no remedy', () => {
  const decision = { outcome: 'granted' as const, opinion: '同意' };
  const granted = { outcome: 'granted' as const, decidedAt: at, decision };
  const text = textOf('decision', granted, { basis: '食品安全法 art. 35; 食品经营许可和备案管理办法' });
  expect(text).toContain('准予行政许可决定书');
  expect(text).toContain('《食品安全法》第35条、《食品经营许可和备案管理办法》');
  expect(text).not.toContain('行政复议');
  expect(textOf('decision', granted, { type: '10' })).toContain('准予办理决定书');
});

test('a special procedure and an extension say why and how long', () => {
  const pauses = [{ kind: 'expert-review' as const, from: at, why: '专家意见' }];
  expect(textOf('special-procedure-notice', { pauses })).toMatch(/专家评审[^]*专家意见/);
  const extension = { days: 10, at, why: '情况复杂' };
  expect(textOf('extension-notice', { acceptedAt: at, extension })).toMatch(
    /行政许可法》第四十二条[^]*延长10个工作日[^]*情况复杂[^]*2026年8月26日/,
  );
  const law = { extension: { n: 40, unit: 'day' as const, basis: '核准条例 art. 11' } };
  const longer = { acceptedAt: at, extension: { ...extension, unit: 'day' as const } };
  expect(textOf('extension-notice', longer, law)).toMatch(/《核准条例》第11条[^]*延长10日/);
});

test('more time for corrections is told with the new last day', () => {
  const defects = [{ material: 'plan', what: '-', mend: '-' }];
  const notice = { at: new Date('2026-08-04T02:00:00Z'), by: 'x', days: 2, extraDays: 3, defects, fault: false };
  const told = textOf('extension-notice', { state: 'correcting', corrections: [notice] });
  expect(told).toMatch(/延长补正期限告知书[^]*延长3个工作日[^]*2026年8月11日/);
});

test.each([
  ['correct', 'granted', '更正决定书', false],
  ['revoke', 'granted', '撤销决定书', true],
  ['revoke', 'refused', '不予撤销决定书', false],
  ['review', 'refused', '行政复议决定书', true],
  ['forward', 'granted', '准予行政许可决定书', false],
] as const)('a case upon another decides of that: %s %s', (...[as, outcome, title, adverse]) => {
  const follows = { caseId: 'c', as, by: 'applicant' as const, why: '名称少一字' };
  const sheet = written('decision', { follows, outcome, decidedAt: at, decision: { outcome, opinion: '-' } });
  expect(sheet.title.zh).toBe(title);
  expect(JSON.stringify(sheet.blocks).includes('行政诉讼')).toBe(adverse);
});

test.each([
  [{ ruling: 'annulled', anew: 'c' }, /撤销原决定，责令原机关重新作出决定/],
  [{ ruling: 'annulled' }, /撤销原决定。/],
  [{ ruling: 'changed', changedTo: '准予许可' }, /变更原决定[^]*变更后的决定：准予许可/],
] as const)('a review says what becomes of the decision: %j', (ruled, told) => {
  const follows = { caseId: 'c', as: 'review', by: 'applicant', why: '理由不成立' } as const;
  const decision = { outcome: 'granted' as const, opinion: '-', ...ruled };
  expect(textOf('decision', { follows, outcome: 'granted', decidedAt: at, decision })).toMatch(told);
});

test('a signpost names the other office', () => {
  const decision = { outcome: 'returned' as const, opinion: '请到窗口', reasons: '省药监局' };
  expect(textOf('signpost', { decision })).toMatch(/省药监局[^]*请到窗口/);
  const refusal = { by: 'clerk', at, reasons: '省级权限', guidance: '请到二楼', office: { name: '省水利厅' } };
  expect(textOf('signpost', { decision: { ...decision, reasons: '省级权限' }, refusal })).toMatch(
    /省水利厅[^]*请到二楼/,
  );
});

test('what ends without a decision says how', () => {
  expect(textOf('withdrawal-receipt')).toContain('依你（单位）的请求撤回');
  expect(textOf('closing-notice', { outcome: 'no-correction' })).toContain('未在补正期限内补正');
  expect(textOf('closing-notice', { outcome: 'forwarded', forwardedTo: 'a-case' })).toContain('继续办理');
  expect(textOf('closing-notice', { outcome: 'forwarded', forwardedTo: 'a-case' })).not.toContain('a-case');
  expect(textOf('closing-notice', { outcome: 'void' })).toContain('作废');
});
