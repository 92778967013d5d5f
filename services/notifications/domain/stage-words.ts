/** What is said of a stage of an investment project, once for all its cases. */
export const stageWords = {
  'stage-noticed': {
    zh: '并联审批的申请需要补正：牵头部门已一次性告知全部内容，请在期限内到各办件补齐。',
    en: 'The stage of your project must be corrected: its lead has told once of all that is lacking. Mend it in the cases that name it, in time.',
  },
  'stage-accepted': {
    zh: '并联审批的申请已整体受理，各办件开始计算办理时限。',
    en: 'The stage of your project has been accepted as a whole: the limits of its cases begin.',
  },
  'stage-accepted-silently': {
    zh: '逾期未告知，并联审批的申请自收到之日起视为受理。',
    en: 'The office was silent for five working days: the stage of your project counts as accepted from the day of its receipt.',
  },
} as const;
