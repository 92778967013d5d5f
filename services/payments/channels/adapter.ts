import type { Channel } from './channel.ts';
import type { ChannelMeans } from './means.ts';

/** What a channel does, over what it is given of the world. */
export interface Adapter<Keys> {
  /** Reads the text of its secret; throws where that is not what it must be. */
  keysIn: (text: string) => Keys;
  open: (means: ChannelMeans<Keys>) => Opened;
}

export type Opened = Required<Omit<Channel, 'key' | 'ways' | 'needsPayer' | 'mostParts' | 'merchants'>>;

/** The calls of a channel, each over the means that it is asked by. */
type Calls<Keys> = {
  [Name in Exclude<keyof Opened, 'takes'>]: (
    means: ChannelMeans<Keys>,
    wish: Parameters<Opened[Name]>[0],
  ) => ReturnType<Opened[Name]>;
};

interface Keyring<Keys> extends Pick<Adapter<Keys>, 'keysIn'> {
  /** Our account there for a merchant; undefined where its keys have none. */
  accountOf: (means: ChannelMeans<Keys>, keys: Keys, merchant: string) => unknown;
}

/** An adapter of these calls: it takes money for merchants that all have an account among its keys. */
export const adapterOf = <Keys>({ keysIn, accountOf, ...calls }: Keyring<Keys> & Calls<Keys>): Adapter<Keys> => ({
  keysIn,
  open: (means) => ({
    begin: (charge) => calls.begin(means, charge),
    ask: (charge) => calls.ask(means, charge),
    close: (charge) => calls.close(means, charge),
    refund: (wish) => calls.refund(means, wish),
    askRefund: (wish) => calls.askRefund(means, wish),
    statement: (wish) => calls.statement(means, wish),
    readNotice: (sent) => calls.readNotice(means, sent),
    async takes(merchants) {
      const keys = await means.keys();
      return keys !== undefined && merchants.every((one) => accountOf(means, keys, one) !== undefined);
    },
  }),
});
