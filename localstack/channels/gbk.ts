import { once } from '#shared/once';

/** Each character of GBK with its two bytes: Node decodes that charset and does not encode it, so the table is its decoder turned round. */
const table = once((): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const text = second === 0x7f ? '' : decoder.decode(Uint8Array.of(first, second));
      if (text.length === 1 && text !== '\ufffd') pairs.set(text, [first, second]);
    }
  }
  return pairs;
});

/** A text in GBK; what that has no character for becomes a question mark, as with the houses that write it. */
export function gbk(text: string): Buffer {
  return Buffer.from(Array.from(text, bytesOf).flat());
}

function bytesOf(one: string): readonly number[] {
  const code = one.codePointAt(0) ?? 0;
  return code < 0x80 ? [code] : (table().get(one) ?? [0x3f]);
}
