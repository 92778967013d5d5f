import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { createAlarm } from './constructs/alarm.ts';
import { grantSecret } from './constructs/kept-secret.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';
import { agreedSecret } from './provider-keys.ts';

const names = { Wechat: 'WeChat Pay (API v3)', Alipay: 'Alipay (RSA2)', Unionpay: 'UnionPay (5.1.0)' } as const;

/** By variable: which number each merchant has at a channel, as JSON. */
export type Merchants = Readonly<Record<string, string>>;

/**
 * The channels of payment. Where they are and who we are there are parameters; their keys are secrets that the operator puts in,
 * and that only the functions may read that ask a channel. One without an address is not offered.
 */
export function openChannels(
  stack: Construct,
  { platform, service }: { platform: Platform; service: Service },
): Merchants {
  const place = new Construct(stack, 'Channels');
  const parameter = (id: string, description: string): string =>
    new CfnParameter(stack, id, { description, default: '' }).valueAsString;
  service.knows(
    'NOTICE_ADDRESS',
    parameter('NoticeAddress', 'Where channels send their notices: <base of the city set>/payments/public/notices'),
  );
  service.knows('RETURN_ADDRESS', parameter('ReturnAddress', 'Where a channel leads the payer back to; may be empty'));
  const numbers: Record<string, string> = {};
  for (const [id, name] of Object.entries(names)) {
    const variable = id.toUpperCase();
    service.knows(
      `${variable}_ADDRESS`,
      parameter(`${id}Address`, `${name}: https://host, empty where it is not used`),
    );
    if (id === 'Unionpay')
      service.knows(
        'UNIONPAY_FILES',
        parameter('UnionpayFiles', `${name}: where it hands over files, if that is another place`),
      );
    const merchants = `${name}: the number of each merchant there, as JSON: {"treasury":"…"}`;
    const own = parameter(`${id}Merchants`, merchants);
    service.knows(`${variable}_MERCHANTS`, own);
    numbers[`${variable}_MERCHANTS`] = own;
    const secret = agreedSecret(place, id, { name, platform });
    for (const one of [service.api, service.tick]) grantSecret(one, `${variable}_SECRET_ARN`, secret);
  }
  watchNotices(place, platform);
  return numbers;
}

/** One that is refused is somebody's try; many are a key that does not fit any more. */
function watchNotices(place: Construct, { alarms, set }: Platform): void {
  createAlarm(place, 'NoticesRefused', {
    alarms,
    metric: new Metric({
      namespace: 'Banshi',
      metricName: 'NoticesRefused',
      dimensionsMap: { service: 'payments', set: set.key },
      statistic: 'Sum',
      period: Duration.minutes(15),
    }),
    threshold: 20,
    description:
      'Twenty notices of payment channels were refused within 15 minutes: a key no longer fits, or somebody tries',
    runbook: 'keys-of-the-channels',
  });
}
