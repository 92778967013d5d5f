import { ofKind } from './about.ts';

const stage = ofKind('case');

/** What is told of a stage as a whole, by law as of each of its cases (行政许可法 art. 32). */
export const aboutStages = {
  'stage-noticed': stage('statutory', '并联审批需要补正', 'Correct your stage'),
  'stage-accepted': stage('statutory', '并联审批已受理', 'Stage accepted'),
  'stage-accepted-silently': stage('statutory', '并联审批视为受理', 'Stage: by silence'),
} as const;
