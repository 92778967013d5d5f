import { valueIn } from '../../domain/holding/content.ts';
import { onlyOne, type Holding } from '../../domain/holding/holding.ts';
import type { KnownValue } from '../../domain/form/prefill.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from './item-of.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'catalogue' | 'holdings' | 'parties'>;

/** A licence that its holder's forms are filled from, and what it says. */
export interface InForce {
  /** The case that gave it. */
  caseId: string;
  say(source: string, sameAs: string | undefined): KnownValue | undefined;
}

interface Asking {
  partyId: string;
  /** Of the fields: `licence:<type>/<field>`, `party`, or others. */
  sources: readonly string[];
  at: Date;
}

/** The party's licences in force, by each source that one of them answers. Nothing is looked up where nothing is asked of them. */
export async function licencesInForce(
  { partyId, sources, at }: Asking,
  deps: Deps,
): Promise<ReadonlyMap<string, InForce>> {
  const types = [...new Set(sources.flatMap((source) => typeIn(source) ?? []))];
  if (types.length === 0) return new Map();
  const [ids, holdings] = await Promise.all([deps.parties.group(partyId), deps.holdings()]);
  const found = await Promise.all(
    types.map(async (type) => {
      const only = onlyOne(await holdings.of(ids, type), at);
      return only ? ([[type, await opened(only, deps)]] as const) : [];
    }),
  );
  const byType = new Map(found.flat());
  return new Map(
    sources.flatMap((source) => {
      const licence = byType.get(typeIn(source) ?? '');
      return licence ? [[source, licence] as const] : [];
    }),
  );
}

/** The kind of licence that a source asks; of the party, what registers it. */
function typeIn(source: string): string | undefined {
  return source === 'party' ? source : /^licence:([a-z0-9-]+)\//.exec(source)?.[1];
}

async function opened({ caseId, licenceId, edition }: Holding, deps: Deps): Promise<InForce> {
  const [granted, application] = await Promise.all([
    (await deps.holdings()).granted(caseId),
    deps.applications.getForClock(caseId),
  ]);
  const schema = (application && (await itemOf(application, deps)).form) ?? {};
  return {
    caseId,
    say: (source, sameAs) => {
      const value = valueIn({ ...granted, schema }, { name: source.replace(/^licence:/, ''), sameAs });
      return value === undefined ? undefined : { value, from: { licenceId, edition } };
    },
  };
}
