import type { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import type { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import type { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import type { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../deps.ts';
import { toAll } from '../domain/line.ts';
import { lineOfReceipt, lineOfRefund } from '../domain/money-line.ts';
import { lineOfMaterial, linesOfAuthority } from '../domain/own-line.ts';

type Deps = Pick<NotificationsDeps, 'inbox'>;

/** These facts name whom they concern: nothing need be known before. */
export const onMaterialChanged =
  ({ inbox }: Deps) =>
  async (event: ReceivedOf<typeof MaterialChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfMaterial(event);
    if (line) await inbox.add(toAll(line), cause);
  };

export const onRefundChanged =
  ({ inbox }: Deps) =>
  async (event: ReceivedOf<typeof RefundChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfRefund(event);
    if (line) await inbox.add(toAll(line), cause);
  };

export const onReceiptChanged =
  ({ inbox }: Deps) =>
  async (event: ReceivedOf<typeof ReceiptChangedV1>, cause: Cause): Promise<void> => {
    const line = lineOfReceipt(event);
    if (line) await inbox.add(toAll(line), cause);
  };

export const onAuthorityChanged =
  ({ inbox }: Deps) =>
  async (event: ReceivedOf<typeof AuthorityChangedV1>, cause: Cause): Promise<void> =>
    inbox.add(linesOfAuthority(event), cause);
