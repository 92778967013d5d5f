import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** The topic all alarms of a set go to; ops subscribes to it by hand, because addresses are personal. */
export function createAlarmTopic(scope: Construct, id: string, key: IKey): Topic {
  const topic = new Topic(scope, id, { masterKey: key, enforceSSL: true });

  // A topic policy replaces the default one, so alarms must be let in by name.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  return topic;
}
