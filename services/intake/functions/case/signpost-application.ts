import type * as z from 'zod';
import type { Saying } from '#shared/locale';
import { pointerOf, problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import { signpost, signpostAgreed } from '../../domain/case/refusing.ts';
import type { OtherOffice } from '../../domain/case/proposal.ts';
import { agreementFaults, type AgreementFault } from '../../domain/party/agreement.ts';
import type { IntakeDeps } from '../../deps.ts';
import { noSuchOffice } from '../../problems/case-office.ts';
import type { signpostAgreedBody, signpostBody } from '../../schemas/act.ts';
import { deskEntry } from '../party/at-desk.ts';
import { carryOut } from './carry-out.ts';

type Shown = z.infer<ReturnType<typeof signpostBody>>;
type Agreed = z.infer<ReturnType<typeof signpostAgreedBody>>;

/** Proposes it: a head, another person, agrees or sends it back. */
export const signpostApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Shown>): Promise<HttpResponse> => {
    const office = await officeIn(call, deps);
    if ('problem' in office) return office;
    return carryOut(call, { act: 'signpost', decide: () => signpost(office, deps.set) }, deps);
  };

/** The applicant agrees before the clerk, who records who came, what he saw and that it was signed. */
export const signpostAgreedApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, Agreed>): Promise<HttpResponse> => {
    const office = await officeIn(call, deps);
    if ('problem' in office) return office;
    const unsigned = agreementRefusal(agreementFaults(call.body.entry), call);
    if (unsigned) return unsigned;
    const whose = await deps.applications.get(call.scope, call.params['id'] ?? '');
    if (!whose) return refuse(problems.notFound);
    const kept = await deskEntry(call.body.entry, { ...call, whose }, deps);
    if ('problem' in kept) return kept;
    const { entry } = kept;
    if (!entry) return refuse(problems.invalidInput);
    return carryOut(call, { act: 'signpost-agreed', decide: () => signpostAgreed(office, deps.set, entry) }, deps);
  };

/**
 * The office must be one: a department of this set is looked up in its catalogue. Of another set it is known that there is
 * such a set, and nothing of its departments: no fact tells of them, so their key is held to its shape alone.
 */
async function officeIn(
  { body: { office }, language }: Pick<Call<unknown, Shown>, 'body' | 'language'>,
  { catalogue, set, sets }: IntakeDeps,
): Promise<OtherOffice | Refusal> {
  if ('outside' in office) return { name: office.outside };
  const departments = await catalogue.departments();
  const known = departments.find(({ key }) => key === office.department);
  if (office.set === set) return known ? { ...office, name: known.name } : noOffice('/office/department', language);
  const other = (await sets()).find(({ key }) => key === office.set);
  if (!other) return noOffice('/office/set', language);
  return { ...office, name: `${other.name}${known?.name ?? `（${office.department}）`}` };
}

const noOffice = (pointer: string, language: Call['language']): Refusal =>
  refuse(noSuchOffice, [{ pointer, code: noSuchOffice.code, message: noSuchOffice[language] }]);

const words = {
  'not-signed': {
    zh: '申请人同意的，须签名确认；未签名的，请提请负责人审核（signpost）。',
    en: 'An agreement is signed; where it is not, propose the signpost to a head.',
  },
  'not-his-to-agree': {
    zh: '到场人不能代申请人表示同意，请提请负责人审核（signpost）。',
    en: 'Who came cannot agree for the applicant: propose the signpost to a head.',
  },
} satisfies Record<AgreementFault['code'], Saying>;

function agreementRefusal(
  faults: readonly AgreementFault[],
  { language }: Pick<Call, 'language'>,
): Refusal | undefined {
  if (faults.length === 0) return undefined;
  const told = faults.map(({ path, code }) => ({ pointer: pointerOf(path), code, message: words[code][language] }));
  return refuse(problems.invalidInput, told);
}
