// The first character of each initial, in the order of the Chinese collation (CLDR); no syllable begins with i, u or v.
const firsts = Array.from('阿芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝');
const letters = Array.from('abcdefghjklmnopqrstwxyz');
// Characters of names of items that are read in more than one way; the collation knows one of them.
const others: Record<string, string> = {
  行: 'h',
  长: 'c',
  重: 'c',
  乐: 'y',
  调: 't',
  单: 's',
  藏: 'z',
  还: 'h',
  校: 'j',
};

const known = new Map<string, string>();
let collator: Intl.Collator | undefined;

/** The letters with which a character may be abbreviated: 食 is `s`, 行 `x` or `h`; any other character is itself. */
export function initialsOf(character: string): string {
  const found = known.get(character) ?? look(character);
  known.set(character, found);
  return found;
}

function look(character: string): string {
  if (!/^\p{Script=Han}$/u.test(character)) return character;
  const { compare } = (collator ??= new Intl.Collator('zh-CN-u-co-pinyin'));
  const n = firsts.findLastIndex((first) => compare(first, character) <= 0);
  return (letters[n] ?? '') + (others[character] ?? '');
}

/** Whether some characters of a text, one after the other, begin with these letters: `spjy` is in 食品经营许可. */
export function isAbbreviated(text: string, abbreviation: string): boolean {
  const [characters, wanted] = [Array.from(text), Array.from(abbreviation)];
  return characters.some((_, from) => wanted.every((one, n) => initialsOf(characters[from + n] ?? '').includes(one)));
}
