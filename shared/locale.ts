import type * as z from 'zod';
import en from 'zod/v4/locales/en.js';
import zhCN from 'zod/v4/locales/zh-CN.js';
import type { Language } from '#shared/problem';

/** What a schema says of a fault, in each language of ours; handed to `safeParse` per request, never set globally. */
export const messages: Record<Language, z.core.$ZodErrorMap> = { zh: zhCN().localeError, en: en().localeError };
