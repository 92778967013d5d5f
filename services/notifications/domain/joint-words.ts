/** What is said of what several departments do once for a project: its drawings are reviewed, its buildings inspected. */
export const jointWords = {
  'drawings-remarked': {
    zh: '您项目的图纸联审提出了须修改的意见，请逐条答复并重新提交修改的图纸。',
    en: 'Your drawings have remarks that must be met: answer each, and hand in what you change.',
  },
  'drawings-passed': { zh: '您项目的图纸联审已通过。', en: 'The drawings of your project have passed their review.' },
  'drawings-failed': {
    zh: '您项目的图纸联审未通过，理由见审查意见。',
    en: 'The drawings of your project did not pass; the opinion says why.',
  },
  'visit-announced': {
    zh: '您项目的联合验收现场核查日期已确定，时间和地点见详情，请到场配合。',
    en: 'Your project is inspected on a day that is fixed: see when and where, and be there.',
  },
  'visit-to-rectify': {
    zh: '您项目的联合验收发现了须整改的问题，请在期限内整改并提交证明。',
    en: 'The inspection of your project has found what you must mend in time, with proof.',
  },
  'visit-passed': { zh: '您项目的联合验收已通过。', en: 'Your project has passed its inspection.' },
  'visit-failed': {
    zh: '您项目的联合验收未通过，理由见验收意见。',
    en: 'Your project did not pass its inspection; the opinion says why.',
  },
} as const;
