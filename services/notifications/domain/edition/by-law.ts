import { once } from '#shared/once';
import type { Rule, Template } from '../template/template.ts';
import { builtIn } from './built-in.ts';

/** 法定告知: the messages that the law wants told. Which they are the code says, and no edition makes a courtesy of one. */
const toldByLaw = once((): ReadonlySet<string> => {
  const statutory = new Set(builtIn().templates.flatMap(({ key, statutory: is }) => (is ? [key] : [])));
  const rules = builtIn().rules.filter(({ audience, template }) => audience === 'party' && statutory.has(template));
  return new Set(rules.map(({ on }) => on.message));
});

/** What a rule lacks of what the law asks: a template that nobody opts out of, and staff at the end of those who do not read. */
export function lawFaults({ on, audience, unreadDays }: Rule, { statutory }: Template) {
  const isByLaw = audience === 'party' && toldByLaw().has(on.message);
  return [
    ...(isByLaw && !statutory ? [{ pointer: '/template', fault: 'not-statutory', of: on.message } as const] : []),
    ...(isByLaw && unreadDays === undefined ? [{ pointer: '/unreadDays', fault: 'no-unread-days' } as const] : []),
  ];
}

const ruledKeys = once((): ReadonlySet<string> => new Set(builtIn().rules.map(({ template }) => template)));

/** Templates that would never be said: a rule says what stands in its own edition, and none of this one names them. */
export function ruleless(templates: readonly Template[], rules: readonly Rule[]): number[] {
  const named = new Set(rules.map(({ template }) => template));
  return templates.flatMap(({ key }, n) => (ruledKeys().has(key) && !named.has(key) ? [n] : []));
}
