import { problem } from '#shared/problem';
import { unstorable } from '#shared/unstorable';
import type { RowFaultCode } from '../domain/batch/batch.ts';

// Refusals about batches of notices.

export const sendAtPast = problem('send-at-past', 422, [
  '发送时间已过。',
  'The time at which it is to be sent has passed.',
]);
export const sendAtFar = problem('send-at-far', 422, [
  '发送时间最多可定在九十天之内。',
  'It can be sent within ninety days at most.',
]);
export const fileNotSent = problem('batch-file-not-sent', 409, [
  '尚未收到文件，请先上传。',
  'There is no file yet: send it to the address that was given.',
]);
export const fileDiffers = problem('batch-file-differs', 409, [
  '收到的文件与声明的不一致。',
  'What lies there is not the file that was declared.',
]);
export const batchOver = problem('batch-over', 409, [
  '这一批次当前的状态不能这样办理。',
  'The batch does not stand where this can be done.',
]);
export const ownBatch = problem('own-batch', 403, ['须由另一人审核发送。', 'It must be approved by somebody else.']);
export const templateOver = problem('batch-template-over', 409, [
  '模板已有新版本生效，请用新模板重新建立批次。',
  'Another edition of its template is in force now: make the batch anew.',
]);

type Words = Record<'zh' | 'en', string>;

/** What is said of a batch as a whole that is not sound. */
export const batchFaultWords = {
  'rows-or-file': { zh: '请提供 rows 或者 file 之一。', en: 'Give either rows or a file.' },
  'unknown-template': { zh: '没有这个生效的模板。', en: 'No such template is in force.' },
  'statutory-template': {
    zh: '法定告知须逐件送达，不能批量发送。',
    en: 'What must be told by law is told case by case, not in a batch.',
  },
  'urgent-template': { zh: '紧急模板不能批量发送。', en: 'An urgent template cannot be sent in a batch.' },
  'no-channel': { zh: '模板没有短信、微信或者邮件的文字。', en: 'The template has no text but for the inbox.' },
  'no-text': { zh: '模板没有这个渠道的文字。', en: 'The template says nothing on this channel.' },
} satisfies Record<string, Words>;
export type BatchFaultCode = keyof typeof batchFaultWords;

/** What is said of each fault of a row or a file. */
export const rowFaultWords: Record<RowFaultCode, Words> = {
  'empty-file': { zh: '文件没有数据行。', en: 'The file has no rows.' },
  'line-too-long': { zh: '一行超过 64 KB，不是表格文件。', en: 'A line of more than 64 KB: this is no table.' },
  'unclosed-quote': { zh: '引号没有结束。', en: 'A quotation has no end.' },
  'too-many-rows': { zh: '超过十万行。', en: 'More than 100,000 rows.' },
  'another-file': { zh: '文件与声明的不一致。', en: 'It is not the file that was declared.' },
  'unknown-column': { zh: '有模板不使用的列。', en: 'There is a column that the template does not use.' },
  'missing-column': { zh: '缺少这一列。', en: 'This column is missing.' },
  'column-twice': { zh: '这一列重复。', en: 'This column stands twice.' },
  'not-in-charset': { zh: '文字编码不符。', en: 'It is not in the charset of the file.' },
  'stray-quote': { zh: '引号位置不对。', en: 'A quotation mark stands where none may.' },
  'wrong-cells': { zh: '列数与表头不同。', en: 'It has not as many cells as the header.' },
  'no-party': { zh: '没有写明通知谁。', en: 'It does not say whom to tell.' },
  'bad-party': { zh: '当事人编号不正确。', en: 'This is no id of a party.' },
  'bad-document': { zh: '证件不正确。', en: 'This is no document.' },
  twice: { zh: '同一人已在前面出现。', en: 'The same party stands before.' },
  missing: { zh: '缺少这个值。', en: 'This value is missing.' },
  'unknown-name': { zh: '有模板不使用的值。', en: 'There is a value that the template does not use.' },
  'too-long': { zh: '超过 200 个字符。', en: 'Longer than 200 characters.' },
  'more-lines': { zh: '不能换行或者有控制字符。', en: 'It has more than one line, or control characters.' },
  unstorable,
  'not-yes-or-no': { zh: '只能是 yes 或者 no。', en: 'It can be yes or no.' },
  'too-many-parts': { zh: '短信会超过两条。', en: 'The SMS would be more than two parts.' },
  'unfit-field': { zh: '不符合微信字段的长度或格式。', en: 'It does not fit its field of WeChat.' },
  'id-number': { zh: '不得出现身份证号码。', en: 'No identity number may stand here.' },
  'foreign-link': { zh: '不得链接到本市以外的网站。', en: 'It leads to a site that is not the city’s.' },
  emoji: { zh: '不能有表情符号或生僻字。', en: 'No emoji or characters beyond the basic plane.' },
};
