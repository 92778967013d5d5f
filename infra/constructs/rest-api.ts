import { Duration, RemovalPolicy, Size, Validations } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LogGroupLogDestination,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { CorsOptions } from 'aws-cdk-lib/aws-apigateway';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** The hall may be served from anywhere: the token in a header is what counts, never a cookie. */
const preflight: CorsOptions = {
  allowOrigins: ['*'],
  allowMethods: ['GET', 'POST', 'PUT', 'OPTIONS'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'Accept-Language', 'X-Correlation-Id'],
  maxAge: Duration.minutes(10),
};

/** One line per request: the route's pattern, never the path, query, address or caller, which are personal. */
const accessLog = {
  requestId: AccessLogField.contextRequestId(),
  time: AccessLogField.contextRequestTimeEpoch(),
  method: AccessLogField.contextHttpMethod(),
  resource: AccessLogField.contextResourcePath(),
  status: AccessLogField.contextStatus(),
  bytes: AccessLogField.contextResponseLength(),
  latencyMs: AccessLogField.contextResponseLatency(),
  integrationMs: AccessLogField.contextIntegrationLatency(),
  integrationStatus: AccessLogField.contextIntegrationStatus(),
  responseType: AccessLogField.contextErrorResponseType(),
};

/** A regional REST API with the one stage `v1`, throttled, with an encrypted access log of its own. */
export function createRestApi(scope: Construct, id: string, { key, name }: { key: IKey; name: string }): RestApi {
  const logGroup = new LogGroup(scope, `${id}Log`, {
    encryptionKey: key,
    retention: RetentionDays.SIX_MONTHS,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const api = new RestApi(scope, id, {
    restApiName: name,
    endpointTypes: [EndpointType.REGIONAL],
    // The role for logs is the account's, in the account stack.
    cloudWatchRole: false,
    defaultCorsPreflightOptions: preflight,
    // The reference page is 4 MB of text, a catalogue page 20 KB.
    minCompressionSize: Size.kibibytes(4),
    deployOptions: {
      stageName: 'v1',
      accessLogDestination: new LogGroupLogDestination(logGroup),
      accessLogFormat: AccessLogFormat.custom(JSON.stringify(accessLog)),
      metricsEnabled: true,
      throttlingRateLimit: 1000,
      throttlingBurstLimit: 2000,
    },
  });
  acknowledge(api);
  return api;
}

function acknowledge(api: RestApi): void {
  Validations.of(api).acknowledge(
    { id: 'AwsSolutions-APIG2', reason: 'Each route checks its request by its own schema and answers with pointers.' },
    {
      id: 'AwsSolutions-APIG6',
      reason: 'Execution logs would hold paths and queries; the access log and ours do not.',
    },
    {
      id: 'AwsSolutions-COG4',
      reason: 'Cognito does not exist in the China regions; the authorizer trusts any OIDC issuer.',
    },
  );
}
