import { expect, test } from 'vitest';
import { fc } from '../test/support/property.ts';
import { checkCharacter, isLicenceNumber, numberFor } from './licence-number.ts';

// A real id: GB/T 36904, as a national platform shows one.
const real = '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U';
const ours = numberFor({ issuer: '11350199MB0102031K', serial: '000131003000202608030007' });

test('the check character is that of a real licence', () => {
  expect(isLicenceNumber(real)).toBe(true);
  expect(checkCharacter('11100000000013338W01111430000006122244L20230000403001')).toBe('U');
});

test('the id that a case gives is one, and names its issuer', () => {
  expect(isLicenceNumber(ours)).toBe(true);
  expect(ours).toContain('.11350199MB0102031K.000131003000202608030007.');
});

test('one character that is another is always found', () => {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const places = Array.from(ours, (one, n) => (one === '.' || n < 15 ? -1 : n)).filter((n) => n >= 0);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...Array.from(digits)), (n, other) => {
      fc.pre(ours[n] !== other);
      expect(isLicenceNumber(`${ours.slice(0, n)}${other}${ours.slice(n + 1)}`)).toBe(false);
    }),
  );
});

test('two neighbours that have changed places are found', () => {
  for (let n = 15; n < ours.length - 1; n++) {
    const [one = '', next = ''] = [ours[n], ours[n + 1]];
    if (one === next || one === '.' || next === '.') continue;
    expect(isLicenceNumber(`${ours.slice(0, n)}${next}${one}${ours.slice(n + 2)}`)).toBe(false);
  }
});
