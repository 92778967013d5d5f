import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import { on, queueHandler } from '#shared/queue';
import { sendDeps } from './deps.ts';
import { sendDelivery } from './functions/sending/send-delivery.ts';
import { configuredProviders } from './sending/configured.ts';

export const handler = queueHandler(
  [on(DeliveryDueV1, 'notifications.send', sendDelivery)],
  sendDeps(configuredProviders),
);
