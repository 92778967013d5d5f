const id = '3f9c2d71-6b48-4e0a-9d15-7a8e4c2b6f03';
const reportId = 'a7d05e3c-91f4-4b26-8c7d-2e6f1b9a4d58';
const paid = { by: '鼓楼区人民政府', amountFen: 48_000_000 };
const eia = {
  evaluation: 'eia',
  document: '榕环评〔2026〕12号',
  from: '2026-01-01',
  until: '2026-12-31',
  conditions: [{ text: '不得新建涉及重金属排放的项目' }],
  paid,
};
const soil = { ...eia, evaluation: 'soil', document: '榕水审〔2025〕40号', until: '2026-08-31', conditions: [] };
const energy = {
  ...eia,
  evaluation: 'energy',
  document: '榕发改能评〔2026〕3号',
  conditions: [{ text: '年综合能耗低于1800吨标准煤', when: 'energy<1800' }],
};
const said = { name: '示例产业园一期', bounds: { regions: ['350102'] } };
const actions = ['add-report', 'withdraw-report', 'end'];
const outline = { id, status: 'published', version: 2, ...said };

export const areaInput = { ...said, reports: [eia, soil, energy] };

export const areaExamples = {
  AreaInput: areaInput,
  AreaReportInput: soil,
  WithdrawReportInput: { reportId, reasons: '区域规划已调整' },
  StandInAreaInput: { areaId: id },
  AreaActed: { id, status: 'published', version: 2, actions },
  AreaPage: { items: [{ ...outline, evaluations: ['eia', 'soil', 'energy'] }], nextCursor: null },
  Area: {
    ...outline,
    reports: [{ ...eia, id: reportId }],
    registeredAt: '2026-01-05T01:00:00.000Z',
    publishedOn: '2026-01-06',
    reuse: { projects: 3, evaluations: [{ evaluation: 'eia', projects: 3, items: 3, days: 30 }] },
    actions,
  },
};
