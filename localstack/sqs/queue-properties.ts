import * as z from 'zod';

// CloudFormation lets a template write numbers and booleans as text; SQS attributes are text.
const text = z.union([z.string(), z.number(), z.boolean()]).transform(String).optional();
const redrive = z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() });

const schema = z.strictObject({
  VisibilityTimeout: text,
  DelaySeconds: text,
  ReceiveMessageWaitTimeSeconds: text,
  MaximumMessageSize: text,
  FifoQueue: text,
  ContentBasedDeduplication: text,
  RedrivePolicy: redrive.optional(),
  // What follows does nothing here: nothing is encrypted, a message is never too old, and any queue may be a target.
  QueueName: text,
  MessageRetentionPeriod: text,
  KmsMasterKeyId: z.unknown().optional(),
  KmsDataKeyReusePeriodSeconds: text,
  SqsManagedSseEnabled: text,
  RedriveAllowPolicy: z.unknown().optional(),
  DeduplicationScope: text,
  FifoThroughputLimit: text,
  Tags: z.unknown().optional(),
});

/** A queue's attributes as the emulator takes them, and the ARN of its dead-letter queue. */
export interface QueueAttributes {
  attributes: Record<string, string>;
  deadLetterArn: string | undefined;
}

/** Reads resolved `AWS::SQS::Queue` properties; an unknown property throws with its name. */
export function readQueueProperties(properties: unknown): QueueAttributes {
  const result = schema.safeParse(properties);
  if (!result.success) {
    throw new Error(`AWS::SQS::Queue is not supported here as written:\n${z.prettifyError(result.error)}`);
  }
  const { RedrivePolicy, KmsMasterKeyId: _key, RedriveAllowPolicy: _allow, Tags: _tags, ...rest } = result.data;
  const attributes = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  if (RedrivePolicy) attributes.push(['RedrivePolicy', JSON.stringify(RedrivePolicy)]);
  return { attributes: Object.fromEntries(attributes), deadLetterArn: RedrivePolicy?.deadLetterTargetArn };
}
