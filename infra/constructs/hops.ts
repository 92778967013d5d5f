import { Rule } from 'aws-cdk-lib/aws-events';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { EventBus as BusTarget } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { city } from '../districts.ts';
import { DeadLetters } from './dead-letters.ts';

interface HopProps {
  set: string;
  bus: IEventBus;
  cityBus: IEventBus;
  alarms: ITopic;
}

/**
 * The two hops of a district: its own facts to the city, the city's facts for it (or for all) to the district. Each
 * forwards only what its own set published, so nothing is forwarded twice. Both rules belong to the district, so the
 * city knows no district.
 */
export function connectToCity(scope: Construct, id: string, { set, bus, cityBus, alarms }: HopProps): void {
  const { queue } = new DeadLetters(scope, `${id}Failures`, {
    alarms,
    holds: 'facts that did not reach the other bus',
  });

  const toCity = new Rule(scope, `${id}ToCity`, {
    eventBus: bus,
    eventPattern: { detail: { district: [set] } },
  });
  const fromCity = new Rule(scope, `${id}FromCity`, {
    eventBus: cityBus,
    eventPattern: { detail: { district: [city.key], toDistrict: [set, '*'] } },
  });

  toCity.addTarget(new BusTarget(cityBus, { deadLetterQueue: queue }));
  fromCity.addTarget(new BusTarget(bus, { deadLetterQueue: queue }));
}
