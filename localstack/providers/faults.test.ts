import { expect, test } from 'vitest';
import { callFaults, providerFaultList } from './faults.ts';

test('a fault for any strikes whoever is asked next, once; one for a provider waits for that', () => {
  const faults = providerFaultList(() => 0);
  faults.add({ provider: 'tencent', kind: 'slow', times: 1 });
  faults.add({ provider: 'any', kind: 'down', times: 1 });
  expect(faults.next('aliyun', callFaults)).toBe('down');
  expect(faults.next('aliyun', callFaults)).toBeUndefined();
  expect(faults.next('tencent', callFaults)).toBe('slow');
});
