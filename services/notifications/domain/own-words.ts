/** What is said of what is a party's own: its documents, what registers hold of it, who acts for it. */
export const ownWords = {
  'materials-unanswered': {
    zh: '您提交的材料尚在核对，稍后会有结果；暂时不需要您做什么。',
    en: 'Documents that you gave are still being confirmed: it takes longer than usual, and there is nothing for you to do yet.',
  },
  'materials-refused': {
    zh: '您提交的材料有一份不能使用，原因见办件的材料清单，请换一份。',
    en: 'A document that you gave cannot be used. The list of the case says why: give another one.',
  },
  'dispute-open': {
    zh: '已收到您对共享数据的异议，提供部门将在十个工作日内答复。',
    en: 'What you dispute of shared data has been received: the department that holds it answers within ten working days.',
  },
  'dispute-late': {
    zh: '提供部门未在期限内答复您的异议，已转监督部门督办。',
    en: 'The department that holds the data has not answered what you dispute in time: its supervisors have been told.',
  },
  'dispute-corrected': {
    zh: '您的异议成立，提供部门已更正其登记数据。',
    en: 'Your dispute was upheld: the department has corrected its register.',
  },
  'dispute-kept': {
    zh: '提供部门核实后维持原登记数据，理由见异议详情。',
    en: 'The department has looked into it and keeps its record; the dispute says why.',
  },
  'material-expiring': {
    zh: '您的一份材料或者证照将在三十日内到期，请及时更换或者申请延续。',
    en: 'A document or licence of yours ends within thirty days: replace it, or apply for its renewal, in time.',
  },
  'material-expired': {
    zh: '您的一份材料已过有效期，不能再用于办事。',
    en: 'A document of yours has ended and cannot be used any more.',
  },
  'material-refused': {
    zh: '您上传的文件未通过检查，请按材料库中的提示重新上传。',
    en: 'A file that you sent did not pass its check. The library says why: send another one.',
  },
  'authority-active': {
    zh: '一份与您有关的代理权限已生效，范围和期限见代理详情。',
    en: 'An authority to act for another that concerns you is in force; it says for what and until when.',
  },
  'authority-suspended': {
    zh: '一份与您有关的代理权限已暂停。',
    en: 'An authority to act for another that concerns you is suspended.',
  },
  'authority-to-confirm': {
    zh: '一份与您有关的代理权限需要重新确认，确认前不能再代办。',
    en: 'An authority to act for another that concerns you must be confirmed; nobody acts by it until then.',
  },
  'authority-ended': {
    zh: '一份与您有关的代理权限已终止。',
    en: 'An authority to act for another that concerns you has ended.',
  },
} as const;
