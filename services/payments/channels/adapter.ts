import type { Channel } from './channel.ts';
import type { ChannelMeans } from './means.ts';

/** What a channel does, over what it is given of the world. */
export interface Adapter<Keys> {
  /** Reads the text of its secret; throws where that is not what it must be. */
  keysIn: (text: string) => Keys;
  open: (means: ChannelMeans<Keys>) => Opened;
}

export type Opened = Required<Omit<Channel, 'key' | 'ways' | 'needsPayer' | 'mostParts' | 'merchants'>>;
