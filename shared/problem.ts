import type * as z from 'zod';

/** A refusal as every client sees it; `code` is stable, the words follow `Accept-Language`. */
export interface Problem {
  status: number;
  code: string;
  zh: string;
  en: string;
}

/** One fault of the input, by JSON pointer (RFC 6901) into the body, or `?name` for a query parameter. */
export interface Fault {
  pointer: string;
  code: string;
  message: string;
}

export type Language = 'zh' | 'en';

/** Declares a problem: its stable code, its HTTP status, its words in Chinese and English. */
export function problem(code: string, status: number, [zh, en]: readonly [zh: string, en: string]): Problem {
  return { code, status, zh, en };
}

/** What any route may answer, besides the problems of its own service. */
export const problems = {
  invalidInput: problem('invalid-input', 400, [
    '提交的内容有误，请按提示修改。',
    'The input is not valid; see errors.',
  ]),
  brokenJson: problem('broken-json', 400, ['请求体不是有效的 JSON。', 'The body is not valid JSON.']),
  idempotencyKeyMissing: problem('idempotency-key-missing', 400, [
    '缺少请求头 Idempotency-Key（1–255 个可见字符）。',
    'The header Idempotency-Key (1-255 visible characters) is missing.',
  ]),
  invalidCursor: problem('invalid-cursor', 400, ['翻页游标无效。', 'The cursor cannot be read.']),
  invalidIfMatch: problem('invalid-if-match', 400, ['请求头 If-Match 无效。', 'The header If-Match cannot be read.']),
  tokenExpired: problem('token-expired', 401, ['登录已过期，请重新登录。', 'The token has expired.']),
  unauthorized: problem('unauthorized', 401, ['请先登录。', 'A valid bearer token is required.']),
  wrongRole: problem('wrong-role', 403, ['您的身份无权办理此操作。', 'This route is not open to your role.']),
  wrongDistrict: problem('wrong-district', 403, ['您的岗位不在本区。', 'Your posts are not in this district.']),
  assuranceTooLow: problem('assurance-too-low', 403, [
    '请先完成更高级别的实名认证。',
    'A stronger identity proof is required.',
  ]),
  notFound: problem('not-found', 404, ['未找到。', 'Not found.']),
  methodNotAllowed: problem('method-not-allowed', 405, [
    '此地址不支持该方法。',
    'This path does not take that method.',
  ]),
  conflict: problem('conflict', 409, ['同时有其他操作，请稍后重试。', 'Other acts were under way; please retry.']),
  versionStale: problem('version-stale', 412, [
    '内容已被修改，请刷新后再试。',
    'It has changed since you read it; read it again.',
  ]),
  tooLarge: problem('too-large', 413, ['请求体超过 256 KB。', 'The body is larger than 256 KB.']),
  notJson: problem('not-json', 415, ['请求体必须是 application/json。', 'The body must be application/json.']),
  keyReused: problem('key-reused', 422, [
    '同一 Idempotency-Key 已用于不同的请求。',
    'This Idempotency-Key was used for another request.',
  ]),
  ifMatchMissing: problem('if-match-missing', 428, ['缺少请求头 If-Match。', 'The header If-Match is missing.']),
  unexpected: problem('unexpected', 500, [
    '系统出现意外错误，请稍后重试。',
    'Something unexpected happened; please retry.',
  ]),
};

/** RFC 9457 document of a problem in one language. */
export function problemDocument(problem: Problem, language: Language, errors: readonly Fault[] = []) {
  return {
    type: 'about:blank',
    title: problem[language],
    status: problem.status,
    code: problem.code,
    ...(errors.length > 0 && { errors }),
  };
}

/** The language of a reply: the first of zh or en that the caller accepts, Chinese by default. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = /\b(zh|en)\b/i.exec(acceptLanguage ?? '')?.[1];
  return first?.toLowerCase() === 'en' ? 'en' : 'zh';
}

/** Schema issues as faults by JSON pointer; `prefix` is `` for the body, `?` for the query. */
export function faultsOf(issues: readonly z.core.$ZodIssue[], prefix: '' | '?' = ''): Fault[] {
  return issues.flatMap((issue) => {
    const base = { code: codeOf(issue), message: issue.message };
    // A surplus key is named itself, so that a caller sees at once which one to drop.
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ pointer: prefix === '?' ? `?${path.join('.')}` : pointerOf(path), ...base }));
  });
}

/** A rule of our own may have a code of its own: `params.code`. */
function codeOf(issue: z.core.$ZodIssue): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof own === 'string' ? own : (issue.code ?? 'invalid');
}

/** JSON pointer (RFC 6901) of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
