/**
 * What fits a field of a subscribe message (订阅消息参数值内容限制), by its type: the name without its number. One that does not fit is
 * refused with 47003 when it is sent.
 */
const shapes: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n]{1,20}$/u,
  number: /^(?=.{1,32}$)-?\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: /^(\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日? )?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
  date: /^\d{4}[年./-](0?[1-9]|1[0-2])[月./-](0?[1-9]|[12]\d|3[01])日?( ([01]?\d|2[0-3]):[0-5]\d)?$/,
  amount: /^[¥￥$€£]?(?=[\d.]{1,11}元?$)\d{1,10}(\.\d{1,2})?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^(?=.{1,8}$)[\p{Script=Han}A-Z0-9][A-Z0-9]*[\p{Script=Han}A-Z0-9]$/u,
  name: /^([\p{Script=Han}·A-Za-z ]{1,10}|[A-Za-z.' -]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/** Whether a value fits its field; `unknown` where there is no such type. */
export function fitsField(field: string, value: string): 'fits' | 'unfit' | 'unknown' {
  const shape = shapes[field.replace(/\d+$/, '')];
  if (!shape) return 'unknown';
  return shape.test(value) ? 'fits' : 'unfit';
}
