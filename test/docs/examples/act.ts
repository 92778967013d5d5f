import { id, times } from './case.ts';

const defects = [
  { pointer: '/operatorName', what: '名称与营业执照不一致。', mend: '按营业执照填写全称。' },
  { material: 'premises-layout', what: '平面图未标明食品处理区。', mend: '重新绘制并标明各功能区。' },
];

export const actExamples = {
  AcceptInput: {
    tolerance: { requirements: ['food-safety-rules'], days: 3, promised: true, signature: { ref: 'hall-2026-0001' } },
  },
  SettleToleranceInput: {
    came: [{ requirement: 'food-safety-rules', seen: { originals: 1, copies: 1 } }],
  },
  CorrectionInput: { defects, days: 20 },
  SupplementInput: { defects, days: 10, why: '现场核查发现布局与平面图不符。' },
  MoreTimeInput: { days: 10, reason: '平面图由外地单位重新绘制。' },
  ResubmitInput: { changes: [{ pointer: '/operatorName', value: '示例餐饮有限公司' }] },
  ProposeRefusalInput: { reasons: '经营场所在禁设区域内。', guidance: '可另选场所后重新申请。' },
  HeadOpinionInput: { opinion: '情况属实，同意。' },
  SignpostInput: {
    office: { set: 'gulou', department: 'health' },
    guidance: '公共场所卫生许可在三楼 12 号窗口办理。',
  },
  SignpostAgreedInput: {
    office: { set: 'jinan', department: 'health' },
    guidance: '公共场所在晋安区，请到晋安区政务大厅三楼 12 号窗口办理。',
    entry: {
      hall: 'gulou-hall',
      window: '12',
      documentsSeen: ['resident-id'],
      originalChecked: true,
      signatureKept: true,
    },
  },
  SuspendInput: { kind: 'expert-review', why: '需组织专家评审。' },
  ResumeInput: { result: '专家评审通过。' },
  ExtendInput: { days: 5, why: '需跨部门核实。' },
  ForwardInput: { itemKey: 'public-place-hygiene', why: '属卫生健康部门权限。' },
  VoidInput: { ground: 'clerical', why: '同一申请重复录入。' },
  TransferInput: { to: 'demo-approver-2', reason: '原承办人休假。' },
  StepBackInput: { reason: '与申请人有近亲属关系。' },
  RecuseInput: { reason: '与申请人有近亲属关系。' },
  OpinionInput: { verdict: 'agree', opinion: '书面审查合格。' },
  ReviewPage: {
    items: [
      {
        caseId: id,
        n: 1,
        department: 'amr',
        name: '书面审查',
        itemKey: 'food-business-licence',
        openedAt: times.submittedAt,
      },
    ],
    nextCursor: null,
  },
};
