import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { maskAccount, maskAddress, maskDocumentNumber, maskMail, maskName, maskPhone } from './mask.ts';

test.each([
  [maskName, '段正淳', '段**'],
  [maskName, '示例', '示*'],
  [maskName, '段', '*'],
  [maskName, '𠮷野家', '𠮷**'],
  [maskDocumentNumber, '51343620000320711X', '5***************1X'],
  [maskDocumentNumber, 'E12345678', 'E******78'],
  [maskDocumentNumber, 'E12', '***'],
  [maskAccount, '6222021402001234567', '***************4567'],
  [maskAccount, '1234', '****'],
  [maskPhone, '18049531999', '180****1999'],
  [maskPhone, '87654321', '******21'],
  [maskMail, 'duandazhi@126.com', 'd********@126.com'],
  [maskMail, 'd@126.com', '*@126.com'],
  [maskMail, 'no mail', 'n******'],
  [maskAddress, '北京市海淀区马连洼街道289号', '北京市海淀区马********'],
  [maskAddress, '鼓楼区八一七路1号', '鼓楼区八*****'],
  [maskAddress, '', ''],
])('%o masks %s as %s', (mask, text, masked) => {
  expect(mask(text)).toBe(masked);
});

test('no mask ever shows a whole text, nor changes its length', () => {
  const masks = [maskAccount, maskName, maskDocumentNumber, maskPhone, maskMail, maskAddress];
  fc.assert(
    fc.property(fc.constantFrom(...masks), fc.string({ unit: 'grapheme', minLength: 1 }), (mask, text) => {
      fc.pre(!/^\**$/.test(text) && !text.includes('@') && !text.includes('*'));
      expect(mask(text)).not.toBe(text);
      expect(Array.from(mask(text))).toHaveLength(Array.from(text).length);
    }),
  );
});
