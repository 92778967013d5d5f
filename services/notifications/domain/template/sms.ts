const [single, each] = [70, 67];

/**
 * Of how many characters a text is, as operators count one in UCS-2: UTF-16 code units, so that an emoji is two. Latin letters count
 * like Chinese ones, and the signature in its brackets, which the provider puts before it, counts with it.
 */
export const smsLength = (text: string, signature: string): number => text.length + signature.length + 2;

/** How many parts are sent and paid for: 70 characters are one, longer ones have 67 each, as three tell how they belong together. */
export function smsParts(length: number): number {
  return length <= single ? 1 : Math.ceil(length / each);
}

const pictured = [/[\u{10000}-\u{10FFFF}]/u, /\uFE0F/, /\u200D/, /\p{Emoji_Presentation}/u];

/** Characters beyond the first plane, and those that are drawn as pictures: providers refuse them, or a phone shows a box. */
export const hasEmoji = (text: string): boolean => pictured.some((shape) => shape.test(text));
