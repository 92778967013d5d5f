import { expect, test } from 'vitest';
import { channelFaultList } from './faults.ts';

test('a fault strikes its channel as often as it was asked for, and no more once all are taken back', () => {
  const faults = channelFaultList();
  faults.add({ channel: 'wechat', kind: 'down', times: 2 });
  expect(faults.next('alipay', ['down'])).toBeUndefined();
  expect(faults.next('wechat', ['down'])).toBe('down');
  faults.clear();
  expect(faults.next('wechat', ['down'])).toBeUndefined();
});
