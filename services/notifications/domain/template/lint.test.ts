import { expect, test } from 'vitest';
import { lint } from './lint.ts';
import { hasEmoji, smsLength, smsParts } from './sms.ts';
import type { Template } from './template.ts';
import { fitsField } from './wechat.ts';

const good: Template = {
  key: 'accepted',
  kind: 'case',
  statutory: true,
  urgent: false,
  inbox: { zh: '已受理((number))', en: 'Accepted ((number))' },
  sms: { zh: '已受理((number))', en: 'Accepted ((number))' },
  wechat: { thing1: { zh: '已受理', en: 'Accepted' }, character_string2: { zh: '((number))', en: '((number))' } },
  email: { subject: { zh: '已受理', en: 'Accepted' }, body: { zh: '已受理((number))', en: 'Accepted ((number))' } },
  task: { zh: '请告知', en: 'Tell him' },
  sample: { number: 'A1B2C3D4' },
};
const faultsOf = (change: Partial<Template>, signature = '榕易办') =>
  lint({ ...good, ...change }, signature).map(({ pointer, fault, of }) => [pointer, fault, ...(of ? [of] : [])]);

const leadingTo = (host: string) => faultsOf({ task: { zh: `见https://${host}/n`, en: 'see' } });
const sms = (zh: string) => ({ sms: { zh: `${zh}((number))`, en: 'Accepted ((number))' } });

test('a sound template has no fault', () => {
  expect(faultsOf({})).toEqual([]);
});

test.each([
  [{ sms: { zh: '已受理((number', en: 'Accepted ((number))' } }, ['/sms/zh', 'unclosed']],
  [{ sms: { zh: '已受理', en: 'Accepted ((number))' } }, ['/sms', 'names-differ']],
  [{ sms: { zh: '已受理((who))', en: 'Accepted ((who))' } }, ['/sms', 'unknown-name', 'who']],
  [{ sample: { number: '1', spare: '2' } }, ['/sample/spare', 'unused-sample']],
  [{ inbox: { zh: 'Accepted ((number))', en: 'Accepted ((number))' } }, ['/inbox/zh', 'not-chinese']],
  [{ inbox: { zh: '已受理((number))', en: '已受理((number))' } }, ['/inbox/en', 'not-english']],
  [{ sms: { zh: '已受理😀', en: 'Accepted' } }, ['/sms/zh', 'emoji']],
  [{ sample: { number: '❤️' } }, ['/sample/number', 'emoji']],
  [{ wechat: { poem1: { zh: '诗', en: 'poem' } } }, ['/wechat/poem1/zh', 'unknown-field']],
  [{ wechat: { thing1: { zh: '一'.repeat(21), en: 'x' } } }, ['/wechat/thing1/zh', 'unfit-field']],
  [{ task: undefined }, ['/task', 'no-task-text']],
  [{ task: { zh: '身份证350102 19900101 1234', en: 'x' } }, ['/task/zh', 'id-number']],
  [{ sample: { number: '35010219900101123X' } }, ['/sample/number', 'id-number']],
  [
    { inbox: { zh: '见 fuzhou-gov.cn/a((number))', en: 'x ((number))' } },
    ['/inbox/zh', 'foreign-link', 'fuzhou-gov.cn'],
  ],
  [{ inbox: { zh: '见http://1.2.3.4/a((number))', en: 'x ((number))' } }, ['/inbox/zh', 'foreign-link', '1.2.3.4']],
] as const)('%o has its fault at its place', (change, fault) => {
  expect(faultsOf(change)).toContainEqual(fault);
});

test('our own pages may be named; a host that only begins or ends like ours is another’s', () => {
  expect([leadingTo('www.fuzhou.gov.cn'), leadingTo('fuzhou.gov.cn')]).toEqual([[], []]);
  expect(leadingTo('fuzhou.gov.cn.evil.com')[0]).toEqual(['/task/zh', 'foreign-link', 'fuzhou.gov.cn.evil.com']);
  expect(leadingTo('xfuzhou.gov.cn')[0]?.[1]).toBe('foreign-link');
});

test.each([
  [70, 1],
  [71, 2],
  [134, 2],
  [135, 3],
  [201, 3],
  [202, 4],
])('%i characters are %i parts', (length, parts) => {
  expect(smsParts(length)).toBe(parts);
});

test('what is sent is measured: signature and the longest values count; more than two parts are a fault', () => {
  // 【榕易办】 is five characters, the value eight.
  expect(smsLength(`${'字'.repeat(57)}A1B2C3D4`, '榕易办')).toBe(70);
  expect(faultsOf(sms('字'.repeat(121)))).toEqual([]);
  expect(faultsOf(sms('字'.repeat(122)))).toEqual([['/sms/zh', 'too-many-parts']]);
  expect(faultsOf(sms('字'.repeat(121)), '榕易办事')).toEqual([['/sms/zh', 'too-many-parts']]);
});

test('an emoji counts as two characters, as operators count UTF-16 units; it is refused besides', () => {
  expect(smsLength('😀', '榕易办')).toBe(7);
  for (const text of ['😀', '⌚', '❤️', '𠮷']) expect([text, hasEmoji(text)]).toEqual([text, true]);
  for (const text of ['①号，“好”——…', '12#*', '©']) expect([text, hasEmoji(text)]).toEqual([text, false]);
});

test.each([
  ['thing1', '一'.repeat(20), '一'.repeat(21)],
  ['phrase2', '审核通过了', '审核通过了吗'],
  ['phrase2', '配送中', 'passed'],
  ['character_string3', 'A-1'.repeat(10), 'A'.repeat(33)],
  ['character_string3', 'A1', '办1'],
  ['number4', '12.5', '1a'],
  ['letter5', 'abc', 'a1'],
  ['date6', '2026年8月3日', '8月3日'],
  ['date6', '2026-08-03 15:01', '2026-13-03'],
  ['time7', '15:01', '25:00'],
  ['amount8', '¥9999999999', '12345678901'],
  ['amount8', '99999999.99元', '12元5'],
  ['phone_number9', '+86-0766-66888866', '1'.repeat(18)],
  ['car_number10', '粤A8Z888挂', '粤A8Z888888挂'],
  ['name11', '段正淳', '一二三四五六七八九十一'],
  ['symbol12', '#*', 'a'],
])('a field %s takes %s and not %s', (field, fits, unfit) => {
  expect([fitsField(field, fits), fitsField(field, unfit)]).toEqual(['fits', 'unfit']);
});
