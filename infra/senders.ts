import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import { createAlarm } from './constructs/alarm.ts';
import { Inbox } from './constructs/inbox.ts';
import { createSecret, grantSecret } from './constructs/kept-secret.ts';
import type { Service } from './constructs/service.ts';
import { agreedSecret } from './provider-keys.ts';
import type { Platform } from './platform.ts';

/** Those who send, and the parameter with their address: payments has a `WechatAddress` of its own. `tells`: it sends receipts. */
const houses = [
  { id: 'Aliyun', address: 'AliyunAddress', name: 'Aliyun SMS', form: 'https://host', tells: true },
  { id: 'Tencent', address: 'TencentAddress', name: 'Tencent Cloud SMS', form: 'https://host', tells: true },
  {
    id: 'Wechat',
    address: 'WechatNoticesAddress',
    name: 'the WeChat mini program',
    form: 'https://host',
    tells: false,
  },
  { id: 'Smtp', address: 'MailServerAddress', name: 'the mail server', form: 'smtp[s]://host:port', tells: true },
] as const;

/**
 * Batches of ten that are sent at once, by lane. Each lane has a queue of its own, and a batch fills at most two hands: whatever waits
 * there, an urgent notice is taken up when it comes.
 */
const lanes = { Urgent: 10, Normal: 10, Bulk: 2 } as const;

/** What leaves the house: a function that sends, fed by a queue for each lane, and the providers that it asks. */
export function openSenders(stack: Construct, { platform, service }: { platform: Platform; service: Service }): void {
  service.every(Duration.minutes(1), 'pass-time');
  const place = new Construct(stack, 'Senders');
  const of = { service: 'notifications', name: 'send' };
  const sender = platform.createFunction(place, 'Send', { ...of, memoryMb: 512, timeoutSeconds: 30 });
  service.grantRecords(sender);
  // Codes are made anew where they are sent, by the key that they are compared by.
  platform.grantPartyKey(sender);
  const counting = createSecret(place, 'CountingKey', {
    description: 'Key of the hash by which messages to a number are counted',
    key: platform.key,
    notRotated: 'Counts last two days; another key only begins them anew.',
  });
  grantSecret(sender, 'COUNTING_KEY_SECRET_ARN', counting);
  for (const { id, address, name, form, tells } of houses) {
    const variable = id.toUpperCase();
    const description = `${name}: ${form}, empty where it is not used`;
    sender.knows(`${variable}_ADDRESS`, new CfnParameter(stack, address, { description, default: '' }).valueAsString);
    const secret = agreedSecret(place, id, { name, platform });
    // `api` reads the key by which receipts are believed.
    for (const one of tells ? [sender, service.api] : [sender]) grantSecret(one, `${variable}_SECRET_ARN`, secret);
  }
  watchReceipts(place, platform);
  const { alarms, bus, set } = platform;
  for (const [lane, maxConcurrency] of Object.entries(lanes)) {
    const name = `the sender (${lane})`;
    const inbox = new Inbox(place, lane, { alarms, bus, consumer: sender, name, maxConcurrency, beside: lane });
    inbox.takes('Due', { types: [DeliveryDueV1.type], onlyFrom: set.key, where: { lane: [lane.toLowerCase()] } });
  }
}

const watched = {
  // One that is refused is somebody's try; many are a key that does not fit any more.
  ReceiptsRefused: 'were refused within 15 minutes: an address has the wrong key, or somebody tries',
  // One that overtakes the answer of its provider waits for it, for an hour; many are messages that others send by our account.
  ReceiptsUnknown: 'within 15 minutes were of messages that are not ours',
} as const;

function watchReceipts(place: Construct, { alarms, set }: Platform): void {
  for (const [metricName, what] of Object.entries(watched)) {
    createAlarm(place, metricName, {
      alarms,
      metric: new Metric({
        namespace: 'Banshi',
        metricName,
        dimensionsMap: { service: 'notifications', set: set.key },
        statistic: 'Sum',
        period: Duration.minutes(15),
      }),
      threshold: 20,
      description: `Twenty receipts of providers ${what}`,
      runbook: 'keys-of-the-providers',
    });
  }
}
