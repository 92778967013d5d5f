import { STATUS_CODES } from 'node:http';
import { problem, type Problem } from '#shared/problem';

/** What the gateway and its firewall answer before or instead of a function; the API document lists them, too. */
export const gatewayProblems = {
  badRequest: problem('bad-request', 400, ['请求无法识别。', 'The request cannot be understood.']),
  unauthorized: problem('unauthorized', 401, ['请先登录，或重新登录。', 'Sign in, or sign in again.']),
  forbidden: problem('forbidden', 403, ['您无权进行此操作。', 'You may not do this.']),
  filtered: problem('filtered', 403, ['请求被安全规则拦截。', 'A security rule stopped the request.']),
  notFound: problem('not-found', 404, ['没有这个地址。', 'There is nothing at this address.']),
  tooLarge: problem('too-large', 413, ['请求内容过大。', 'The request is too large.']),
  unsupportedMediaType: problem('unsupported-media-type', 415, [
    '不支持此内容类型。',
    'This content type is not supported.',
  ]),
  throttled: problem('throttled', 429, ['请求过于频繁，请稍后再试。', 'Too many requests; try again shortly.']),
  internalError: problem('internal-error', 500, [
    '系统出现故障，请稍后再试。',
    'Something went wrong here; try again later.',
  ]),
  badGateway: problem('bad-gateway', 502, [
    '服务没有正常应答，请稍后再试。',
    'The service did not answer properly; try again later.',
  ]),
  timeout: problem('timeout', 504, [
    '服务应答超时，操作可能已经完成，请查询后再试。',
    'The service took too long; the act may have been done, so look before you repeat it.',
  ]),
};

// Node still has the older name of 413.
const titles: Record<number, string | undefined> = { ...STATUS_CODES, 413: 'Content Too Large' };

/** A problem as the gateway writes it: it cannot choose a language, so it says everything in both. */
export function bilingual({ status, code, zh, en }: Problem) {
  return { type: 'about:blank', status, code, title: titles[status], detail: `${zh} / ${en}` };
}
