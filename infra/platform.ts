import { Fn, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EventContract } from '#events/event';
import { createAlarmTopic } from './constructs/alarm-topic.ts';
import { createHandOverBucket } from './constructs/hand-over-bucket.ts';
import { connectToCity } from './constructs/hops.ts';
import { createKey } from './constructs/key.ts';
import { LambdaFunction } from './constructs/lambda-function.ts';
import type { LambdaFunctionProps } from './constructs/lambda-function.ts';
import { createSecret, grantSecret } from './constructs/kept-secret.ts';
import type { KeptSecret } from './constructs/kept-secret.ts';
import { city } from './districts.ts';
import type { District } from './districts.ts';

export interface PlatformProps extends StackProps {
  set: District;
  /** Folder of the bundles. */
  bundles: string;
  /** Whether there is a channel without money. */
  sandbox: boolean;
}

/** What all services of a set share: key, bus, alarm topic, hand-over bucket; the city's also holds the party key. */
export class Platform extends Stack {
  readonly set: District;
  readonly key: IKey;
  readonly alarms: ITopic;
  readonly bus: EventBus;
  readonly sandbox: boolean;
  readonly #partyKey: KeptSecret;
  readonly #bundles: string;

  constructor(scope: Construct, id: string, props: PlatformProps) {
    super(scope, id, props);
    this.set = props.set;
    this.sandbox = props.sandbox;
    this.#bundles = props.bundles;
    this.key = createKey(this, 'Key');
    this.alarms = createAlarmTopic(this, 'Alarms', this.key);
    const handOver = createHandOverBucket(this, 'HandOver', this.key);

    // Events carry ids only, so EventBridge's own encryption does; a key of ours would join every hop to two keys.
    this.bus = new EventBus(this, 'Bus', { description: `Facts of ${props.set.key}` });
    this.#partyKey = props.set.key === city.key ? this.#openCity(handOver) : this.#joinCity();
  }

  /** A function of this set; what it may do and know beyond the set's name comes from grants. */
  createFunction(
    scope: Construct,
    id: string,
    size: Pick<LambdaFunctionProps, 'service' | 'name' | 'memoryMb' | 'timeoutSeconds'>,
  ): LambdaFunction {
    return new LambdaFunction(scope, id, { ...size, set: this.set.key, key: this.key, bundles: this.#bundles });
  }

  /** Lets a function read the city's key of the party hash; gives it `PARTY_KEY_SECRET_ARN`. */
  grantPartyKey(to: LambdaFunction): void {
    grantSecret(to, 'PARTY_KEY_SECRET_ARN', this.#partyKey);
  }

  /** Lets a function hand over to the city what facts of one type name; gives it the city's `HAND_OVER_BUCKET`. */
  grantHandingOver(to: LambdaFunction, { type }: Pick<EventContract, 'type'>): void {
    openHandOver(to, { action: 's3:PutObject', useKey: ['kms:GenerateDataKey'] }, `${type}/${this.set.key}`);
  }

  /** Lets a function of the city take over what facts of one type name, of all sets; gives it `HAND_OVER_BUCKET`. */
  grantTakingOver(to: LambdaFunction, { type }: Pick<EventContract, 'type'>): void {
    openHandOver(to, { action: 's3:GetObject', useKey: [] }, type);
  }

  /** Lets a function of the city hand over to any set, below its name, what facts of one type name. */
  grantHandingOut(to: LambdaFunction, { type }: Pick<EventContract, 'type'>): void {
    openHandOver(to, { action: 's3:PutObject', useKey: ['kms:GenerateDataKey'] }, type);
  }

  /** Lets a function take over what the city hands over to this set, and to no other. */
  grantTakingOwn(to: LambdaFunction, { type }: Pick<EventContract, 'type'>): void {
    openHandOver(to, { action: 's3:GetObject', useKey: [] }, `${type}/${this.set.key}`);
  }

  /** Named exports, because districts deployed another day, from another synthesis, must find them. */
  #openCity(handOver: IBucket): KeptSecret {
    const partyKey = createSecret(this, 'PartyKey', {
      description: 'Key of the hash that makes a partyId',
      key: this.key,
      notRotated: 'Rotation would change the partyId of every person and organisation and part them from their cases.',
    });
    const exported = {
      BusName: this.bus.eventBusName,
      BusArn: this.bus.eventBusArn,
      PartyKeyArn: partyKey.secretArn,
      KeyArn: partyKey.keyArn,
      HandOverName: handOver.bucketName,
      HandOverArn: handOver.bucketArn,
    };
    for (const [name, value] of Object.entries(exported)) {
      this.exportValue(value, { name: exportName(name) });
    }
    return partyKey;
  }

  #joinCity(): KeptSecret {
    const cityBus = EventBus.fromEventBusAttributes(this, 'CityBus', {
      eventBusName: fromCity('BusName'),
      eventBusArn: fromCity('BusArn'),
      eventBusPolicy: '',
    });
    connectToCity(this, 'Hops', { set: this.set.key, bus: this.bus, cityBus, alarms: this.alarms });

    return { secretArn: fromCity('PartyKeyArn'), keyArn: fromCity('KeyArn') };
  }
}

/** By the names that the city exports, in the city itself too: what stands below a prefix is named alike everywhere. */
function openHandOver(
  to: LambdaFunction,
  { action, useKey }: { action: string; useKey: string[] },
  prefix: string,
): void {
  to.mayBelow([action], exportName('HandOverArn'), prefix);
  to.may(['kms:Decrypt', ...useKey], [fromCity('KeyArn')]);
  to.knows('HAND_OVER_BUCKET', fromCity('HandOverName'));
}

const fromCity = (name: string): string => Fn.importValue(exportName(name));

function exportName(name: string): string {
  return `banshi-${city.key}-${name}`;
}
