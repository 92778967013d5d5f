export const followUpExamples = {
  CorrectInput: {
    why: '许可证上的经营者名称少写一字。',
    changes: [{ pointer: '/operatorName', value: '示例餐饮管理有限公司' }],
  },
  RevokeInput: { ground: 'deception', why: '核查发现场所证明系伪造。' },
  SanctionInput: { act: 'suspend', why: '超出许可范围经营，依照《食品安全法》第一百二十二条处理。' },
  ReviewInput: { why: '不予许可的理由与现场情况不符。' },
};
