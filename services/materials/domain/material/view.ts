import { versionActions } from './graph.ts';
import { isShown, type Material, type Version } from './material.ts';

/** A document as its owner sees it. */
export function viewOf({ id, version, partyId, type, about, createdAt, versions }: Material) {
  return {
    id,
    version,
    partyId,
    type,
    about,
    createdAt: createdAt.toISOString(),
    versions: versions.filter(isShown).map(versionView),
  };
}

function versionView(found: Version) {
  const { n, state, name, mediaType, size, sha256, validFrom, validUntil, declaredAt, checkedAt, refused } = found;
  return {
    n,
    status: state,
    name,
    mediaType,
    size,
    sha256,
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
    declaredAt: declaredAt.toISOString(),
    ...(checkedAt && { checkedAt: checkedAt.toISOString() }),
    ...(refused && { refusedFor: refused }),
    actions: versionActions(state, 'owner'),
  };
}
