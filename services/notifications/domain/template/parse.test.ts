import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { namesOf, parse } from './parse.ts';
import { render } from './render.ts';

test('a text is text, names and what stands where a flag is on', () => {
  expect(parse('您的办件((number))已受理((late??，已超时))。')).toEqual({
    pieces: [
      { kind: 'text', text: '您的办件' },
      { kind: 'name', name: 'number' },
      { kind: 'text', text: '已受理' },
      { kind: 'flag', name: 'late', text: '，已超时' },
      { kind: 'text', text: '。' },
    ],
    faults: [],
  });
});

test('of three brackets the outer one is text; single ones are text wherever they stand', () => {
  expect(render('见(((number)))', { number: '7' })).toEqual({ text: '见(7)' });
  expect(render('(a) b) (c', {})).toEqual({ text: '(a) b) (c' });
});

test.each([
  ['ab((number', 2, 'unclosed'],
  ['ab))', 2, 'unopened'],
  ['((a??x((b))y))', 0, 'nested'],
  ['x(())', 1, 'bad-name'],
  ['((Number))', 0, 'bad-name'],
  ['((姓名))', 0, 'bad-name'],
  ['((a b))', 0, 'bad-name'],
  ['((late??))', 0, 'empty-flag'],
  ['((late??a (b))', 0, 'bracket-in-flag'],
] as const)('%s has its fault at its place', (source, at, fault) => {
  expect(parse(source).faults[0]).toEqual({ at, fault });
});

test('every fault is named, not the first alone', () => {
  expect(parse('((A)) )) ((b??)) ((c').faults.map(({ at }) => at)).toEqual([0, 6, 9, 17]);
});

test('what has no value is named; a flag is on where its value says yes, and only then', () => {
  expect(render('((a)) ((b??x)) ((a))', {})).toEqual({ missing: ['a', 'b'] });
  for (const [b, text] of [
    ['yes', '1 x'],
    ['no', '1 '],
    ['', '1 '],
  ] as const) {
    expect(render('((a)) ((b??x))', { a: '1', b })).toEqual({ text });
  }
});

test('a name that every object has is no value', () => {
  expect(render('((constructor))', {})).toEqual({ missing: ['constructor'] });
});

// Written apart from the parser: a text is put together from pieces, and its meaning is known from them.
const plainText = fc.string({ unit: fc.constantFrom('a', '中', ' ', '?', '。', '1'), maxLength: 8 });
const name = fc.constantFrom('a', 'b', 'c-d');
const made = fc.array(
  fc.oneof(
    plainText.map((text) => ({ source: text, meaning: () => text })),
    name.map((key) => ({ source: `((${key}))`, meaning: (values: Record<string, string>) => values[key] ?? '' })),
    fc
      .tuple(
        name,
        plainText.filter((text) => text !== ''),
      )
      .map(([key, text]) => ({
        source: `((${key}??${text}))`,
        meaning: (values: Record<string, string>) => (values[key] === 'yes' ? text : ''),
      })),
  ),
);
const anyValues = fc.record({ a: fc.string(), b: fc.constantFrom('yes', 'no', '((a))'), 'c-d': fc.constant('))((') });

test('property: a text means what its pieces mean, whatever the values hold', () => {
  fc.assert(
    fc.property(made, anyValues, (pieces, values) => {
      const source = pieces.map((one) => one.source).join('');
      expect(parse(source).faults).toEqual([]);
      expect(render(source, values)).toEqual({ text: pieces.map(({ meaning }) => meaning(values)).join('') });
    }),
  );
});

test('property: any text is read to its end, and what has no fault comes back from its pieces', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('(', ')', 'a', '?', '中') }), (source) => {
      const { pieces, faults } = parse(source);
      if (faults.length > 0) return faults.every(({ at }) => at >= 0 && at < source.length);
      const back = pieces.map((one) => {
        if (one.kind === 'text') return one.text;
        return one.kind === 'name' ? `((${one.name}))` : `((${one.name}??${one.text}))`;
      });
      return back.join('') === source && namesOf(pieces).every((one) => /^[a-z]/.test(one));
    }),
  );
});
