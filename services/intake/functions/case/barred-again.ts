import { dayOf } from '#shared/calendar';
import type { Fault, Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { Bar } from '../../domain/case/bar.ts';
import { barsAgainst } from '../../domain/case/bars-against.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { lawsIn } from '../../domain/document/laws.ts';
import type { IntakeDeps } from '../../deps.ts';
import { applicantBarred } from '../../problems/bar.ts';

/** An item that is applied for, and where a refusal points. */
export interface Wanted {
  pointer: string;
  item: PublishedItem;
  situation?: string | undefined;
}

interface Asking {
  at: Date;
  language: Language;
  deps: Pick<IntakeDeps, 'parties' | 'bars'>;
}

/** Why a party may not apply for some of these items again yet, by any of its ids: until when, by which decision, and what can be done. */
export async function barredRefusal(
  wanted: readonly Wanted[],
  { partyId }: { partyId: string },
  { at, language, deps }: Asking,
): Promise<Refusal | undefined> {
  // Only of items that concern the safety of others is anybody barred: the others cost no read.
  if (!wanted.some(({ item }) => item.safety)) return undefined;
  const bars = await (await deps.bars()).of(await deps.parties.group(partyId));
  const faults = wanted.flatMap((one) =>
    one.item.safety ? barsAgainst(bars, one, dayOf(at)).map((bar) => faultOf(one.pointer, bar, language)) : [],
  );
  return faults.length > 0 ? refuse(applicantBarred, faults) : undefined;
}

function faultOf(pointer: string, { until, basis, caseId }: Bar, language: Language): Fault {
  const message = {
    zh: `依照${lawsIn(basis)}，至${until}（含当日）不得再次申请该许可。依据是办件 ${caseId} 的决定；对该决定不服的，可以申请行政复议或者提起行政诉讼。`,
    en: `Until the end of ${until} this licence may not be applied for again (${basis}), as case ${caseId} decided; that decision may be reviewed or brought before a court.`,
  };
  return { pointer, code: 'applicant-barred', message: message[language] };
}
