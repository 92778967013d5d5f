import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { asciiJson } from './ascii-json.ts';

interface Answer {
  type: ResponseType;
  status: number;
  code: string;
  title: string;
  detail: string;
}

const unauthorized = {
  status: 401,
  code: 'unauthorized',
  title: 'Unauthorized',
  detail: '请先登录，或重新登录。 / Sign in, or sign in again.',
};
const forbidden = {
  status: 403,
  code: 'forbidden',
  title: 'Forbidden',
  detail: '您无权进行此操作。 / You may not do this.',
};
const notFound = {
  status: 404,
  code: 'not-found',
  title: 'Not Found',
  detail: '没有这个地址。 / There is nothing at this address.',
};
const badRequest = {
  status: 400,
  code: 'bad-request',
  title: 'Bad Request',
  detail: '请求无法识别。 / The request cannot be understood.',
};
const throttled = {
  status: 429,
  code: 'throttled',
  title: 'Too Many Requests',
  detail: '请求过于频繁，请稍后再试。 / Too many requests; try again shortly.',
};
const internal = {
  status: 500,
  code: 'internal-error',
  title: 'Internal Server Error',
  detail: '系统出现故障，请稍后再试。 / Something went wrong here; try again later.',
};

/** Every type API Gateway knows: whatever it answers by itself reads like our own answers. */
const answers: Answer[] = [
  { type: ResponseType.DEFAULT_4XX, ...badRequest },
  { type: ResponseType.DEFAULT_5XX, ...internal },
  { type: ResponseType.UNAUTHORIZED, ...unauthorized },
  { type: ResponseType.EXPIRED_TOKEN, ...unauthorized },
  { type: ResponseType.ACCESS_DENIED, ...forbidden },
  { type: ResponseType.INVALID_API_KEY, ...forbidden },
  { type: ResponseType.INVALID_SIGNATURE, ...forbidden },
  // A route that does not exist is answered by this type, since no route asks for a signature.
  { type: ResponseType.MISSING_AUTHENTICATION_TOKEN, ...notFound },
  { type: ResponseType.RESOURCE_NOT_FOUND, ...notFound },
  { type: ResponseType.BAD_REQUEST_BODY, ...badRequest },
  { type: ResponseType.BAD_REQUEST_PARAMETERS, ...badRequest },
  { type: ResponseType.THROTTLED, ...throttled },
  { type: ResponseType.QUOTA_EXCEEDED, ...throttled },
  { type: ResponseType.API_CONFIGURATION_ERROR, ...internal },
  { type: ResponseType.AUTHORIZER_CONFIGURATION_ERROR, ...internal },
  { type: ResponseType.AUTHORIZER_FAILURE, ...internal },
  {
    type: ResponseType.WAF_FILTERED,
    status: 403,
    code: 'filtered',
    title: 'Forbidden',
    detail: '请求被安全规则拦截。 / A security rule stopped the request.',
  },
  {
    type: ResponseType.REQUEST_TOO_LARGE,
    status: 413,
    code: 'too-large',
    title: 'Content Too Large',
    detail: '请求内容过大。 / The request is too large.',
  },
  {
    type: ResponseType.UNSUPPORTED_MEDIA_TYPE,
    status: 415,
    code: 'unsupported-media-type',
    title: 'Unsupported Media Type',
    detail: '不支持此内容类型。 / This content type is not supported.',
  },
  {
    type: ResponseType.INTEGRATION_FAILURE,
    status: 502,
    code: 'bad-gateway',
    title: 'Bad Gateway',
    detail: '服务没有正常应答，请稍后再试。 / The service did not answer properly; try again later.',
  },
  {
    type: ResponseType.INTEGRATION_TIMEOUT,
    status: 504,
    code: 'timeout',
    title: 'Gateway Timeout',
    detail:
      '服务应答超时，操作可能已经完成，请查询后再试。 / The service took too long; the act may have been done, so look before you repeat it.',
  },
];

/** Answers every gateway response type as bilingual `application/problem+json`, readable from any origin. */
export function addGatewayResponses(api: RestApi): void {
  for (const { type, ...problem } of answers) {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(problem.status),
      responseHeaders: {
        'Access-Control-Allow-Origin': "'*'",
        'Cache-Control': "'private, no-store'",
        ...(problem.status === 401 && { 'WWW-Authenticate': "'Bearer'" }),
        ...(problem.status === 429 && { 'Retry-After': "'1'" }),
      },
      templates: { 'application/problem+json': asciiJson({ type: 'about:blank', ...problem }) },
    });
  }
}
