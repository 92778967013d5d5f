import { documentIn, namedParty } from '#shared/named-party';
import { partyIdOf } from '#shared/party';

const partyShape = /^p_[A-Za-z0-9_-]{1,64}$/;

type Named = { partyId: string } | { fault: 'no-party' | 'bad-party' | 'bad-document' };

/** Whom a row of a file tells. A document becomes the id of its party here, and is kept nowhere. */
export function partyInCells(cells: Readonly<Record<string, string>>, key: string): Named {
  if ('party' in cells) return partyById(cells['party']?.trim() ?? '');
  const [kind, number, country] = ['kind', 'number', 'country'].map((name) => cells[name]?.trim() ?? '');
  if (!kind && !number) return { fault: 'no-party' };
  if (kind === 'uscc') return partyByDocument({ kind: 'organisation', uscc: number }, key);
  return partyByDocument({ kind: 'person', document: { kind, number, ...(country && { country }) } }, key);
}

const partyById = (id: string): Named => {
  if (!id) return { fault: 'no-party' };
  return partyShape.test(id) ? { partyId: id } : { fault: 'bad-party' };
};

function partyByDocument(said: unknown, key: string): Named {
  const { data } = namedParty().safeParse(said);
  return data ? { partyId: partyIdOf(key, documentIn(data)) } : { fault: 'bad-document' };
}
