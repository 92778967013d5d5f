import * as z from 'zod';
import type { CorsRule } from './cors.ts';

const flag = z.union([z.boolean(), z.stringbool()]);
const names = z.array(z.string());
const corsRule = z.strictObject({
  AllowedOrigins: names,
  AllowedMethods: names,
  AllowedHeaders: names.optional(),
  ExposedHeaders: names.optional(),
  MaxAge: z.coerce.number().optional(),
  Id: z.string().optional(),
});
const inert = z.unknown().optional();

const schema = z.strictObject({
  CorsConfiguration: z.strictObject({ CorsRules: z.array(corsRule) }).optional(),
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.strictObject({ EventBridgeEnabled: flag.default(true) }).optional() })
    .optional(),
  // What follows does nothing here: files of this machine, for a short time, under the rights of its user.
  BucketName: inert,
  AccessControl: inert,
  BucketEncryption: inert,
  IntelligentTieringConfigurations: inert,
  LifecycleConfiguration: inert,
  LoggingConfiguration: inert,
  ObjectLockEnabled: inert,
  ObjectLockConfiguration: inert,
  OwnershipControls: inert,
  PublicAccessBlockConfiguration: inert,
  Tags: inert,
  VersioningConfiguration: inert,
});

export interface BucketRules {
  cors: CorsRule[];
  /** True when object events go to EventBridge. */
  events: boolean;
}

/** Reads resolved `AWS::S3::Bucket` properties; an unknown property throws with its name. */
export function readBucketProperties(properties: unknown): BucketRules {
  const result = schema.safeParse(properties);
  if (!result.success) {
    throw new Error(`AWS::S3::Bucket is not supported here as written:\n${z.prettifyError(result.error)}`);
  }
  const { CorsConfiguration, NotificationConfiguration } = result.data;
  return {
    cors: CorsConfiguration?.CorsRules ?? [],
    events: NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
  };
}
