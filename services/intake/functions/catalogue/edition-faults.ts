import { dayOf } from '#shared/calendar';
import { pointerOf, type Fault, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import { faultsIn } from '../../domain/catalogue/faults.ts';
import type { Catalogue, CatalogueInput } from '../../domain/catalogue/item.ts';
import { longerFaults } from '../../domain/catalogue/longer-faults.ts';
import { holdingOn } from '../../domain/catalogue/offer.ts';
import type { IntakeDeps } from '../../deps.ts';
import { catalogueInvalid } from '../../problems/catalogue.ts';
import { catalogueWords } from './catalogue-words.ts';

interface Asked {
  current: Catalogue | undefined;
  at: Date;
  language: Language;
}

/** Refuses an edition whole, with every fault; undefined where it may go on. */
export async function refusalOfContent(
  content: CatalogueInput,
  { current, at, language }: Asked,
  { forms, cityLimits }: Pick<IntakeDeps, 'forms' | 'cityLimits'>,
): Promise<Refusal | undefined> {
  const today = dayOf(at);
  const day = content.from && content.from > today ? content.from : today;
  const beside = content.whole || !current ? undefined : holdingOn(current, day);
  const bounds = { city: await (await cityLimits()).all(), day };
  const faults = [...faultsIn(content, await forms.faultFinder(), beside), ...longerFaults(content, current, bounds)];
  if (faults.length === 0) return undefined;
  const told: Fault[] = faults.map(({ path, code, about }) => ({
    pointer: pointerOf(path),
    code,
    message: catalogueWords[code](about)[language],
  }));
  return refuse(catalogueInvalid, told);
}
