import type * as z from 'zod';
import en from 'zod/v4/locales/en.js';
import zhCN from 'zod/v4/locales/zh-CN.js';
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
    units: { string: ' 个字符', array: ' 项' },
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
    units: { string: ' characters', array: ' entries' },
  },
};

type Speak = (issue: z.core.$ZodRawIssue, language: Language) => string | undefined;

const unset: Speak = (issue, language) => {
  const { missing, unconfirmed } = words[language];
  const wantsTrue = issue.code === 'invalid_value' && issue.values.every((value) => value === true);
  if (wantsTrue) return unconfirmed;
  return issue.input === undefined ? missing : undefined;
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

/**
 * What people meet most often, said plainly: zod's own words speak of types and regular expressions. Undefined where
 * those will do.
 */
const plainly: Partial<Record<string, Speak>> = {
  invalid_type: unset,
  invalid_value: unset,
  too_small: tooSmall,
  too_big: tooBig,
  invalid_format: ({ format }, language) => (format === 'regex' ? words[language].format : undefined),
  unrecognized_keys: (_, language) => words[language].unknown,
  custom: ofOurOwn,
};

const withOurs =
  (language: Language, theirs: z.core.$ZodErrorMap): z.core.$ZodErrorMap =>
  (issue) =>
    (issue.code && plainly[issue.code]?.(issue, language)) || theirs(issue);

/** What a schema says of a fault, in each language of ours; handed to `safeParse` per request, never set globally. */
export const messages: Record<Language, z.core.$ZodErrorMap> = {
  zh: withOurs('zh', zhCN().localeError),
  en: withOurs('en', en().localeError),
};
