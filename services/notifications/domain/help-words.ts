/** What is said of the help that a party asks of an agency's officers and departments. */
export const helpWords = {
  'consultation-answered': {
    zh: '您的咨询已答复，请查看；不满意可以追问，也请评价是否有帮助。',
    en: 'What you asked has its answer. Ask again where it does not do, and say whether it was helpful.',
  },
  'consultation-asked-back': {
    zh: '答复您的咨询还需要您补充说明，请查看并回复。',
    en: 'More must be known to answer what you asked: read what, and tell it.',
  },
  'guidance-given': {
    zh: '您的项目有新的指导单，列明要办的事项、材料、部门和时限，请查看。',
    en: 'There is a guidance sheet for your project: what it goes through, what to bring, where, in how many days.',
  },
  'problem-escalated': {
    zh: '您项目的问题已提交上一级协调，办理层级和期限见问题详情。',
    en: 'What holds your project up has been handed to the next level; it says to which.',
  },
  'problem-solved': {
    zh: '您项目的问题已有协调结果，请确认；未解决的，可在期限内说明一次，退回继续协调。',
    en: 'What holds your project up is said to be solved: confirm it. If it is not, say so once, and it is taken up again.',
  },
} as const;
