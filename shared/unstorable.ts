import { pointerOf, type Fault, type Language } from '#shared/problem';
import type { Saying } from '#shared/locale';

/** What is said of a text with characters that no honest text has. */
export const unstorable: Saying = {
  zh: '含有不可见或者控制字符（可能来自复制粘贴），请删除后重新填写。',
  en: 'This holds invisible or control characters (perhaps from copying): remove them and enter it anew.',
};

// Unicode's own classes: control (but for tab and line ends), lone surrogates, noncharacters; then what is invisible or turns the
// direction of what follows: soft hyphen, zero-width space, bidi overrides and isolates, invisible operators, byte order
// mark, annotations. Joiners are spelling in Uyghur, Tibetan, Indic scripts and emoji: refused only with nothing to join.
const dishonest =
  /(?![\t\n]|\r\n)\p{Cc}|[\p{Cs}\p{Noncharacter_Code_Point}\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c\u200d]/u;

/** Whether a text is one that people can read, search and compare: tabs and line ends are, in texts of many lines. */
export const isStorable = (text: string): boolean => !dishonest.test(text);

interface Place {
  value: object;
  /** Its name in its parent; a list of all steps is made only for what is told. */
  step: string;
  parent: Place | undefined;
  depth: number;
}

/** At most so many places are told: who sends rubbish needs no list of all of it. */
const maxTold = 20;

/**
 * Where a JSON value holds a text that may not come in, by JSON pointer; `too-deep` where it is nested deeper than `maxDepth`.
 * One walk without recursion, so that no depth of it can end the process. The names of properties are texts as well.
 */
export function textFaults(value: unknown, maxDepth: number): string[] | 'too-deep' {
  const found: string[] = [];
  const open: Place[] = [];
  const look = (inner: unknown, step: string, parent: Place | undefined) => {
    if (typeof inner === 'string' && dishonest.test(inner)) found.push(pointerAt(step, parent));
    if (typeof inner !== 'object' || inner === null) return;
    open.push({ value: inner, step, parent, depth: parent ? parent.depth + 1 : 0 });
  };
  look(value, '', undefined);
  for (let place = open.pop(); place && found.length < maxTold; place = open.pop()) {
    if (place.depth >= maxDepth) return 'too-deep';
    const isList = Array.isArray(place.value);
    for (const [name, inner] of Object.entries(place.value)) {
      // A name that cannot be shown is told by the place that has it.
      if (!isList && dishonest.test(name)) found.push(pointerAt(place.step, place.parent));
      else look(inner, name, place);
    }
  }
  return found.toSorted().slice(0, maxTold);
}

function pointerAt(step: string, parent: Place | undefined): string {
  const steps: string[] = [];
  for (let [name, at] = [step, parent]; at; [name, at] = [at.step, at.parent]) steps.unshift(name);
  return pointerOf(steps);
}

/** The places of such texts as faults of a request. */
export const unstorableAt =
  (language: Language) =>
  (pointer: string): Fault => ({ pointer, code: 'unstorable', message: unstorable[language] });
