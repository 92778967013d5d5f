/**
 * 送达地址确认书: what somebody agrees to before official papers reach him by an address (行政处罚法 art. 61: he must have agreed and signed).
 * A changed text has another name: who agreed to an older one has agreed to that.
 */
export const deliveryConsent = {
  text: 'delivery-1',
  zh: '本人确认：行政机关可以按此地址以电子方式向本人送达受理、补正、不予受理、决定等文书；到达该地址即视为送达；地址变更应及时更新；可以随时撤回，撤回之后的文书不再以此方式送达。',
  en: 'I confirm that offices may deliver official papers to me electronically at this address: acceptance, correction, refusal, decision. What has arrived there counts as delivered. I keep the address up to date, and may withdraw this at any time for papers that come after.',
};
