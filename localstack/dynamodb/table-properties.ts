import * as z from 'zod';

// CloudFormation lets a template write booleans and numbers as text.
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const projection = z.strictObject({
  ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
  NonKeyAttributes: z.array(z.string()).optional(),
});

/** What of a table does nothing here: there is no key, no backup, no bill and no metric on a laptop. */
const inert = [
  'BillingMode',
  'ContributorInsightsSpecification',
  'DeletionProtectionEnabled',
  'OnDemandThroughput',
  'PointInTimeRecoverySpecification',
  'ProvisionedThroughput',
  'ResourcePolicy',
  'SSESpecification',
  'TableClass',
  'Tags',
  'WarmThroughput',
];

const inertIndex = {
  ContributorInsightsSpecification: z.unknown().optional(),
  OnDemandThroughput: z.unknown().optional(),
  ProvisionedThroughput: z.unknown().optional(),
  WarmThroughput: z.unknown().optional(),
};
const inertNames: ReadonlySet<string> = new Set(inert);

const active = z.strictObject({
  TableName: z.string(),
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(z.strictObject({ IndexName: z.string(), KeySchema: keySchema, Projection: projection, ...inertIndex }))
    .optional(),
  StreamSpecification: z
    .strictObject({
      StreamViewType: z.enum(['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']),
      ResourcePolicy: z.unknown().optional(),
    })
    .optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: flag }).optional(),
});

export type TableProperties = z.infer<typeof active>;

/** Reads resolved `AWS::DynamoDB::Table` properties; a property that is neither supported nor inert throws with its name. */
export function readTableProperties(properties: unknown): TableProperties {
  const entries = Object.entries(z.record(z.string(), z.unknown()).parse(properties));
  const result = active.safeParse(Object.fromEntries(entries.filter(([name]) => !inertNames.has(name))));
  if (result.success) return result.data;
  throw new Error(`AWS::DynamoDB::Table is not supported here as written:\n${z.prettifyError(result.error)}`);
}
