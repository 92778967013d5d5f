import { foreignHosts, hasIdNumber } from './links.ts';
import { namesOf, parse, type TextFault } from './parse.ts';
import { render } from './render.ts';
import { hasEmoji, smsLength, smsParts } from './sms.ts';
import type { Template } from './template.ts';
import { textsOf, type Said, type Tongue } from './texts.ts';
import { fitsField } from './wechat.ts';

export type LintFault =
  | TextFault['fault']
  | 'names-differ'
  | 'unknown-name'
  | 'unused-sample'
  | 'not-chinese'
  | 'not-english'
  | 'too-many-parts'
  | 'emoji'
  | 'unknown-field'
  | 'unfit-field'
  | 'more-lines'
  | 'id-number'
  | 'foreign-link'
  | 'no-task-text';

/** What is wrong with a template, by JSON pointer into it; `at`: at which character of that text, `of`: which name or host. */
export interface Lint {
  pointer: string;
  fault: LintFault;
  at?: number;
  of?: string;
}

const tongues = ['zh', 'en'] as const;
/** A notice that costs more parts than these says too much: the inbox has the rest. */
export const mostParts = 2;

/** All that is wrong with a template: what is measured is measured with its sample, which holds the longest value of each name. */
export function lint(template: Template, signature: string): Lint[] {
  const said = textsOf(template);
  return [
    ...said.flatMap((one) => [...languageFaults(one, template), ...tongues.flatMap((tongue) => faultsOf(one, tongue))]),
    ...said.flatMap((one) => tongues.flatMap((tongue) => measured(one, tongue, { template, signature }))),
    ...sampleFaults(template, said),
    ...(template.statutory && !template.task ? [{ pointer: '/task', fault: 'no-task-text' } as const] : []),
  ];
}

const usedIn = (text: string): string[] => namesOf(parse(text).pieces);

/** Both languages say the same, each in its own; a field of WeChat may have no word of either. */
function languageFaults({ texts, pointer, channel }: Said, { sample }: Template): Lint[] {
  const [zh, en] = [usedIn(texts.zh), usedIn(texts.en)];
  const spoken = channel !== 'wechat';
  return [
    ...(zh.join() === en.join() ? [] : [{ pointer, fault: 'names-differ' } as const]),
    ...(spoken && !/\p{Script=Han}/u.test(texts.zh)
      ? [{ pointer: `${pointer}/zh`, fault: 'not-chinese' } as const]
      : []),
    ...(spoken && /\p{Script=Han}/u.test(texts.en)
      ? [{ pointer: `${pointer}/en`, fault: 'not-english' } as const]
      : []),
    ...[...new Set([...zh, ...en])]
      .filter((name) => !Object.hasOwn(sample, name))
      .map((of) => ({ pointer, fault: 'unknown-name', of }) as const),
  ];
}

/** What is wrong with one text as it is written. */
function faultsOf({ texts, pointer, channel }: Said, tongue: Tongue): Lint[] {
  const [text, at] = [texts[tongue], `${pointer}/${tongue}`];
  return [
    ...parse(text).faults.map((fault) => ({ pointer: at, ...fault })),
    ...(hasIdNumber(text) ? [{ pointer: at, fault: 'id-number' } as const] : []),
    ...foreignHosts(text).map((of) => ({ pointer: at, fault: 'foreign-link', of }) as const),
    ...(channel === 'sms' && hasEmoji(text) ? [{ pointer: at, fault: 'emoji' } as const] : []),
    ...(pointer === '/email/subject' && /[\r\n]/.test(text) ? [{ pointer: at, fault: 'more-lines' } as const] : []),
  ];
}

/** What is too long, or does not fit its field, with the sample in it. What cannot be rendered has its fault already. */
function measured(
  { texts, pointer, channel, field }: Said,
  tongue: Tongue,
  { template, signature }: { template: Template; signature: string },
): Lint[] {
  const rendered = render(texts[tongue], template.sample);
  if ('missing' in rendered) return [];
  const at = `${pointer}/${tongue}`;
  if (channel === 'sms' && smsParts(smsLength(rendered.text, signature)) > mostParts) {
    return [{ pointer: at, fault: 'too-many-parts' }];
  }
  if (!field) return [];
  const fit = fitsField(field, rendered.text);
  return fit === 'fits' ? [] : [{ pointer: at, fault: `${fit}-field` }];
}

function sampleFaults({ sample }: Template, said: readonly Said[]): Lint[] {
  const used = new Set(said.flatMap(({ texts }) => tongues.flatMap((tongue) => usedIn(texts[tongue]))));
  return Object.entries(sample).flatMap(([name, value]): Lint[] => {
    const pointer = `/sample/${name}`;
    return [
      ...(used.has(name) ? [] : [{ pointer, fault: 'unused-sample' } as const]),
      ...(hasIdNumber(value) ? [{ pointer, fault: 'id-number' } as const] : []),
      ...foreignHosts(value).map((of) => ({ pointer, fault: 'foreign-link', of }) as const),
      ...(hasEmoji(value) ? [{ pointer, fault: 'emoji' } as const] : []),
    ];
  });
}
