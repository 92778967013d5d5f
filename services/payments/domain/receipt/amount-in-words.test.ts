import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { amountInWords } from './amount-in-words.ts';

test.each([
  [0, '零元整'],
  [3, '叁分'],
  [10, '壹角整'],
  [30_000, '叁佰元整'],
  [100_503, '壹仟零伍元零叁分'],
  [1_000_000, '壹万元整'],
  [10_050_000, '壹拾万零伍佰元整'],
  [1_000_050_000, '壹仟万零伍佰元整'],
  [10_000_000_100, '壹亿零壹元整'],
  [123_456_789, '壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分'],
  [150, '壹元伍角整'],
])('%i fen are %s', (fen, words) => {
  expect(amountInWords(fen)).toBe(words);
});

/** Reads the words back, by a way of its own: places add up as they are met. */
function fenOf(words: string): number {
  const value: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 };
  let [sum, group, digit] = [0n, 0n, 0n];
  for (const character of words) {
    const at = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    if (at >= 0) digit = BigInt(at);
    else if (value[character]) [group, digit] = [group + digit * BigInt(value[character]), 0n];
    else if (character === '万' || character === '亿') {
      const unit = character === '万' ? 10_000n : 100_000_000n;
      sum = character === '亿' && group + digit === 0n ? sum * unit : sum + (group + digit) * unit;
      [group, digit] = [0n, 0n];
    } else if (character === '元') [sum, group, digit] = [(sum + group + digit) * 100n, 0n, 0n];
    else if (character === '角') [sum, digit] = [sum + digit * 10n, 0n];
    else if (character === '分') [sum, digit] = [sum + digit, 0n];
  }
  return Number(sum);
}

test('property: the words say the amount, and no other', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(1_000_000), fc.integer({ min: 0, max: 99_999_999_999 })), (fen) => {
      const words = amountInWords(fen);
      expect(fenOf(words)).toBe(fen);
      expect(words).not.toMatch(/零零|零元整./);
    }),
  );
});
