import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Bucket, openBucket } from '#shared/bucket';
import { createBus } from '#shared/bus';
import { secretsOf } from '#shared/keyring';
import { handOverReader } from '#shared/handed-over';
import { once } from '#shared/once';
import { partyKeyReader } from '#shared/party-key';
import { createRuntime } from '#shared/runtime';
import type { officeSigners } from '#shared/seal/office-signers';
import { sealStore } from '#shared/seal/seal-store';
import type { secretReader } from '#shared/secret';
import { channelKeys, configuredChannels, merchantsIn, type Place } from './channels/configured.ts';
import { configuredCollectors } from './collectors/configured.ts';
import type { TreasuryDays } from './domain/refund/treasury.ts';
import { paymentsParts } from './parts.ts';
import type { StatementFiles } from './statement-files.ts';
import type { readerOf as readers } from './statements/readers.ts';
import { chargeStore } from './stores/charges.ts';
import { payerNameStore } from './stores/payer-names.ts';
import { receiptStore } from './stores/receipts.ts';

export type PaymentsDeps = ReturnType<typeof paymentsDeps>;

const channelEnv = once(() =>
  z.object({
    SANDBOX: z.enum(['on', 'off']),
    NOTICE_ADDRESS: z.string(),
    RETURN_ADDRESS: z.string(),
    TREASURY_REFUND_DAYS: z
      .string()
      .regex(/^\d{1,2}(,\d{1,2}){2}$/)
      .default('10,10,10'),
  }),
);

/** `10,10,10`: working days of the unit, of finance and of the treasury. */
function treasuryDaysIn(text: string): TreasuryDays {
  const [verifying = 0, verified = 0, due = 0] = text.split(',').map(Number);
  return { verifying, verified, 'treasury-due': due };
}

/** A channel answers well within this time, and `api` must answer after asking it twice. */
const channelTimeoutMs = 4000;

/** Reads the environment and builds what the functions of payments work with. */
export function paymentsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('payments', env);
  const { SANDBOX, NOTICE_ADDRESS: noticeBase, RETURN_ADDRESS: returnUrl, ...settings } = channelEnv().parse(env);
  const { now, newId } = runtime;
  const newNonce = () => newId().replaceAll('-', '');
  const world = { noticeBase, returnUrl, now, newNonce, fetch, timeoutMs: channelTimeoutMs, secret: secretsOf(now) };
  const channels = configuredChannels(placesIn(env), world);
  const collectors = configuredCollectors({ ...world, ...collectorsIn(env, world.secret) });
  const parts = paymentsParts(runtime, { sandbox: SANDBOX === 'on', channels, collectors });
  return {
    ...runtime,
    ...parts,
    partyKey: partyKeyReader(env),
    newCheck,
    papers: paperReader(env),
    handedOver: handOverReader(env),
    numbersAt: numbersIn(env),
    statementFiles: statementFilesReader(env, now),
    statementsFrom: env['STATEMENTS_FROM'] ?? '',
    treasuryDays: treasuryDaysIn(settings.TREASURY_REFUND_DAYS),
  };
}

/** Which numbers a merchant of ours has at a channel; none where that is not set. */
function numbersIn(env: NodeJS.ProcessEnv) {
  return (channel: string, merchant: string): string[] => {
    const found = merchantsIn(env[`${channel.toUpperCase()}_MERCHANTS`] ?? '')[merchant];
    return found ? [found] : [];
  };
}

const statementEnv = once(() => z.object({ STATEMENT_BUCKET: z.string().min(1) }));

/** The bucket of statements; opened only where one comes or is read. */
function statementFilesReader(env: NodeJS.ProcessEnv, now: () => Date): () => Promise<StatementFiles> {
  return once(async () => {
    const { openStatementFiles } = await import('./statement-files.ts');
    return openStatementFiles(statementEnv().parse(env).STATEMENT_BUCKET, now);
  });
}

/** Each channel by its variables: `WECHAT_ADDRESS`, `WECHAT_MERCHANTS`, `WECHAT_SECRET_ARN`. A function that asks none has no secret. */
function placesIn(env: NodeJS.ProcessEnv): Record<string, Place> {
  const places = channelKeys.map((key): [string, Place] => {
    const value = (name: string): string => env[`${key.toUpperCase()}_${name}`] ?? '';
    const secretArn = value('SECRET_ARN');
    const files = value('FILES');
    return [
      key,
      {
        base: secretArn && value('ADDRESS'),
        ...(files && { files }),
        merchants: merchantsIn(value('MERCHANTS')),
        secretArn,
      },
    ];
  });
  return Object.fromEntries(places);
}

/** Where the collectors are, and the key that requests to them are signed by; a function that asks none has no secret. */
function collectorsIn(env: NodeJS.ProcessEnv, secret: (arn: string) => Promise<string | undefined>) {
  const secretArn = env['COLLECTORS_SECRET_ARN'] ?? '';
  return { base: secretArn && (env['COLLECTORS_ADDRESS'] ?? ''), key: () => secret(secretArn) };
}

// Without what is taken for something else when it is copied by hand.
const checkAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** 校验码: six characters by chance, some 890 million of them; nobody finds one by trying. */
function newCheck(): string {
  return Array.from({ length: 6 }, () => checkAlphabet[randomInt(checkAlphabet.length)]).join('');
}

const paperEnv = once(() => z.object({ DOCUMENT_BUCKET: z.string().min(1) }));

/** The bucket of the sealed receipts; opened only where somebody fetches one. */
function paperReader(env: NodeJS.ProcessEnv): () => Promise<Pick<Bucket, 'readAddress'>> {
  return once(async () => {
    const { openBucket } = await import('#shared/bucket');
    return openBucket(paperEnv().parse(env).DOCUMENT_BUCKET);
  });
}

const drawingEnv = once(() =>
  z.object({
    ...paperEnv().shape,
    SEAL_SECRET_ARN: z.string().min(1),
    CITY_BASE: z.url(),
    SET_NAME: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ zh: z.string() })),
  }),
);

/** Libraries of the maker of receipts alone, handed in by its entry: `api`, which shares this file, must not reach them. */
interface Libraries {
  openBucket: typeof openBucket;
  secretReader: typeof secretReader;
  officeSigners: typeof officeSigners;
}

export type ReceiptPaperDeps = ReturnType<typeof receiptPaperDeps>;

/** What the maker of receipts works with: records to read, a bucket to write to, and the secret that the seals come from. */
export function receiptPaperDeps(
  { openBucket, secretReader, officeSigners }: Libraries,
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('payments', env);
  const { DOCUMENT_BUCKET, SEAL_SECRET_ARN, SET_NAME, CITY_BASE: cityBase } = drawingEnv().parse(env);
  const { table, publisher, now } = runtime;
  const seals = { secret: secretReader(SEAL_SECRET_ARN), seals: sealStore(table), place: SET_NAME.zh, now };
  return {
    ...runtime,
    receipts: receiptStore(table, publisher),
    charges: chargeStore(table),
    payers: payerNameStore(table),
    bucket: openBucket(DOCUMENT_BUCKET),
    signerFor: officeSigners(seals),
    cityBase,
    // Beside the bundle: it takes a moment to read, once.
    font: once(() => readFile(join(import.meta.dirname, 'font.ttf'))),
  };
}

export type CloseDeps = ReturnType<typeof closeDeps>;

/** What the function that seals days, months and years works with: the books, and no channel. */
export function closeDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('payments', env);
  return { ...runtime, ...paymentsParts(runtime, { sandbox: false }) };
}

/** What a run of statements works with: it asks no channel, and reads and writes files. */
export function statementDeps(
  { openBucket, readerOf }: Pick<Libraries, 'openBucket'> & { readerOf: typeof readers },
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('payments', env);
  const bucket = openBucket(statementEnv().parse(env).STATEMENT_BUCKET);
  return { ...runtime, ...paymentsParts(runtime, { sandbox: false }), bucket, readerOf, numbersAt: numbersIn(env) };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('payments', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
