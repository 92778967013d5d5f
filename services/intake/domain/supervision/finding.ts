/** 监察: what a supervisor must hear of, raised by rule. */
export const findingRules = [
  'second-notice',
  'silent-acceptance',
  'refusal-overturned',
  'step-overdue',
  'no-reasons',
  'charge-off-list',
  'second-visit',
  'overdue',
  'tolerance-lapsed',
  'renewed-by-silence',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** A finding about a case; who answers and by when is computed from the rule. */
export interface Finding {
  rule: FindingRule;
  /** What it is about within the case: a task, a defect's place. */
  about?: string;
}
