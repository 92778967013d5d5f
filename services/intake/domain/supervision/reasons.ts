/** Characters that a reason takes to say anything at all: 不符合条件 says nothing. Ours; no source sets a number. */
const least = 10;

const letters = (text: string): string => text.replaceAll(/[\p{P}\p{Z}\s]/gu, '');

/** Whether what was given as reasons gives none: nothing, a set phrase, or the opinion again (行政许可法 art. 38). */
export function givesNoReasons({ reasons = '', opinion }: { reasons?: string | undefined; opinion: string }): boolean {
  const said = letters(reasons);
  return said.length < least || said === letters(opinion);
}
