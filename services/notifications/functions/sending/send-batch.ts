import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import type { Consume } from '#shared/batch';
import { on, queueHandler, type QueueDeps } from '#shared/queue';
import type { SendDeps } from '../../send-deps.ts';
import { sendDelivery } from './send-delivery.ts';

/** Sends what a batch of messages says is due, all at once, and counts then what the providers have said. */
export function sendBatch(deps: SendDeps & QueueDeps): Consume {
  const send = queueHandler([on(DeliveryDueV1, 'notifications.send', sendDelivery)], deps);
  return async (event) => {
    const reply = await send(event);
    await deps.standings.count();
    return reply;
  };
}
