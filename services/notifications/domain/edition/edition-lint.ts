import { textsOf } from '../template/texts.ts';
import type { NoticeRules, Rule, Template } from '../template/template.ts';
import { namesOf, parse } from '../template/parse.ts';
import { lawFaults, ruleless } from './by-law.ts';
import { templateFaults, type TemplateFault } from './template-faults.ts';
import { postTold, toldOf } from './told-of.ts';
import { valuesKnown } from './values.ts';

export interface EditionFault {
  pointer: string;
  fault:
    | TemplateFault['fault']
    | 'bad-signature'
    | 'twice'
    | 'no-rule'
    | 'no-template'
    | 'no-message'
    | 'no-last-task'
    | 'not-statutory'
    | 'no-unread-days';
  at?: number;
  of?: string;
}

/** As providers approve one: they put the brackets around it themselves. */
const signatureShape = /^[\p{Script=Han}A-Za-z0-9]+$/u;

/** All that is wrong with an edition, by JSON pointer into it: each template by itself, each rule, and how they fit. */
export function editionFaults({ signature, templates, rules }: NoticeRules): EditionFault[] {
  const byKey = new Map(templates.map((one) => [one.key, one]));
  return [
    ...(signatureShape.test(signature) ? [] : [{ pointer: '/signature', fault: 'bad-signature' } as const]),
    ...templates.flatMap((one, n) =>
      templateFaults(one, signature).map((fault) => ({ ...fault, pointer: `/templates/${n}${fault.pointer}` })),
    ),
    ...repeated(templates.map(({ key }) => key)).map((n) => ({
      pointer: `/templates/${n}/key`,
      fault: 'twice' as const,
    })),
    ...ruleless(templates, rules).map((n) => ({ pointer: `/templates/${n}/key`, fault: 'no-rule' as const })),
    ...repeated(rules.map(nameOf)).map((n) => ({ pointer: `/rules/${n}/on/message`, fault: 'twice' as const })),
    ...rules.flatMap((rule, n) =>
      ruleFaults(rule, byKey).map((one) => ({ ...one, pointer: `/rules/${n}${one.pointer}` })),
    ),
  ];
}

const nameOf = ({ audience, on }: Rule): string => `${audience} ${on.message}`;

/** The places at which something stands that stood before. */
const repeated = (names: readonly string[]): number[] =>
  names.flatMap((name, n) => (names.indexOf(name) < n ? [n] : []));

function ruleFaults(rule: Rule, byKey: ReadonlyMap<string, Template>): EditionFault[] {
  const known: readonly string[] = (rule.audience === 'post' ? postTold : toldOf).get(rule.on.type) ?? [];
  const found = byKey.get(rule.template);
  return [
    ...(known.includes(rule.on.message) ? [] : [{ pointer: '/on', fault: 'no-message' } as const]),
    ...(found ? fitFaults(rule, found) : [{ pointer: '/template', fault: 'no-template', of: rule.template } as const]),
  ];
}

/** A rule sends what its template says on each of its channels, with names that its message brings. */
function fitFaults(rule: Rule, template: Template): EditionFault[] {
  const { channels, on, audience } = rule;
  const said = textsOf(template);
  const given = audience === 'post' ? {} : valuesKnown(on.message);
  const used = new Set(
    said.flatMap(({ texts }) => [texts.zh, texts.en].flatMap((text) => namesOf(parse(text).pieces))),
  );
  return [
    ...channels.flatMap((channel, n) =>
      said.some((one) => one.channel === channel)
        ? []
        : [{ pointer: `/channels/${n}`, fault: 'no-text', of: channel } as const],
    ),
    ...repeated(channels).map((n) => ({ pointer: `/channels/${n}`, fault: 'twice' as const })),
    ...(template.statutory && channels.at(-1) !== 'task'
      ? [{ pointer: '/channels', fault: 'no-last-task' } as const]
      : []),
    ...lawFaults(rule, template),
    ...[...used]
      .filter((name) => !Object.hasOwn(given, name))
      .map((of) => ({ pointer: '/template', fault: 'name-not-given', of }) as const),
  ];
}
