import { lint, type Lint } from './lint.ts';
import { render, type Values } from './render.ts';
import { smsLength, smsParts } from './sms.ts';
import type { Template } from './template.ts';
import { textsOf, type Said, type Tongue } from './texts.ts';

interface Shown {
  text: string;
  length: number;
  parts?: number;
}

export interface Preview {
  texts: (Pick<Said, 'channel'> & { place: string } & Record<Tongue, Shown>)[];
  /** What is wrong with it once these values are in it. */
  faults: Lint[];
}

/** A template with values, the rest from its sample; or which of the values no text of it knows. */
export function preview(
  template: Template,
  { signature, values }: { signature: string; values: Values },
): Preview | { unknown: string[] } {
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(template.sample, name));
  if (unknown.length > 0) return { unknown };
  const sample = { ...template.sample, ...values };
  const texts = textsOf(template).map(({ channel, pointer: place, texts: said }) => {
    const shown = (tongue: Tongue) => measured(said[tongue], { channel, sample, signature });
    return { channel, place, zh: shown('zh'), en: shown('en') };
  });
  return { texts, faults: lint({ ...template, sample }, signature) };
}

function measured(
  source: string,
  { channel, sample, signature }: { channel: Said['channel']; sample: Values; signature: string },
): Shown {
  const rendered = render(source, sample);
  const text = 'text' in rendered ? rendered.text : source;
  if (channel !== 'sms') return { text, length: text.length };
  const length = smsLength(text, signature);
  return { text: `【${signature}】${text}`, length, parts: smsParts(length) };
}
