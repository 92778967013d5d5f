/** What can go wrong with a queue on demand: sends of a rule that are refused or, every second one, overtaken by later ones; and batches that come twice. */
export type QueueFault = 'refuse' | 'overtake' | 'deliver-twice' | 'deliver-twice-at-once';

export interface QueueFaults {
  /** Arms a fault for the next `times` batches (or sends) of the queues whose name contains the text. */
  add: (fault: { kind: QueueFault; queue: string; times: number }) => void;
  clear: () => void;
  takeDuplicate: (queue: string) => 'afterwards' | 'at-once' | undefined;
  takeRefusal: (queue: string) => boolean;
  /** Whether a message is to wait until others have gone before it. */
  takeDelay: (queue: string) => boolean;
  fired: () => number;
}

export function createQueueFaults(): QueueFaults {
  let armed: { kind: QueueFault; queue: string; times: number }[] = [];
  let fired = 0;
  let passed = 0;

  const take = (kind: QueueFault, queue: string): boolean => {
    const found = armed.find((fault) => fault.kind === kind && queue.includes(fault.queue));
    if (!found) return false;
    fired += 1;
    found.times -= 1;
    armed = armed.filter(({ times }) => times > 0);
    return true;
  };

  return {
    add: (fault) => void armed.push({ ...fault }),
    clear: () => {
      armed = [];
    },
    takeDuplicate(queue) {
      if (armed.length === 0) return undefined;
      if (take('deliver-twice', queue)) return 'afterwards';
      return take('deliver-twice-at-once', queue) ? 'at-once' : undefined;
    },
    takeRefusal: (queue) => armed.length > 0 && take('refuse', queue),
    takeDelay(queue) {
      if (armed.length === 0) return false;
      passed += 1;
      return passed % 2 === 0 && take('overtake', queue);
    },
    fired: () => fired,
  };
}
