import { Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Service } from './constructs/service.ts';
import { caseFacts } from './facts.ts';
import type { Platform } from './platform.ts';

/** One inbox per person, so it runs in the city only. */
export class Notifications extends Stack {
  readonly service: Service;

  constructor(scope: Construct, id: string, { platform, ...props }: StackProps & { platform: Platform }) {
    super(scope, id, props);
    this.service = new Service(this, 'Notifications', { platform, name: 'notifications' });
    this.service.consumes(...caseFacts);
    this.service.every(Duration.minutes(5), 'report-parked');
  }
}
