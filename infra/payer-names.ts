import { PayerNamedV1 } from '#events/intake/payer-named.v1';
import type { LambdaFunction } from './constructs/lambda-function.ts';
import type { Platform } from './platform.ts';

/** 交款人: what who owes a fee is called goes to the payments of the city. */
export function handOverPayerNames(platform: Platform, maker: LambdaFunction): void {
  platform.grantHandingOver(maker, PayerNamedV1);
}
