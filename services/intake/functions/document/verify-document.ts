import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { signerOf } from '#shared/cms';
import { signatureIn } from '#shared/pdf-signature';
import type { Language } from '#shared/problem';
import type { Call, HttpResponse } from '#shared/route';
import { sinceSaid, stands, type Since } from '../../domain/case/since.ts';
import type { PaperKind } from '../../domain/document/paper-kind.ts';
import { originsIn, type Verdict } from '../../domain/document/verification.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { verifyBody } from '../../schemas/document.ts';
import type { Sealed } from '../../stores/document-rows.ts';
import { sinceOf } from '../case/since.ts';
import { sinceTold } from '../case/since-of-page.ts';
import { papered } from './shown.ts';

const words: Record<Verdict, Record<Language, string>> = {
  intact: {
    zh: '本文书由本系统签发，内容完整，未被改动。',
    en: 'This document was made here and has not been altered.',
  },
  altered: {
    zh: '本文件与签发的文书不一致：内容已被改动，请勿采信。',
    en: 'This file differs from the document that was made: it has been altered. Do not rely on it.',
  },
  'other-set': {
    zh: '本文件自称由其他地区签发，请到该地区核验。',
    en: 'It says that another set made it: verify it there.',
  },
  'not-ours': { zh: '本系统没有签发过此文书。', en: 'No such document was made here.' },
};

/** Says of a file, to whoever has it, whether it is what was made here. Nothing of it is kept. */
export const verifyDocument =
  (deps: Pick<IntakeDeps, 'documents' | 'applications' | 'links' | 'set'>) =>
  async ({ body, language }: Call<unknown, z.infer<ReturnType<typeof verifyBody>>>): Promise<HttpResponse> => {
    const { documents, set } = deps;
    const bytes = Buffer.from(body.content, 'base64');
    const origins = originsIn(bytes.toString('latin1'));
    const answer = (verdict: Verdict, rest: object = {}, since: readonly Since[] = []) => ({
      status: 200,
      body: { verdict, text: [words[verdict], ...since.map(sinceSaid)].map((one) => one[language]).join(' '), ...rest },
    });

    const store = await documents();
    for (const { verification } of origins.filter((one) => one.set === set)) {
      const sealed = await store.sealed(verification);
      if (!sealed) continue;
      const [verdict, about] = judged(bytes, sealed);
      const since = verdict === 'intact' && ofDecision.has(sealed.kind) ? await sinceOf(sealed.caseId, deps) : [];
      return answer(verdict, { ...about, ...today(since, language) }, since);
    }
    const elsewhere = origins.find((one) => one.set !== set);
    return elsewhere ? answer('other-set', { set: elsewhere.set }) : answer('not-ours');
  };

/** Papers that say what was decided: a seal that holds does not say that it still is. */
const ofDecision: ReadonlySet<PaperKind> = new Set(['decision', 'licence']);

/** Whether what an intact paper says holds today, and what became of it. */
function today(since: readonly Since[], language: Language) {
  if (since.length === 0) return {};
  const told = since.map(sinceTold(language));
  return { stands: stands(since), since: told };
}

/** Intact is what has the recorded hash and a seal that holds, by the recorded certificate. */
function judged(bytes: Buffer, sealed: Sealed): [Verdict, object] {
  const signature = signatureIn(bytes);
  const certificate = signature && signerOf(signature.content, signature.cms);
  const known = certificate && hashOf(certificate.raw) === sealed.certificate;
  const intact = known && hashOf(bytes) === sealed.sha256;
  const document = papered(sealed);
  if (!intact) return ['altered', { document }];
  return ['intact', { signer: /^(?:.* \+ )?CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '', document }];
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
