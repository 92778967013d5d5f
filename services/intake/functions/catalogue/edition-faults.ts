import { dayOf } from '#shared/calendar';
import { pointerOf, type Fault, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import { codeFaults } from '../../domain/catalogue/code-faults.ts';
import { faultsIn } from '../../domain/catalogue/faults.ts';
import type { Catalogue, CatalogueInput } from '../../domain/catalogue/item.ts';
import { emptyFaults } from '../../domain/catalogue/list-faults.ts';
import { longerFaults } from '../../domain/catalogue/longer-faults.ts';
import { holdingOn, type Offer } from '../../domain/catalogue/offer.ts';
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
  { forms, cityLimits, set }: Pick<IntakeDeps, 'forms' | 'cityLimits' | 'set'>,
): Promise<Refusal | undefined> {
  const today = dayOf(at);
  const day = content.from && content.from > today ? content.from : today;
  const beside = content.whole || !current ? undefined : holdingOn(current, day);
  const bounds = { city: await (await cityLimits()).all(), day };
  const faults = [
    ...emptyFaults(content),
    ...faultsIn(content, await forms.faultFinder(), beside),
    ...codeFaults(content.items, { set, items: beside ? stayingOf(beside, content) : [] }),
    ...longerFaults(content, current, bounds),
  ];
  if (faults.length === 0) return undefined;
  const told: Fault[] = faults.map(({ path, code, about }) => ({
    pointer: pointerOf(path),
    code,
    message: catalogueWords[code](about)[language],
  }));
  return refuse(catalogueInvalid, told);
}

function stayingOf({ items }: Offer, { withdraw }: CatalogueInput): Offer['items'] {
  const ending = new Set(withdraw.map(({ key }) => key));
  return items.filter(({ key }) => !ending.has(key));
}
