import * as z from 'zod';
import { once } from '#shared/once';
import { findingRules, findingState, type FindingRule } from './finding.ts';

export const findingRule = once(() => z.enum(findingRules));

/** Where a rule comes from. */
export const basisOf: Record<FindingRule, string> = {
  'second-notice': '行政许可法第三十二条、第七十二条',
  'silent-acceptance': '行政许可法第三十二条、第七十二条',
  'refusal-overturned': '榕政办〔2016〕224号：窗口无否决权',
  'made-void': '窗口无否决权；作废限于重复和录入有误',
  'step-overdue': '电子监察：环节超时',
  'no-reasons': '行政许可法第三十八条、第七十二条',
  'granted-against-opinion': '并联审批：会审部门提出不同意见而准予',
  'charge-off-list': '行政许可法第七十五条',
  'demand-off-list': '证明事项清单；国务院令第716号',
  'second-visit': '最多跑一次',
  overdue: '行政许可法第四十二条、第七十四条',
  'tolerance-lapsed': '容缺受理：逾期未补齐',
  'renewed-by-silence': '行政许可法第五十条',
  'renewal-undecided': '行政许可法第五十条：证照到期未决定',
  'publicity-overdue': '双公示：七个工作日',
  'receipt-overdue': '审管联动：逾期未回执',
  'supervision-objects': '审管联动：监管部门反馈与决定不符',
  'commitment-unchecked': '告知承诺：事中事后核查',
  'copies-beyond-list': '证明事项清单；国务院令第716号',
  'sharing-late': '国发〔2016〕51号：提供部门十个工作日内答复',
  'dispute-late': '个人信息保护法第四十六条：及时核实、更正',
  'basis-changed': '行政许可法第六十一条：对被许可人从事许可事项的监督检查',
  'earlier-part-gone': '行政许可法第六十九条：所依据的在先许可已被撤销',
  'delivery-overdue': '行政许可法第四十四条、第七十四条',
};

/** What somebody said of a finding: the account, and the person behind it, since who answers never closes. */
const said = once(() => z.object({ by: z.string(), partyId: z.string(), at: z.coerce.date(), text: z.string() }));

/** A finding as it stands: raised, answered by the department's head, closed by a supervisor or given back by him. */
export const raisedFinding = once(() =>
  z.object({
    id: z.string(),
    version: z.int().min(1),
    state: findingState,
    rule: findingRule(),
    about: z.string().optional(),
    caseId: z.uuid(),
    itemKey: z.string(),
    department: z.string(),
    raisedAt: z.coerce.date(),
    /** End of the department's time; counted anew when a supervisor gives the finding back. */
    answerBy: z.coerce.date(),
    reported: said().optional(),
    answer: said().optional(),
    returned: said().optional(),
    conclusion: said().optional(),
    timelineHash: z.string().default(''),
  }),
);
export type RaisedFinding = z.infer<ReturnType<typeof raisedFinding>>;
