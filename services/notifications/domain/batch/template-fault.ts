import type { AddressChannel } from '../contact/contact.ts';
import type { Template } from '../template/template.ts';

type BatchTemplateFault = 'unknown-template' | 'statutory-template' | 'urgent-template' | 'no-channel';

/** The channels that a template has a text for, in the order in which they cost least. */
const channelsOf = (template: Template): AddressChannel[] =>
  (['wechat', 'sms', 'email'] as const).filter((channel) => template[channel] !== undefined);

/**
 * By which channels a batch tells what this template says, or why it cannot. What the law wants told has a proof for each case; what is
 * urgent has a lane of its own, in which many would stand before the one who waits for his code.
 */
export function batchChannels(
  template: Template | undefined,
  asked: readonly AddressChannel[] | undefined,
): { channels: AddressChannel[] } | { fault: BatchTemplateFault } | { noText: number[] } {
  if (!template) return { fault: 'unknown-template' };
  if (template.statutory) return { fault: 'statutory-template' };
  if (template.urgent) return { fault: 'urgent-template' };
  const known = channelsOf(template);
  if (known.length === 0) return { fault: 'no-channel' };
  const noText = (asked ?? []).flatMap((one, n) => (known.includes(one) ? [] : [n]));
  if (noText.length > 0) return { noText };
  return { channels: [...new Set(asked ?? known)] };
}
