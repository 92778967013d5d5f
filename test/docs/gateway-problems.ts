import { problem } from '#shared/problem';

/** What the gateway and its firewall answer before or instead of a function (`infra/constructs/gateway-responses.ts`). */
export const gatewayProblems = {
  filtered: problem('filtered', 403, ['请求被安全规则拦截。', 'A security rule stopped the request.']),
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

/** What every path may answer, whoever handles it. */
export const problemsOfEveryPath = Object.values(gatewayProblems);
