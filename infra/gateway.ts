import { CfnOutput, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { TokenAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { createAlarm } from './constructs/alarm.ts';
import { asciiJson } from './constructs/ascii-json.ts';
import { addGatewayResponses } from './constructs/gateway-responses.ts';
import { createRestApi } from './constructs/rest-api.ts';
import { routeOpen, routeService } from './constructs/routes.ts';
import { protect } from './constructs/web-acl.ts';
import { directoryOf } from './districts.ts';
import type { District, ServiceName } from './districts.ts';
import type { Platform } from './platform.ts';

export interface GatewayProps extends StackProps {
  platform: Platform;
  /** The sets that `GET /districts` shows. */
  directory: readonly District[];
  /** The `api` function of each service of this set. */
  apis: { name: ServiceName; functionArn: string }[];
}

/** The one door of a set, deployed last: it knows the functions by ARN only and has one deployment. */
export class Gateway extends Stack {
  readonly base: CfnOutput;

  constructor(scope: Construct, id: string, { platform, directory, apis, ...props }: GatewayProps) {
    super(scope, id, props);
    const api = createRestApi(this, 'Api', { key: platform.key, name: `banshi-${platform.set.key}` });
    addGatewayResponses(api);

    const authorizer = this.#createAuthorizer(platform);
    for (const target of apis) routeService(api, authorizer, target);
    routeOpen(api, this.#createSite(platform, directory), [
      '/health',
      '/openapi.json',
      '/docs',
      '/docs/{proxy+}',
      '/districts',
    ]);

    protect(this, 'Firewall', api.deploymentStage.stageArn);
    this.#watch(api, platform);
    this.base = new CfnOutput(this, 'Base', { value: api.urlForPath().replace(/\/$/, '') });
  }

  #createAuthorizer(platform: Platform): TokenAuthorizer {
    const authorizer = platform.createFunction(this, 'Authorizer', {
      service: 'authorizer',
      name: 'authorizer',
      memoryMb: 512,
      timeoutSeconds: 5,
    });
    const parameters = {
      TOKEN_ISSUER: this.#parameter('TokenIssuer', 'Issuer of the tokens, as in their claim iss'),
      TOKEN_AUDIENCE: this.#parameter('TokenAudience', 'Audience that tokens must be made for'),
      TOKEN_JWKS_URI: this.#parameter('TokenJwksUri', 'Where the public keys of the issuer are', ''),
      TOKEN_JWKS: this.#parameter('TokenJwks', 'The public keys themselves, as JSON, instead of the address', ''),
    };
    for (const [name, value] of Object.entries(parameters)) authorizer.knows(name, value);
    platform.grantPartyKey(authorizer);

    return new TokenAuthorizer(this, 'TokenAuthorizer', {
      handler: authorizer.function,
      resultsCacheTtl: Duration.minutes(5),
    });
  }

  #createSite(platform: Platform, directory: readonly District[]): { name: string; functionArn: string } {
    const site = platform.createFunction(this, 'Site', {
      service: 'site',
      name: 'site',
      memoryMb: 256,
      timeoutSeconds: 5,
    });
    site.knows('DISTRICTS', asciiJson(directoryOf(directory)));
    site.knows('SET_BASES', this.#parameter('SetBases', 'Bases of the sets: a pattern with {set}, or a JSON map', ''));

    return { name: 'site', functionArn: site.function.functionArn };
  }

  #parameter(id: string, description: string, byDefault?: string): string {
    return new CfnParameter(this, id, { description, default: byDefault }).valueAsString;
  }

  #watch(api: RestApi, platform: Platform): void {
    createAlarm(this, 'ServerErrors', {
      alarms: platform.alarms,
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 5,
      description: `${platform.set.key} answered five requests with a 5xx within 5 minutes`,
      runbook: 'server-errors',
    });
  }
}
