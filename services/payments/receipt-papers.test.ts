import { beforeEach, expect, test } from 'vitest';
import { signerOf } from '#shared/cms';
import { signatureIn } from '#shared/pdf-signature';
import { openPayments } from '../../test/support/payments.ts';
import { paperMaker, receipting } from '../../test/support/receipts.ts';
import { refunding } from '../../test/support/refunds.ts';
import { receiptSheet } from './domain/receipt/sheet.ts';

let world: ReturnType<typeof openPayments>;
let receipts: ReturnType<typeof receipting>;
let maker: ReturnType<typeof paperMaker>;
let billId: string;
beforeEach(async () => {
  world = openPayments();
  receipts = receipting(world);
  maker = paperMaker(world);
  await world.openCharges();
  await world.tick();
  await receipts.given(1, 100);
  billId = await world.assess();
  await refunding(world).paid(billId);
});

const file = (id: string) => world.send('GET', `/payments/receipts/${id}/file`);

test('the payer fetches a PDF that the payee has sealed, which counts as delivered', async () => {
  const [one] = await receipts.own();
  expect([(await file(one.id)).body.code, (await receipts.own())[0].status]).toEqual(['receipt-not-drawn', 'issued']);
  expect(await maker.deliver()).toEqual([]);
  const { body } = await file(one.id);
  expect(body).toMatchObject({ id: one.id, status: 'delivered', until: expect.any(String) });
  const [[ref, pdf] = ['', undefined]] = maker.bucket.files;
  expect(body.url).toContain(ref);
  const signature = signatureIn(Buffer.from(pdf?.bytes ?? []));
  expect(signature && signerOf(signature.content, signature.cms)?.subject).toContain('CN=城市管理局');
  // The file says nothing in its name or place of who paid.
  expect(`${ref} ${pdf?.fileName}`).not.toContain(one.payer ?? 'company');
});

test('a message that comes again draws nothing twice, and one that fails is drawn when it comes again', async () => {
  world.base.table.spoil('outage');
  expect(await maker.deliver()).toHaveLength(1);
  expect(await maker.deliver()).toEqual([]);
  const calls = world.base.table.calls.length;
  expect(await maker.deliver()).toEqual([]);
  expect(world.base.table.calls.slice(calls)).not.toContain('TransactWriteItems');
});

test('a red one says so, names the receipt that it takes back, and leads to the same page', async () => {
  const [{ id }] = await receipts.own();
  const found = await world.deps.receipts.load(id);
  if (!found) throw new Error('no receipt');
  const payee = { zh: '城市管理局', en: 'Urban management' };
  const base = 'https://api.example.gov.cn/fuzhou/v1';
  const about = { payee, payer: undefined, base, original: undefined };
  const blue = receiptSheet(found, about);
  const red = receiptSheet({ ...found, kind: 'red', reverses: found.id }, { ...about, original: found });
  expect(blue.code?.address).toBe(
    `${base}/payments/public/receipts/page?code=35010126&number=${found.number}&check=${found.check}`,
  );
  expect([JSON.stringify(blue), JSON.stringify(red)].map((text) => text.includes('红字'))).toEqual([false, true]);
  expect(JSON.stringify(red)).toContain(`35010126　${found.number}`);
  expect(JSON.stringify(blue)).toContain('叁佰元整');
  expect(JSON.stringify(red)).toContain('-¥300.00');
});
