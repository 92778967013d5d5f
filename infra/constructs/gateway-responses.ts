import { ResponseType } from 'aws-cdk-lib/aws-apigateway';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Problem } from '#shared/problem';
import { asciiJson } from './ascii-json.ts';
import { bilingual, gatewayProblems as answer } from './gateway-problems.ts';

/** Every type API Gateway knows: whatever it answers by itself reads like our own answers. */
const answers: [ResponseType, Problem][] = [
  [ResponseType.DEFAULT_4XX, answer.badRequest],
  [ResponseType.DEFAULT_5XX, answer.internalError],
  [ResponseType.UNAUTHORIZED, answer.unauthorized],
  [ResponseType.EXPIRED_TOKEN, answer.unauthorized],
  [ResponseType.ACCESS_DENIED, answer.forbidden],
  [ResponseType.INVALID_API_KEY, answer.forbidden],
  [ResponseType.INVALID_SIGNATURE, answer.forbidden],
  // A route that does not exist is answered by this type, since no route asks for a signature.
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, answer.notFound],
  [ResponseType.RESOURCE_NOT_FOUND, answer.notFound],
  [ResponseType.BAD_REQUEST_BODY, answer.badRequest],
  [ResponseType.BAD_REQUEST_PARAMETERS, answer.badRequest],
  [ResponseType.THROTTLED, answer.throttled],
  [ResponseType.QUOTA_EXCEEDED, answer.throttled],
  [ResponseType.API_CONFIGURATION_ERROR, answer.internalError],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, answer.internalError],
  [ResponseType.AUTHORIZER_FAILURE, answer.internalError],
  [ResponseType.WAF_FILTERED, answer.filtered],
  [ResponseType.REQUEST_TOO_LARGE, answer.tooLarge],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, answer.unsupportedMediaType],
  [ResponseType.INTEGRATION_FAILURE, answer.badGateway],
  [ResponseType.INTEGRATION_TIMEOUT, answer.timeout],
];

/** Answers every gateway response type as bilingual `application/problem+json`, readable from any origin. */
export function addGatewayResponses(api: RestApi): void {
  for (const [type, problem] of answers) {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(problem.status),
      responseHeaders: {
        'Access-Control-Allow-Origin': "'*'",
        'Cache-Control': "'private, no-store'",
        ...(problem.status === 401 && { 'WWW-Authenticate': "'Bearer'" }),
        ...(problem.status === 429 && { 'Retry-After': "'1'" }),
      },
      templates: { 'application/problem+json': asciiJson(bilingual(problem)) },
    });
  }
}
