import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { dispositionOf, fileName } from './name.ts';

test.each([
  '../../etc/passwd',
  'C:\\windows\\x.pdf',
  'a/b.pdf',
  '.htaccess',
  'name.',
  'line\nbreak.pdf',
  'nul\0.pdf',
  '\u202efdp.exe',
  'a"b.pdf',
  ' ',
  'x'.repeat(121),
])('%j is no name of a file', (name) => {
  expect(fileName.safeParse(name).success).toBe(false);
});

test('a name is kept as it is written, composed', () => {
  expect(fileName.parse(' 公司章程（2026）.pdf ')).toBe('公司章程（2026）.pdf');
  expect(fileName.parse('re\u0301sume\u0301.pdf')).toBe('r\u00e9sum\u00e9.pdf');
});

test('whatever it is called, the header that names it is ASCII and gives the name back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
      const header = dispositionOf(name);
      expect(header).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~-]*$/);
      expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name);
    }),
  );
});
