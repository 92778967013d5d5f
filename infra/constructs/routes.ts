import { Stack, Validations } from 'aws-cdk-lib';
import { AwsIntegration } from 'aws-cdk-lib/aws-apigateway';
import type { IAuthorizer, IResource, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';

interface Target {
  name: string;
  functionArn: string;
}

/** Opens `/{service}` and `/{service}/{proxy+}` to those who are signed in and `/{service}/public/{proxy+}` to everybody. */
export function routeService(api: RestApi, authorizer: IAuthorizer, target: Target): void {
  const integration = integrationOf(target);
  const base = api.root.addResource(target.name);

  base.addMethod('ANY', integration, { authorizer });
  base.addResource('{proxy+}').addMethod('ANY', integration, { authorizer });
  addOpenMethod(base.addResource('public').addResource('{proxy+}'), 'ANY', integration);
  permit(api, target, [`/${target.name}/*`, `/${target.name}`]);
}

/** Opens these paths, by GET only, to everybody. */
export function routeOpen(api: RestApi, target: Target, paths: string[]): void {
  const integration = integrationOf(target);
  for (const path of paths) addOpenMethod(api.root.resourceForPath(path), 'GET', integration);
  permit(
    api,
    target,
    paths.map((path) => path.replace('{proxy+}', '*')),
  );
}

function addOpenMethod(resource: IResource, httpMethod: string, integration: AwsIntegration): void {
  const method = resource.addMethod(httpMethod, integration);
  Validations.of(method).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'Open by design: guides, tracking, verification and notices, which the service itself verifies.',
  });
}

/** By ARN only, so the gateway stack changes nothing in the stacks of the services. */
function integrationOf({ functionArn }: Target): AwsIntegration {
  return new AwsIntegration({
    service: 'lambda',
    proxy: true,
    path: `2015-03-31/functions/${functionArn}/invocations`,
  });
}

/** One permission per path pattern, where CDK's own integration would add two per method. */
function permit(api: RestApi, { name, functionArn }: Target, paths: string[]): CfnPermission[] {
  return paths.map(
    (path, index) =>
      new CfnPermission(Stack.of(api), `Permit-${name}-${index}`, {
        action: 'lambda:InvokeFunction',
        functionName: functionArn,
        principal: 'apigateway.amazonaws.com',
        sourceArn: api.arnForExecuteApi('*', path, api.deploymentStage.stageName),
      }),
  );
}
