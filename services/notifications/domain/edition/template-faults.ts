import { lint, type Lint } from '../template/lint.ts';
import { namesAsked } from '../template/names.ts';
import { namesOf, parse } from '../template/parse.ts';
import type { Template } from '../template/template.ts';
import { textsOf } from '../template/texts.ts';
import { contactCode } from './contact-code.ts';

export type TemplateFault = Omit<Lint, 'fault'> & {
  fault: Lint['fault'] | 'no-text' | 'no-code' | 'not-urgent' | 'name-not-given';
};

/** All that is wrong with a template, whichever of its flags are on: with all of them it is longest, with none shortest. */
export function templateFaults(template: Template, signature: string): TemplateFault[] {
  const flags = [...namesAsked(template).flags].filter((name) => Object.hasOwn(template.sample, name));
  const all = (flags.length > 0 ? ['yes', 'no'] : ['']).flatMap((value) => {
    const sample = { ...template.sample, ...Object.fromEntries(flags.map((name) => [name, value])) };
    return lint({ ...template, sample }, signature);
  });
  const once = new Map(all.map((fault) => [JSON.stringify(fault), fault]));
  return [...once.values(), ...(template.key === contactCode.key ? codeFaults(template) : [])];
}

/** What brings a code goes by each channel that is verified, at once, has the code in it, and nothing that nobody gives. */
function codeFaults(template: Template): TemplateFault[] {
  const said = textsOf(template).filter(({ channel }) => channel !== 'inbox' && channel !== 'task');
  const namesIn = (channel: string) =>
    said.flatMap((one) => (one.channel === channel ? namesOf(parse(one.texts.zh).pieces) : []));
  const missing = (['sms', 'wechat', 'email'] as const).flatMap((channel): TemplateFault[] => {
    if (!template[channel]) return [{ pointer: `/${channel}`, fault: 'no-text', of: channel }];
    return namesIn(channel).includes('code') ? [] : [{ pointer: `/${channel}`, fault: 'no-code' }];
  });
  const others = namesAsked(template).names.filter((name) => name !== 'code');
  return [
    ...missing,
    ...(template.urgent ? [] : [{ pointer: '/urgent', fault: 'not-urgent' } as const]),
    ...others.map((of) => ({ pointer: '', fault: 'name-not-given', of }) as const),
  ];
}
