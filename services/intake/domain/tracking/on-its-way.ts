import type { Delivery } from '../delivery/delivery.ts';
import type { DeliveryState, DeliveryWay } from '../delivery/state.ts';
import type { Saying } from './words.ts';

/** Where a result is, with nothing of who takes it, of where he lives, or of the parcel by which a carrier would tell. */
export interface OnItsWay {
  state: DeliveryState;
  way: DeliveryWay;
  text: Saying;
  /** Where it lies, while it lies there: halls are public. */
  hall?: string | undefined;
  /** When it was sent, or had come to him. */
  at?: Date | undefined;
}

const due: Record<DeliveryWay, Saying> = {
  download: { zh: '可以下载', en: 'Ready to download' },
  window: { zh: '正在准备，请等候领取通知', en: 'Made ready to be fetched; you will be told' },
  post: { zh: '等待邮寄', en: 'To be posted' },
};
const takenFromHim = { zh: '已送达；决定现已被撤销', en: 'Delivered; the decision was taken back since' };
const words: Record<Exclude<DeliveryState, 'due'>, Saying> = {
  ready: { zh: '可以到窗口领取', en: 'Ready to be fetched' },
  sent: { zh: '已寄出', en: 'Posted' },
  delivered: { zh: '已送达', en: 'Delivered' },
  'taken-back': { zh: '决定已被撤销，不再交付', en: 'The decision was taken back: nothing is handed over' },
};

/** What the holder of number and code learns of the delivery of a result. */
export function onItsWay({ state, way, hall, carriage, proof, takenBack }: Delivery): OnItsWay {
  const text = state === 'due' ? due[way] : words[state];
  if (state === 'taken-back') return { state, way, text: proof ? takenFromHim : text, at: takenBack?.at };
  if (state === 'ready') return { state, way, text, hall };
  if (state === 'sent') return { state, way, text, at: carriage?.at };
  // A carrier's word counts for the day on which it came; what is downloaded or fetched is proved at that moment.
  return { state, way, text, at: proof?.takenAt ?? proof?.at };
}
