import { problem, type Fault, type Language } from '#shared/problem';

export const tooLong = problem('too-long', 400, ['一次最多查询 31 天。', 'At most 31 days can be asked for at once.']);

/** The days are the wrong way round; without a last day today is the last. */
export const wrongPeriod = (language: Language): Fault => ({
  pointer: '?from',
  code: 'wrong-period',
  message: language === 'zh' ? '开始日期不能晚于结束日期。' : 'It cannot begin after it ends.',
});
