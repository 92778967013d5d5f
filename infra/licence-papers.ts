import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { LicenceMadeV1 } from '#events/intake/licence-made.v1';
import type { LambdaFunction } from './constructs/lambda-function.ts';
import type { Platform } from './platform.ts';

/** 电子证照: what a set has sealed goes to the library of the city; the code on each licence leads to its public page there. */
export function handOverLicences(
  scope: Construct,
  { platform, maker }: { platform: Platform; maker: LambdaFunction },
): void {
  platform.grantHandingOver(maker, LicenceMadeV1);
  const description = 'Base of the city, up to /v1: the codes on licences lead there';
  maker.knows('CITY_BASE', new CfnParameter(scope, 'CityBase', { description }).valueAsString);
}
