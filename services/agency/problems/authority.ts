import type { Saying } from '#shared/locale';
import { problem } from '#shared/problem';
import type { TermsFault } from '../domain/authority/begin.ts';

export const keptInCity = problem('kept-in-city', 409, [
  '个人的代理权限由市级平台统一登记，请到市级平台办理（见 /districts）。',
  'Personal authorities are kept in the city: go on there (see /districts).',
]);
export const authorityMoved = problem('authority-moved', 409, [
  '代理权限当前的状态不允许此操作，或者您不是有权操作的一方。',
  'The authority is in a state in which this cannot be done, or not by you.',
]);
export const ownAuthority = problem('own-authority', 409, [
  '您是该代理关系的一方，应当由其他工作人员办理。',
  'You are a side of this authority: another clerk records it.',
]);
export const notYours = problem('not-yours', 403, ['您不能代表该单位。', 'You cannot speak for this organisation.']);
export const occasionUnfit = problem('occasion-unfit', 400, [
  '自然人只能登记死亡，单位只能登记注销或者法定代表人变更。',
  'A person dies; an organisation is deregistered or gets another legal representative.',
]);

/** What is wrong with what is to be agreed, and where. */
export const termsFaults: Record<TermsFault, Saying & { pointer: string }> = {
  'until-needed': { pointer: '/until', zh: '请填写终止日期。', en: 'Say until when.' },
  'until-past': { pointer: '/until', zh: '终止日期应当晚于今天。', en: 'Its end is later than today.' },
  self: { pointer: '/delegate', zh: '不能委托自己。', en: 'Nobody is his own delegate.' },
  'delegate-needed': { pointer: '/delegate', zh: '请填写代理人。', en: 'Name who is to act.' },
  'ward-needed': {
    pointer: '/ward',
    zh: '监护须说明被监护人情况，其他代理不填写。',
    en: 'Of a guardian, and of nobody else, say about the ward.',
  },
  'evidence-needed': {
    pointer: '/evidence',
    zh: '请提供监护或者法定代表人的证明材料。',
    en: 'What proves a guardian or a legal representative is needed.',
  },
  'kind-unfit': {
    pointer: '/kind',
    zh: '经办人和法定代表人只能代表单位，监护人只能代表自然人。',
    en: 'Handlers and legal representatives act for organisations, guardians for persons.',
  },
  'ward-adult': { pointer: '/ward/born', zh: '被监护人已满十八周岁。', en: 'The ward is grown up.' },
  'items-all': { pointer: '/items', zh: '该类代理不限事项。', en: 'Such an authority is for all items.' },
};
