import { channelParameters } from './channels/parameters.ts';
import type { Started } from './provision/start-parts.ts';

/** Where the other houses are that the functions ask, as parameters of the stacks. */
export function addressesOf(
  { scanner, collectors, exchange, channels, providers }: Started,
  port: number,
): Record<string, string> {
  // As the operator enters it in the console of each provider.
  providers.tellTo(`http://127.0.0.1:${port}/fuzhou/v1/notifications/public/receipts`);
  return {
    ScannerAddress: scanner.address,
    CollectorsAddress: collectors.address,
    SharingAddress: exchange.address,
    AliyunAddress: providers.address,
    TencentAddress: providers.address,
    WechatNoticesAddress: providers.address,
    MailServerAddress: providers.mailAddress,
    ...channelParameters(channels, port),
  };
}
