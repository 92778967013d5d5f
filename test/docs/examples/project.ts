const id = 'c4e1a7b9-52d8-4f36-8a0d-1b9e7c3f5d28';
const others = ['5d0b8f2e-7c41-4a96-b3e8-9f1d6a2c7e54', '8e3a6c1f-4b97-4d05-a2c8-6f7d0e9b5a31'];
const code = '2607-350102-04-01-482913';
const said = {
  name: '示例精密部件智能工厂项目',
  kind: 'industrial-private',
  place: { region: '350102', address: '示例路8号' },
  investmentFen: 2_600_000_000_000,
  facts: { filingKind: 'filing', landTaken: 26_000, basementDue: false },
};
const investor = { uscc: '91110000600037341L', name: '示例精密制造有限公司' };
const known = { partyId: 'p_Zk3mQ9vX1aT7bR5cW8dY2eU4fH6', ...investor };
const officer = 'p_Ht6nB2wL8sE4kV0jM3xC9pA7gR1';
const outline = {
  id,
  status: 'coded',
  version: 2,
  code,
  name: said.name,
  kind: said.kind,
  place: said.place,
  investor: known,
  officer,
  registeredAt: '2026-08-03T01:00:00.000Z',
};
const reasons = '用地规划已合并';

export const projectInput = { ...said, investor };
/** As the provincial platform gives it. */
export const coded = { ...projectInput, code };

/** A file with one project. */
export const fileOf = (...codes: readonly string[]): string =>
  [
    '项目代码,项目名称,项目类型,行政区划,建设地点,总投资（元）,建设单位,统一社会信用代码,fact:landTaken,fact:basementDue',
    ...codes.map(
      (one) =>
        `${one},示例精密部件智能工厂项目,industrial-private,350102,示例路8号,26000000.50,示例精密制造有限公司,91110000600037341L,26000,否`,
    ),
  ].join('\n');

export const projectExamples = {
  ProjectInput: projectInput,
  EditProjectInput: said,
  ProjectCodeInput: { code },
  ProjectReasonsInput: { reasons: '投资人决定不再建设' },
  MergeProjectInput: { into: others[0], reasons },
  SplitProjectInput: { into: others, reasons: '分两期建设' },
  HandOverProjectInput: { to: officer },
  ProposeInvestorInput: { investor: { ...investor, name: '示例新投资有限公司' }, reasons: '项目已转让' },
  ProjectImport: { projects: [coded] },
  ProjectFileImport: { csv: fileOf(code) },
  ProjectImported: {
    created: 1,
    known: 0,
    warnings: [{ pointer: '/projects/0', code: 'region-unknown' }],
  },
  ProjectActed: { id, status: 'coded', version: 2, warnings: [], actions: ['begin-approval', 'suspend', 'edit'] },
  ProjectPage: { items: [outline], nextCursor: null },
  Project: {
    ...outline,
    formerCodes: [],
    investmentFen: said.investmentFen,
    facts: said.facts,
    links: [],
    warnings: [],
    actions: ['begin-approval', 'suspend', 'edit'],
    assignments: [{ at: '2026-08-03T02:30:00.000Z', officer, team: others[0], why: 'least-load', load: 6, among: 4 }],
    timeline: [
      { at: '2026-08-03T01:00:00.000Z', act: 'register', office: 'gulou/officer' },
      { at: '2026-08-03T02:10:40.000Z', act: 'give-code', office: 'gulou/officer' },
    ],
  },
};
