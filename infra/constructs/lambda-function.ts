import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as CdkFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { city } from '../districts.ts';

export interface LambdaFunctionProps {
  /** Folder of all bundles, `<service>/<function>/index.mjs` below it. */
  bundles: string;
  service: string;
  name: string;
  set: string;
  key: IKey;
  memoryMb: number;
  timeoutSeconds: number;
}

/** One bundle as a function with a role of its own and an encrypted log group; it may do only what `may` adds. */
export class LambdaFunction extends Construct {
  readonly function: CdkFunction;
  readonly timeoutSeconds: number;
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: LambdaFunctionProps) {
    super(scope, id);
    const { service, set, key } = props;
    this.timeoutSeconds = props.timeoutSeconds;

    // 网络安全法 art. 21: network logs are kept for at least six months.
    const logGroup = new LogGroup(this, 'Logs', {
      encryptionKey: key,
      retention: RetentionDays.SIX_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.may(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]);

    this.function = new CdkFunction(this, 'Function', {
      description: `${service}.${props.name} of ${set}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: codeOf(props),
      role: this.#role,
      logGroup,
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: {
        BANSHI_SET: set,
        BANSHI_CITY: city.key,
        POWERTOOLS_SERVICE_NAME: service,
        POWERTOOLS_LOG_LEVEL: 'INFO',
      },
    });
  }

  /** Allows exactly these actions on these resources. */
  may(actions: string[], resources: string[]): void {
    this.#role.addToPolicy(new PolicyStatement({ actions, resources }));
  }

  /** Allows exactly these actions on all objects of a bucket. */
  mayOnObjects(actions: string[], bucket: IBucket): void {
    this.#role.addToPolicy(new PolicyStatement({ actions, resources: [bucket.arnForObjects('*')] }));
    const { defaultChild } = bucket.node;
    if (!(defaultChild instanceof CfnBucket))
      throw new Error('only a bucket of this stack can be opened to a function');
    Validations.of(this.#role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).getLogicalId(defaultChild)}.Arn>/*]`,
      reason:
        'Its keys are made as documents are: a function that adds or shows them must reach all objects of this bucket.',
    });
  }

  /** Allows exactly these actions on what stands below a prefix of a bucket whose ARN another stack exports by this name. */
  mayBelow(actions: string[], exportedArn: string, prefix: string): void {
    const resources = [`${Fn.importValue(exportedArn)}/${prefix}/*`];
    this.#role.addToPolicy(new PolicyStatement({ actions, resources }));
    Validations.of(this.#role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${exportedArn}/${prefix}/*]`,
      reason: 'What is handed over is named by its own hash, below the type of its fact and the set that gives it.',
    });
  }

  /** Sets one environment variable. */
  knows(name: string, value: string): void {
    this.function.addEnvironment(name, value);
  }
}

function codeOf({ bundles, service, name }: LambdaFunctionProps): Code {
  const folder = join(bundles, service, name);
  if (!existsSync(join(folder, 'index.mjs'))) throw new Error(`no bundle in ${folder}; run node infra/bundle.ts first`);
  return Code.fromAsset(folder);
}
