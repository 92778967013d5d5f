import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { BusEvent } from '../events/bus.ts';
import { compilePattern } from '../events/pattern.ts';
import { readSchedule } from '../events/schedule.ts';
import { createTarget, localRetries, type Target, type TargetPlan } from '../events/target.ts';
import { invokeAsynchronously } from '../lambda/asynchronous.ts';
import type { Provider } from '../template/deploy.ts';
import { functionOf, type Parts, senderTo } from './parts.ts';

const target = z.strictObject({
  Arn: z.string(),
  Id: z.string(),
  Input: z.string().optional(),
  RoleArn: z.string().optional(),
  DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  RetryPolicy: z
    .strictObject({ MaximumRetryAttempts: z.coerce.number().optional(), MaximumEventAgeInSeconds: z.unknown() })
    .partial()
    .optional(),
});

const ruleProperties = z.strictObject({
  Name: z.string().optional(),
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS']).default('ENABLED'),
  Targets: z.array(target).min(1),
});

/** How long a message waits that others are to overtake: longer than a stream gathers what it hands on. */
const overtakenMs = 120;

type RuleProperties = z.infer<typeof ruleProperties>;

function attemptFor(parts: Parts, arn: string): TargetPlan['attempt'] {
  const [, , service] = arn.split(':');
  if (service === 'sqs') {
    const { name } = parts.queues.get(arn);
    const send = senderTo(parts, arn);
    return async (body) => {
      if (parts.queueFaults.takeRefusal(name)) throw new Error(`${name} refused a message, as asked`);
      if (parts.queueFaults.takeDelay(name)) await setTimeout(overtakenMs);
      send(body);
    };
  }
  if (service === 'events') {
    const forward = parts.buses.forwarder(arn);
    return (_, event) => forward(event);
  }
  if (service === 'lambda') {
    const pool = functionOf(parts, arn);
    return (body) => void invokeAsynchronously(pool, body);
  }
  throw new Error(`a rule cannot have the target ${arn} here`);
}

function targetOf(parts: Parts, { Arn, Input, DeadLetterConfig, RetryPolicy }: z.infer<typeof target>): Target {
  return createTarget({
    arn: Arn,
    input: Input,
    retries: RetryPolicy?.MaximumRetryAttempts ?? localRetries,
    attempt: attemptFor(parts, Arn),
    deadLetter: DeadLetterConfig && senderTo(parts, DeadLetterConfig.Arn),
  });
}

/** What a schedule sends to a target without an input of its own. */
function scheduledEvent({ account, region, clock }: Parts, ruleArn: string): BusEvent {
  const fields = {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: clock.now().toISOString(),
    region,
    resources: [ruleArn],
    detail: {},
  };
  return { fields, json: JSON.stringify(fields), hopped: false };
}

function addSchedule(
  parts: Parts,
  { arn, expression, targets }: { arn: string; expression: string; targets: Target[] },
) {
  const schedule = readSchedule(expression, parts.clock.ms());
  parts.scheduler.add(schedule, () => {
    const event = scheduledEvent(parts, arn);
    for (const send of targets) {
      const end = parts.activity.begin();
      void send(event, arn)
        .catch(() => undefined)
        .finally(end);
    }
  });
}

function createRule(parts: Parts, name: string, properties: RuleProperties): string {
  const { EventBusName: bus, EventPattern: pattern, ScheduleExpression: expression, State, Targets } = properties;
  const busPath = bus === 'default' ? '' : `${bus.replace(/^.*\//, '')}/`;
  const arn = `arn:aws:events:${parts.region}:${parts.account}:rule/${busPath}${name}`;
  const targets = Targets.map((each) => targetOf(parts, each));
  if (State === 'DISABLED') return arn;
  if (expression) addSchedule(parts, { arn, expression, targets });
  if (pattern) parts.buses.addRule(bus, { name, arn, matches: compilePattern(pattern), targets });
  return arn;
}

/** Buses and rules. */
export function ruleProviders(parts: Parts): Record<string, Provider> {
  return {
    'AWS::Events::EventBus': {
      honours: ['Name'],
      harmless: ['Description', 'KmsKeyIdentifier', 'LogConfig', 'Policy', 'Tags'],
      create({ Name }, { name }) {
        const bus = parts.buses.create(typeof Name === 'string' ? Name : name);
        return { ref: bus.name, attributes: { Arn: bus.arn, Name: bus.name } };
      },
    },
    'AWS::Events::Rule': {
      honours: Object.keys(ruleProperties.shape),
      harmless: ['Description', 'RoleArn', 'Tags'],
      create(given, { name: physical }) {
        const properties = ruleProperties.parse(given);
        const name = properties.Name ?? physical;
        return { ref: name, attributes: { Arn: createRule(parts, name, properties) } };
      },
    },
  };
}
