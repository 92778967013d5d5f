import { expect, test } from 'vitest';
import { ClosingSheetDueV1 } from '#events/agency/closing-sheet-due.v1';
import { signerOf } from '#shared/cms';
import { signatureIn } from '#shared/pdf-signature';
import { on, queueHandler } from '#shared/queue';
import { officeSigners } from '#shared/seal/office-signers';
import { sealStore } from '#shared/seal/seal-store';
import { investorActor, outsider } from '../../test/support/agency.ts';
import { openMandates } from '../../test/support/mandates.ts';
import { font } from '../../test/support/seals.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { closingSheet } from './domain/mandate/sheet.ts';
import { drawClosingSheet } from './functions/sheet/draw-closing-sheet.ts';

const place = { zh: '鼓楼区', en: 'Gulou' };

const secret = async () => 'a secret of the tests';

/** Gulou's agency with its maker of closing sheets. */
function openMaker() {
  const agency = openMandates();
  const { bucket, deps, facts, ask } = agency;
  const signerFor = officeSigners({ secret, seals: sealStore(agency.table), place: place.zh, now: deps.now });
  const making = { ...deps, bucket, place, signerFor, font: async () => font };
  const take = queueHandler([on(ClosingSheetDueV1, 'agency.draw-closing-sheet', drawClosingSheet)], making);
  const due = () => facts().filter(({ type }) => type === ClosingSheetDueV1.type);
  return {
    ...agency,
    due,
    draw: async () => (await take(sqsEvent(...due()))).batchItemFailures,
    fetch: async (id: string, actor = investorActor) => ask({ path: `/agency/mandates/${id}/closing-sheet`, actor }),
  };
}

test('a mandate that is over has a closing sheet, drawn once and sealed, which its investor fetches', async () => {
  const { sealedOne, doOn, due, draw, fetch, bucket } = openMaker();
  const { id } = await sealedOne();
  expect(await fetch(id)).toMatchObject({ status: 409, body: { code: 'mandate-not-over' } });
  await doOn(id, 'finish');
  expect(due()).toEqual([]);
  await doOn(id, 'end', { actor: investorActor });
  expect(await fetch(id)).toMatchObject({ status: 409, body: { code: 'sheet-not-drawn' } });
  expect([await draw(), await draw()]).toEqual([[], []]);
  const [[ref, pdf] = ['', undefined], ...others] = bucket.files;
  expect(others).toEqual([]);
  const { status, body } = await fetch(id);
  expect(status).toBe(200);
  expect(body.url).toContain(ref);
  expect(await fetch(id, outsider)).toMatchObject({ status: 404 });
  const signature = signatureIn(Buffer.from(pdf?.bytes ?? []));
  expect(signature && signerOf(signature.content, signature.cms)?.subject).toContain('CN=鼓楼区代办服务');
});

test('the sheet says what was agreed, who acted and how it ended, and that it was free', async () => {
  const { sealedOne, doOn, deps } = openMaker();
  const { id, projectId } = await sealedOne({ stages: [3], extent: 'partial', items: ['works-permit'] });
  await doOn(id, 'terminate', { body: { reasons: '另有安排', day: '2026-08-03' }, actor: investorActor });
  const [mandate, project] = [await (await deps.mandates()).get(id), await (await deps.projects()).get(projectId)];
  if (!mandate || !project) throw new Error('not there');
  const { blocks, number } = closingSheet(mandate, { project, office: place });
  expect(number).toBe(mandate.number);
  const said = blocks.flatMap((one) => (one.kind === 'table' ? one.rows.map(({ value }) => value) : []));
  for (const value of [
    '示例精密制造有限公司',
    '3 施工许可',
    '部分代办：works-permit',
    '代办终止',
    '另有安排',
    '2026年8月3日',
    '不收费',
  ])
    expect(said).toContain(value);
});
