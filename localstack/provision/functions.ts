import * as z from 'zod';
import { createPool } from '../lambda/pool.ts';
import type { Provider } from '../template/deploy.ts';
import { type Parts, senderTo } from './parts.ts';

const functionProperties = z.strictObject({
  Code: z.object({ S3Key: z.string() }),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).optional(),
  Description: z.string().optional(),
  Environment: z.object({ Variables: z.record(z.string(), z.string()).default({}) }).default({ Variables: {} }),
  FunctionName: z.string().optional(),
  Handler: z.string(),
  MemorySize: z.coerce.number().default(128),
  PackageType: z.literal('Zip').optional(),
  ReservedConcurrentExecutions: z.coerce.number().min(1).optional(),
  Runtime: z.string().regex(/^nodejs/, 'only Node runtimes run here'),
  Timeout: z.coerce.number().default(3),
});

const harmless = [
  'Architectures',
  'EphemeralStorage',
  'KmsKeyArn',
  'LoggingConfig',
  'RecursiveLoop',
  'Role',
  'Tags',
  'TracingConfig',
];

/** Functions: each one a pool of worker threads over its bundle in the assembly. */
export function functionProviders(parts: Parts): Record<string, Provider> {
  const { region, account, clock, activity, environment, log, functions } = parts;
  return {
    'AWS::Lambda::Function': {
      honours: Object.keys(functionProperties.shape),
      harmless,
      create(given, { name: physical, stack }) {
        const properties = functionProperties.parse(given);
        const name = properties.FunctionName ?? physical;
        const directory = stack.assets.get(properties.Code.S3Key);
        if (!directory) throw new Error(`its code ${properties.Code.S3Key} is not among the assets`);
        const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
        const spec = {
          name,
          arn,
          description: properties.Description,
          directory,
          handler: properties.Handler,
          environment: properties.Environment.Variables,
          memoryMb: properties.MemorySize,
          timeoutSeconds: properties.Timeout * parts.patience,
          maximum: Math.min(parts.copies, properties.ReservedConcurrentExecutions ?? parts.copies),
          deadLetter: properties.DeadLetterConfig && senderTo(parts, properties.DeadLetterConfig.TargetArn),
        };
        functions.set(arn, createPool(spec, { clock, activity, environment, log }));
        return { ref: name, attributes: { Arn: arn } };
      },
    },
  };
}
