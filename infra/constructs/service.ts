import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { EventContract } from '#events/event';
import type { Platform } from '../platform.ts';
import type { ServiceName } from '../districts.ts';
import { createAlarm } from './alarm.ts';
import { Inbox, type Wanted } from './inbox.ts';
import type { LambdaFunction } from './lambda-function.ts';
import { publishOutbox } from './outbox.ts';
import { ServiceTable } from './service-table.ts';

export interface ServiceProps {
  platform: Platform;
  name: ServiceName;
}

/** The type string is all that a rule needs of an event's contract. */
type Contract = Pick<EventContract, 'type'>;
/** How often a service counts what is parked too long: who is told hears of it at most so long after its hour. */
const parkedReport = Duration.minutes(30);
const typesOf = (contracts: readonly Contract[]) => contracts.map(({ type }) => type);

/**
 * One service of one set: a table and the functions `api`, `publish`, `tick` and, once it consumes something, `consume`,
 * each with permissions, variables, queues, dead letters and alarms.
 */
export class Service extends Construct {
  readonly api: LambdaFunction;
  readonly tick: LambdaFunction;
  readonly #table: ServiceTable;
  readonly #props: ServiceProps;
  #inbox: Inbox | undefined;
  #consumer: LambdaFunction | undefined;

  constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id);
    this.#props = props;
    const { platform, name } = props;
    this.#table = new ServiceTable(this, 'Records', platform.key);

    // CPU comes with memory: 1,024 MB is what keeps start and first request short; more no longer pays for one thread
    // that waits for DynamoDB most of the time.
    this.api = this.#function('Api', { name: 'api', memoryMb: 1024, timeoutSeconds: 10 });
    this.tick = this.#function('Tick', { name: 'tick', memoryMb: 512, timeoutSeconds: 60 });
    this.#table.grantUse(this.api);
    this.#table.grantUse(this.tick);

    const publisher = this.#function('Publish', { name: 'publish', memoryMb: 512, timeoutSeconds: 30 });
    const { bus, alarms } = platform;
    publishOutbox(publisher, { alarms, bus, table: this.#table, name });
    this.#watchParked();
  }

  /** Brings these facts, from every set, to `consume`. */
  consumes(...contracts: Contract[]): void {
    this.#takes('Facts', { types: typesOf(contracts) });
  }

  /** Brings these facts to `consume` unless this set published them itself. */
  consumesFromOtherSets(...contracts: Contract[]): void {
    this.#takes('FactsOfOtherSets', { types: typesOf(contracts), notFrom: this.#props.platform.set.key });
  }

  /** Brings these facts to `consume` where this set published them itself: work that spreads over many records. */
  consumesFromItsSet(...contracts: Contract[]): void {
    this.#takes('FactsOfItsSet', { types: typesOf(contracts), onlyFrom: this.#props.platform.set.key });
  }

  /** Brings those of these facts to `consume` whose data names something in this field. */
  consumesOf(field: string, ...contracts: Contract[]): void {
    this.#takes('FactsOf', { types: typesOf(contracts), naming: field });
  }

  /** Gives a variable to `api`, `tick` and `consume`; say it after what the service consumes. */
  knows(name: string, value: string): void {
    for (const one of [this.api, this.tick, this.#consumer]) one?.knows(name, value);
  }

  /** Lets a function beside the service's own read and write its records. */
  grantRecords(to: LambdaFunction): void {
    this.#table.grantUse(to);
  }

  /** Runs an act of `tick` at this interval. */
  every(interval: Duration, act: string): void {
    const rule = new Rule(this, `Every-${act}`, { schedule: Schedule.rate(interval) });
    rule.addTarget(new LambdaTarget(this.tick.function, { event: RuleTargetInput.fromObject({ act }) }));
  }

  /** `consume`, to be given more rights than to the service's records; throws where the service consumes nothing. */
  consumer(): LambdaFunction {
    if (!this.#consumer) throw new Error('this service consumes nothing');
    return this.#consumer;
  }

  #takes(id: string, wanted: Wanted): void {
    this.#inbox ??= this.#createInbox();
    this.#inbox.takes(id, wanted);
  }

  #createInbox(): Inbox {
    const { platform, name } = this.#props;
    const consumer = this.#function('Consume', { name: 'consume', memoryMb: 512, timeoutSeconds: 30 });
    this.#table.grantUse(consumer);
    this.#consumer = consumer;
    return new Inbox(this, 'Inbox', { alarms: platform.alarms, bus: platform.bus, consumer, name });
  }

  #function(id: string, size: { name: string; memoryMb: number; timeoutSeconds: number }): LambdaFunction {
    const { platform, name } = this.#props;
    return platform.createFunction(this, id, { ...size, service: name });
  }

  /** `tick` counts what is parked, and an alarm tells of what stays so. */
  #watchParked(): void {
    const { name } = this.#props;
    this.every(parkedReport, 'report-parked');
    this.watches('ParkedOverdue', {
      every: parkedReport,
      description: `${name} has kept facts parked for more than an hour: what they wait for has not arrived`,
      runbook: 'parked-facts',
    });
  }

  /** An alarm on a count that a scheduled act gives each time it runs: it rings while that is above none. */
  watches(count: string, { every, ...told }: { every: Duration; description: string; runbook: string }): void {
    const { platform, name } = this.#props;
    createAlarm(this, count, {
      alarms: platform.alarms,
      metric: new Metric({
        namespace: 'Banshi',
        metricName: count,
        dimensionsMap: { service: name, set: platform.set.key },
        statistic: 'Maximum',
        // As long as from one report to the next: a shorter one would end the alarm between two of them.
        period: every,
      }),
      threshold: 1,
      ...told,
    });
  }
}
