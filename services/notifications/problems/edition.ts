import { problem } from '#shared/problem';
import type { EditionFault } from '../domain/edition/edition-lint.ts';

// Refusals about editions of rules and templates.

export const ownEdition = problem('own-edition', 403, [
  '须由另一人审核生效。',
  'It must be approved by somebody else.',
]);
export const editionOver = problem('edition-over', 409, [
  '这一版已经审核，或者提出后已有其他版本生效，请重新提出。',
  'It is approved, or another edition has come into force since it was proposed: propose it again.',
]);

type Words = Record<'zh' | 'en', (fault: EditionFault) => string>;
const plainly = (zh: string, en: string): Words => ({ zh: () => zh, en: () => en });
const placed = (zh: string, en: string): Words => ({
  zh: ({ at = 0 }) => `第 ${at + 1} 个字符处：${zh}`,
  en: ({ at = 0 }) => `At character ${at + 1}: ${en}`,
});
const named = (zh: string, en: string): Words => ({
  zh: ({ of = '' }) => `${zh}：${of}。`,
  en: ({ of = '' }) => `${en}: ${of}.`,
});

/** What is said of each fault of an edition. */
export const faultWords: Record<EditionFault['fault'], Words> = {
  unclosed: placed('“((”没有对应的“))”。', 'this (( has no )).'),
  unopened: placed('“))”没有对应的“((”。', 'this )) has no ((.'),
  nested: placed('占位符里不能再有占位符。', 'a placeholder cannot hold another.'),
  'bad-name': placed('占位符名称只能是小写字母、数字和连字符。', 'a name has lower-case letters, digits and hyphens.'),
  'empty-flag': placed('“??”之后没有文字。', 'nothing stands after ??.'),
  'bracket-in-flag': placed('“??”之后的文字里不能有左括号。', 'the text after ?? cannot hold an opening bracket.'),
  'names-differ': plainly('中英文使用的占位符不一致。', 'The two languages use different names.'),
  'unknown-name': named('示例值中没有这个占位符', 'The sample has no value for this name'),
  'unused-sample': plainly('没有文字使用这个占位符。', 'No text uses this name.'),
  'not-chinese': plainly('中文文本中没有汉字。', 'The Chinese text has no Chinese character.'),
  'not-english': plainly('英文文本中有汉字。', 'The English text has Chinese characters.'),
  'too-many-parts': plainly(
    '短信超过两条（含签名和最长的值）。',
    'With signature and longest values it is more than two parts.',
  ),
  emoji: plainly('短信不能有表情符号或生僻字。', 'An SMS cannot have emoji or characters beyond the basic plane.'),
  'unknown-field': plainly('没有这种微信字段类型。', 'WeChat has no field of this type.'),
  'unfit-field': plainly('内容不符合该微信字段的长度或格式。', 'It does not fit this field of WeChat.'),
  'more-lines': plainly('标题只能有一行。', 'A subject is one line.'),
  'id-number': plainly('不得出现身份证号码。', 'No identity number may stand here.'),
  'foreign-link': named('不得链接到本市以外的网站', 'It leads to a site that is not the city’s'),
  'no-task-text': plainly('法定告知必须有人工告知的文字。', 'What must be told by law needs a text for staff.'),
  'bad-signature': plainly(
    '签名只能有汉字、字母和数字，括号由服务商添加。',
    'A signature has Chinese characters, letters and digits; providers put the brackets.',
  ),
  'no-code': plainly('验证码通知的这个渠道没有 ((code))。', 'What brings a code has no ((code)) on this channel.'),
  'not-urgent': plainly('验证码通知必须是紧急的。', 'What brings a code is urgent.'),
  'no-rule': plainly(
    '这一版没有使用该模板的规则，它不会生效；请一并提出规则。',
    'No rule of this edition uses it, so it would never be said: propose the rule with it.',
  ),
  'not-statutory': named('这是法定告知，模板必须是法定的', 'The law wants this told: its template must be statutory'),
  'no-unread-days': plainly(
    '法定告知必须规定未读几个工作日后转下一渠道。',
    'What the law wants told says after how many working days unread it goes on.',
  ),
  twice: plainly('重复。', 'It stands twice.'),
  'no-template': named('这一版中没有这个模板', 'The edition has no such template'),
  'no-message': plainly('这类事件没有这个消息。', 'This fact does not tell this message.'),
  'no-text': named('模板没有这个渠道的文字', 'The template says nothing on this channel'),
  'no-last-task': plainly(
    '法定告知的最后一个渠道必须是人工任务。',
    'What must be told by law ends with a task for staff.',
  ),
  'name-not-given': named('这个消息不提供该占位符的值', 'The message brings no value for this name'),
};
