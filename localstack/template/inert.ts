/**
 * Types that templates may contain and that do nothing on a laptop. They are printed at start, so nobody takes a local
 * run for proof that an alarm fires or that a policy is narrow enough. Every other unknown type is an error.
 */
export const inertTypes: ReadonlyMap<string, string> = new Map([
  ['AWS::ApiGateway::Account', 'access logs are not written'],
  ['AWS::ApiGateway::UsagePlan', 'requests are not throttled'],
  ['AWS::CDK::Metadata', 'says which constructs were used'],
  ['AWS::CloudWatch::Alarm', 'alarms do not fire'],
  ['AWS::CloudWatch::CompositeAlarm', 'alarms do not fire'],
  ['AWS::CloudWatch::Dashboard', 'nothing is drawn'],
  ['AWS::Events::EventBusPolicy', 'policies are not evaluated'],
  ['AWS::IAM::ManagedPolicy', 'policies are not evaluated'],
  ['AWS::IAM::Policy', 'policies are not evaluated'],
  ['AWS::IAM::Role', 'policies are not evaluated'],
  ['AWS::KMS::Alias', 'nothing is encrypted'],
  ['AWS::KMS::Key', 'nothing is encrypted'],
  ['AWS::Lambda::Permission', 'policies are not evaluated'],
  ['AWS::Logs::LogGroup', 'logs go to localstack/.state/logs'],
  ['AWS::Logs::MetricFilter', 'metrics are not collected'],
  ['AWS::Logs::ResourcePolicy', 'policies are not evaluated'],
  ['AWS::S3::BucketPolicy', 'policies are not evaluated'],
  ['AWS::SNS::Subscription', 'nobody is notified'],
  ['AWS::SNS::Topic', 'nobody is notified'],
  ['AWS::SNS::TopicPolicy', 'policies are not evaluated'],
  ['AWS::SQS::QueuePolicy', 'policies are not evaluated'],
  ['AWS::SecretsManager::ResourcePolicy', 'policies are not evaluated'],
  ['AWS::WAFv2::LoggingConfiguration', 'there is no firewall'],
  ['AWS::WAFv2::WebACL', 'there is no firewall'],
  ['AWS::WAFv2::WebACLAssociation', 'there is no firewall'],
]);
