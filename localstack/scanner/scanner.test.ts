import { afterAll, beforeAll, expect, test } from 'vitest';
import { clamdScanner } from '../../services/materials/scanner/clamd.ts';
import { eicar } from '../../test/support/eicar.ts';
import { startScanner, type Scanner } from './scanner.ts';

let scanner: Scanner;
beforeAll(async () => {
  scanner = await startScanner();
});
afterAll(() => scanner.stop());

const scan = (...pieces: string[]) => {
  async function* bytes() {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  return clamdScanner(scanner.address)(bytes());
};

test('the service finds by the protocol what the scanner finds, however it is cut', async () => {
  expect(await scan('a file', ' of several', '', ' pieces')).toBe('clean');
  expect(await scan('x'.repeat(300_000), eicar.slice(0, 30), eicar.slice(30))).toBe('infected');
  expect(await scan()).toBe('clean');
});

test('a scanner that cannot look, or is not there, is no answer', async () => {
  scanner.failNext(1);
  await expect(scan('a file')).rejects.toThrow('could not look');
  await expect(clamdScanner('127.0.0.1:1')((async function* () {})())).rejects.toThrow('ECONNREFUSED');
});

async function* broken() {
  yield Buffer.from('a part');
  throw new Error('the bucket is gone');
}

test('a source that fails halfway fails the scan', async () => {
  await expect(clamdScanner(scanner.address)(broken())).rejects.toThrow('the bucket is gone');
});
