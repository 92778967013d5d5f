import * as z from 'zod';
import { dayOf, endOf, workingDaysAfter, type CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';

/** 监察: what a supervisor must hear of, raised by rule. */
export const findingRule = z.enum([
  'second-notice',
  'silent-acceptance',
  'refusal-overturned',
  'step-overdue',
  'no-reasons',
  'charge-off-list',
  'demand-off-list',
  'second-visit',
  'overdue',
  'tolerance-lapsed',
  'renewed-by-silence',
  'delivery-overdue',
  'publicity-overdue',
  'receipt-overdue',
]);
export type FindingRule = z.infer<typeof findingRule>;

/** What no act shows: somebody has seen it and reports it. */
export const reportable = ['demand-off-list', 'charge-off-list'] as const satisfies readonly FindingRule[];

/** Where a rule comes from, and within how many working days the department answers for it: sooner while the case waits. */
interface Rule {
  basis: string;
  days: number;
}

export const rules: Record<FindingRule, Rule> = {
  'second-notice': { basis: '行政许可法第三十二条、第七十二条', days: 5 },
  'silent-acceptance': { basis: '行政许可法第三十二条、第七十二条', days: 3 },
  'refusal-overturned': { basis: '榕政办〔2016〕224号：窗口无否决权', days: 5 },
  'step-overdue': { basis: '电子监察：环节超时', days: 2 },
  'no-reasons': { basis: '行政许可法第三十八条、第七十二条', days: 5 },
  'charge-off-list': { basis: '行政许可法第七十五条', days: 3 },
  'demand-off-list': { basis: '证明事项清单；国务院令第716号', days: 3 },
  'second-visit': { basis: '最多跑一次', days: 5 },
  overdue: { basis: '行政许可法第四十二条、第七十四条', days: 2 },
  'tolerance-lapsed': { basis: '容缺受理：逾期未补齐', days: 5 },
  'renewed-by-silence': { basis: '行政许可法第五十条', days: 5 },
  'publicity-overdue': { basis: '双公示：七个工作日', days: 2 },
  'receipt-overdue': { basis: '审管联动：逾期未回执', days: 2 },
  'delivery-overdue': { basis: '行政许可法第四十四条、第七十四条', days: 2 },
};

/** What an act has come upon in its case. */
export interface Finding {
  rule: FindingRule;
  /** What it is about within the case: a task, a defect's place. */
  about?: string;
  /** Whose head answers, where that is not the department that owns the case. */
  department?: string;
  reported?: RaisedFinding['reported'];
}

export const findingState = z.enum(['open', 'answered', 'closed']);
export type FindingState = z.infer<typeof findingState>;

/** What somebody said of a finding: the account, and the person behind it, since who answers never closes. */
const said = once(() => z.object({ by: z.string(), partyId: z.string(), at: z.coerce.date(), text: z.string() }));

/** A finding as it stands: raised, answered by the department's head, closed by a supervisor or given back by him. */
export const raisedFinding = once(() =>
  z.object({
    id: z.string(),
    version: z.int().min(1),
    state: findingState,
    rule: findingRule,
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

/** The case in which an act came upon something, as it is after that act. */
interface Subject {
  id: string;
  version: number;
  itemKey: string;
  department: string;
}

type Calendar = readonly CalendarYear[];

/** The record of a finding; its id says which act raised it, so that the same act raises it once. */
export function raise(subject: Subject, found: Finding, now: { at: Date; calendar: Calendar }): RaisedFinding {
  const { rule, about, department, reported } = found;
  const { id, version, itemKey } = subject;
  return {
    id: `${id}-${version}-${rule}`,
    version: 1,
    state: 'open',
    rule,
    ...(about !== undefined && { about }),
    caseId: id,
    itemKey,
    department: department ?? subject.department,
    raisedAt: now.at,
    answerBy: answerBy(rule, now),
    ...(reported && { reported }),
    timelineHash: '',
  };
}

export function answerBy(rule: FindingRule, { at, calendar }: { at: Date; calendar: Calendar }): Date {
  return endOf(workingDaysAfter(dayOf(at), rules[rule].days, calendar).day);
}

/** Whether a department's time has passed without its answer. */
export function isLate({ state, answerBy: end }: Pick<RaisedFinding, 'state' | 'answerBy'>, now: Date): boolean {
  return state === 'open' && end < now;
}
