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
} as const;
