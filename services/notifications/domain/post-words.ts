import type { PostMessage } from './post-line.ts';

/** What the inbox says to whoever holds a post, in both languages. */
export const postWords: Record<PostMessage, { zh: string; en: string }> = {
  'overdue-head': {
    zh: '本部门有办件已超过承诺时限仍未办结，请督促办理。',
    en: 'A case of your department has passed its promised limit and is not decided: see that it is.',
  },
  'overdue-supervisor': {
    zh: '有办件超过承诺时限满一个工作日仍未办结，请督办。',
    en: 'A case has been overdue for a working day and is still not decided: it is yours to follow up.',
  },
  'step-overdue': {
    zh: '本部门承担的审批环节已超时，请督促办理。',
    en: 'A step of a case that is with your department is late: see that it is done.',
  },
  'supervision-confirmed': {
    zh: '监管部门已确认收到本部门的决定。',
    en: 'The supervising body has confirmed that it has a decision of your department.',
  },
  'supervision-conforms': {
    zh: '监管部门反馈：现场情况与本部门的决定相符。',
    en: 'The supervising body reports that what it found conforms with a decision of your department.',
  },
  'supervision-does-not-conform': {
    zh: '监管部门反馈：现场情况与本部门的决定不符，请核查并在期限内答复。',
    en: 'The supervising body reports that what it found does not conform with a decision of your department: look into it and answer in time.',
  },
  'dispute-to-answer': {
    zh: '当事人对本部门共享的登记数据提出异议，请核实并在期限内答复。',
    en: 'A party disputes what your department’s register says of it: look into it and answer in time.',
  },
  'dispute-late': {
    zh: '本部门未在期限内答复当事人对登记数据的异议，请尽快答复；监督部门已得知。',
    en: 'Your department has not answered a party’s dispute of its register in time: answer now; the supervisors know.',
  },
  'dispute-taken-back': {
    zh: '当事人撤回了对本部门登记数据的异议，无需答复。',
    en: 'A party has taken back its dispute of your department’s register: it need not be answered.',
  },
  'decision-late': {
    zh: '协调会决定由本部门办理的事项已过期限仍未完成，请督促办理。',
    en: 'What a meeting decided that your department does is not done, and its day has passed: see that it is.',
  },
  'consultation-late': {
    zh: '向本部门提出的咨询逾期未答复，请督促答复。',
    en: 'A question that your department was asked is not answered in time: see that it is.',
  },
  'task-urged': {
    zh: '投资项目并联审批中有事项等待本部门办理，请抓紧办理。',
    en: 'A stage of an investment project waits for your department: please do its part.',
  },
  'task-urged-again': {
    zh: '投资项目并联审批中等待本部门办理的事项已再次被催办，请督促办理。',
    en: 'Your department was urged again to do its part of a stage of an investment project: see that it is done.',
  },
  'tolerance-lapsed': {
    zh: '容缺受理的材料逾期未补齐，请处理。',
    en: 'What was to follow after acceptance has not come in time: decide what is to be done.',
  },
};
