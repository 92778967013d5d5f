import type { Adapter, Stored } from 'oidc-provider';

interface Entry {
  payload: Stored;
  expiresAt: number;
}

/** Where the issuer keeps its sign-ins: in memory, gone with the process. Expired entries go when a thousand are kept. */
export function memory(): (model: string) => Adapter {
  const entries = new Map<string, Entry>();

  function find(wanted: (payload: Stored, key: string) => boolean): Stored | undefined {
    for (const [key, { payload, expiresAt }] of entries) {
      if (expiresAt > Date.now() && wanted(payload, key)) return payload;
    }
    return undefined;
  }

  function drop(wanted: (entry: Entry) => boolean): void {
    for (const [key, entry] of entries) if (wanted(entry)) entries.delete(key);
  }

  return (model) => ({
    async upsert(id, payload, expiresInSeconds = Infinity) {
      if (entries.size >= 1000) drop(({ expiresAt }) => expiresAt <= Date.now());
      entries.set(`${model}:${id}`, { payload, expiresAt: Date.now() + expiresInSeconds * 1000 });
    },
    find: async (id) => find((_, key) => key === `${model}:${id}`),
    findByUid: async (uid) => find((payload) => payload.uid === uid),
    findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode),
    async consume(id) {
      const entry = entries.get(`${model}:${id}`);
      if (entry) entry.payload['consumed'] = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      drop(({ payload }) => payload.grantId === grantId);
    },
  });
}
