import { amountOf, type Held } from './till.ts';

const names = { wechat: '微信支付', alipay: '支付宝', unionpay: '云闪付' } as const;
const states = { open: '待支付', paid: '已支付', closed: '已关闭' } as const;

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');

/** What stands for the payer's telephone: what he is asked for, and the button that pays. */
export function payPage(held: Held): string {
  const fen = amountOf(held);
  const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
  const rows = held.shares.map(
    ({ merchant, amountFen, number }) => `<li>${merchant} · ${number} · ${amountFen} 分</li>`,
  );
  const pay = `<form method="post" action="/pay/${held.token}"><button>支付 ¥${yuan}</button></form>`;
  const back = `<p><a href="${escaped(held.returnUrl)}">返回</a></p>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${names[held.channel]}（模拟）</title>
<h1>${names[held.channel]}（模拟，没有真钱）</h1>
<p>¥${yuan}，${states[held.state]}</p><ul>${rows.join('')}</ul>
${held.state === 'open' ? pay : ''}${held.returnUrl ? back : ''}</html>`;
}
