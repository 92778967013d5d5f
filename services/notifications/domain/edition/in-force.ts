import type { NoticeRules, Rule, Template } from '../template/template.ts';
import { builtIn, builtInId } from './built-in.ts';

/** An edition under the name by which a notice keeps it. */
export interface Edition {
  id: string;
  rules: NoticeRules;
}

/** What is told upon a message: by which rule, in which words, of which edition. */
export interface Ruled {
  rule: Rule;
  template: Template;
  edition: string;
  signature: string;
}

const shipped = (): Edition => ({ id: builtInId, rules: builtIn() });

/**
 * What is told upon a message where these editions are in force, the district's own before the city's: the first that has a rule for
 * it, and else the one that the code brings along. Undefined where nobody has any.
 */
export function rulesFor(
  editions: readonly Edition[],
  message: string,
  audience: Rule['audience'] = 'party',
): Ruled | undefined {
  for (const { id, rules } of [...editions, shipped()]) {
    const rule = rules.rules.find((one) => one.on.message === message && one.audience === audience);
    const template = rule && rules.templates.find(({ key }) => key === rule.template);
    if (rule && template) return { rule, template, edition: id, signature: rules.signature };
  }
  return undefined;
}

/** A template by its key, the same way: for what is sent upon no fact. */
export function templateFor(editions: readonly Edition[], key: string): Omit<Ruled, 'rule'> | undefined {
  for (const { id, rules } of [...editions, shipped()]) {
    const template = rules.templates.find((one) => one.key === key);
    if (template) return { template, edition: id, signature: rules.signature };
  }
  return undefined;
}

/** All that holds, of each rule and template the one that is found first, and the editions that they come from. */
export function allInForce(editions: readonly Edition[]): { editions: string[]; rules: NoticeRules } {
  const all = [...editions, shipped()];
  const templates = new Map(all.toReversed().flatMap(({ rules }) => rules.templates.map((one) => [one.key, one])));
  const rules = new Map(
    all.toReversed().flatMap((one) => one.rules.rules.map((rule) => [`${rule.audience} ${rule.on.message}`, rule])),
  );
  return {
    editions: all.map(({ id }) => id),
    rules: {
      signature: all[0]?.rules.signature ?? builtIn().signature,
      templates: [...templates.values()],
      rules: [...rules.values()],
    },
  };
}
