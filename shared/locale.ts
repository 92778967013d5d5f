import type * as z from 'zod';
import type { Language } from '#shared/problem';

/** Words of a rule of our own in both languages: the `params` of a `refine`, because its `message` would have only one. */
export type Saying = Record<Language, string>;

interface Words {
  missing: string;
  unconfirmed: string;
  format: string;
  unknown: string;
  least: (n: number | bigint, of: string) => string;
  most: (n: number | bigint, of: string) => string;
  above: (n: number | bigint) => string;
  below: (n: number | bigint) => string;
  units: Record<string, string>;
  mistyped: (wanted: string) => string;
  types: Record<string, string>;
  choice: (of: string) => string;
  formats: Record<string, string>;
  multiple: (n: number) => string;
  invalid: string;
}

const words: Record<Language, Words> = {
  zh: {
    missing: '请填写此项。',
    unconfirmed: '请确认此项。',
    format: '格式不正确。',
    unknown: '没有这一项。',
    least: (n, of) => `不得少于 ${n}${of}。`,
    most: (n, of) => `不得超过 ${n}${of}。`,
    above: (n) => `必须大于 ${n}。`,
    below: (n) => `必须小于 ${n}。`,
    units: { string: ' 个字符', array: ' 项', object: ' 项' },
    mistyped: (wanted) => `类型不正确：应为${wanted}。`,
    types: {
      string: '文本',
      number: '数字',
      int: '整数',
      integer: '整数',
      boolean: '是或否',
      array: '列表',
      object: '一组字段',
      record: '一组字段',
      date: '日期',
      null: '空值',
    },
    choice: (of) => `请从以下选项中选择：${of}。`,
    formats: {
      email: '电子邮箱格式不正确。',
      date: '日期格式不正确，例如 2026-01-31。',
      time: '时间格式不正确，例如 09:30:00+08:00。',
      datetime: '日期时间格式不正确，例如 2026-01-31T09:30:00+08:00。',
      'date-time': '日期时间格式不正确，例如 2026-01-31T09:30:00+08:00。',
      uuid: '编号格式不正确。',
      guid: '编号格式不正确。',
    },
    multiple: (n) => `必须是 ${n} 的倍数。`,
    invalid: '填写的内容无效。',
  },
  en: {
    missing: 'This is required.',
    unconfirmed: 'This must be confirmed.',
    format: 'The format is not right.',
    unknown: 'There is no such field.',
    least: (n, of) => `At least ${n}${of}.`,
    most: (n, of) => `At most ${n}${of}.`,
    above: (n) => `More than ${n}.`,
    below: (n) => `Less than ${n}.`,
    units: { string: ' characters', array: ' entries', object: ' fields' },
    mistyped: (wanted) => `The type is not right: this is ${wanted}.`,
    types: {
      string: 'a text',
      number: 'a number',
      int: 'a whole number',
      integer: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'a group of fields',
      record: 'a group of fields',
      date: 'a date',
      null: 'null',
    },
    choice: (of) => `Choose one of: ${of}.`,
    formats: {
      email: 'This is no e-mail address.',
      date: 'This is no date such as 2026-01-31.',
      time: 'This is no time such as 09:30:00+08:00.',
      datetime: 'This is no moment such as 2026-01-31T09:30:00+08:00.',
      'date-time': 'This is no moment such as 2026-01-31T09:30:00+08:00.',
      uuid: 'This is no UUID.',
      guid: 'This is no UUID.',
    },
    multiple: (n) => `A multiple of ${n}.`,
    invalid: 'This is not valid.',
  },
};

type Speak = (issue: z.core.$ZodRawIssue, language: Language) => string | undefined;

const chosenFrom = (values: readonly unknown[], language: Language): string =>
  words[language].choice(values.map(String).join(language === 'zh' ? '、' : ', '));

const unset: Speak = (issue, language) => {
  const { missing, unconfirmed } = words[language];
  const values = issue.code === 'invalid_value' ? issue.values : [];
  if (values.length > 0 && values.every((value) => value === true)) return unconfirmed;
  return issue.input === undefined ? missing : chosenFrom(values, language);
};

/** What is told apart by one field names no kind that there is. */
const unchosen: Speak = (issue, language) => {
  const options = issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
  return Array.isArray(options) && options.length > 0 ? chosenFrom(options, language) : undefined;
};

const mistyped: Speak = (issue, language) => {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return words[language].missing;
  const { mistyped: said, types } = words[language];
  const wanted = issue.expected.split(',').map((type) => types[type] ?? type);
  return said(wanted.join(language === 'zh' ? '或' : ' or '));
};

const tooSmall: Speak = (issue, language) => {
  if (issue.code !== 'too_small') return undefined;
  const { missing, least, above, units } = words[language];
  if (!issue.inclusive) return above(issue.minimum);
  if (issue.origin === 'string' && issue.minimum === 1) return missing;
  return least(issue.minimum, units[issue.origin] ?? '');
};

const tooBig: Speak = (issue, language) => {
  if (issue.code !== 'too_big') return undefined;
  const { most, below, units } = words[language];
  return issue.inclusive ? most(issue.maximum, units[issue.origin] ?? '') : below(issue.maximum);
};

/** The words of a `Saying`, which a schema's issue carries untyped. */
const ofOurOwn: Speak = (issue, language) => {
  const own: unknown = issue.code === 'custom' ? issue.params?.[language] : undefined;
  return typeof own === 'string' ? own : undefined;
};

/** How each kind of fault is said. Zod's own words speak of types and regular expressions, and cost a start 8 KB. */
const plainly: Partial<Record<string, Speak>> = {
  invalid_type: mistyped,
  invalid_value: unset,
  invalid_union: unchosen,
  too_small: tooSmall,
  too_big: tooBig,
  invalid_format: ({ format }, language) => words[language].formats[String(format)] ?? words[language].format,
  not_multiple_of: (issue, language) =>
    issue.code === 'not_multiple_of' ? words[language].multiple(issue.divisor) : undefined,
  unrecognized_keys: (_, language) => words[language].unknown,
  custom: ofOurOwn,
};

const said =
  (language: Language): z.core.$ZodErrorMap =>
  (issue) =>
    (issue.code && plainly[issue.code]?.(issue, language)) || words[language].invalid;

/** What a schema says of a fault, in each language of ours; handed to `safeParse` per request, never set globally. */
export const messages: Record<Language, z.core.$ZodErrorMap> = {
  zh: said('zh'),
  en: said('en'),
};
