import type { Saying } from '#shared/locale';
import type { Fault, Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { Channel, PublishedItem } from '../../domain/catalogue/item.ts';
import type { BundlePart } from '../../domain/bundle/definition.ts';
import { notInChannel } from '../../domain/bundle/in-channel.ts';
import { itemNotInChannel } from '../../problems/catalogue.ts';

interface Entered {
  channel: Channel;
  items: ReadonlyMap<string, PublishedItem>;
  language: Language;
}

/** Names every item that is not taken in by the channel of a bundle; undefined where all are. */
export function channelRefusal(
  parts: readonly BundlePart[],
  { channel, items, language }: Entered,
): Refusal | undefined {
  const elsewhere = notInChannel(parts, items, channel);
  return elsewhere.length > 0 ? refuse(itemNotInChannel, elsewhere.map(toPart(language))) : undefined;
}

const toPart =
  (language: Language) =>
  ({ key, name, nameEn, channels = [] }: PublishedItem): Fault => {
    const where = channels.join(', ');
    const message: Saying = {
      zh: `“${name}”不在此渠道办理，可在以下渠道办理：${where}。`,
      en: `"${nameEn}" is not taken in here but in: ${where}.`,
    };
    return { pointer: `/parts/${key}`, code: 'not-in-channel', message: message[language] };
  };
