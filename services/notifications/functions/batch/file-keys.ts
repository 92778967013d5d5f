// Where the files of a batch lie in their bucket.
export const uploadKey = (id: string): string => `uploads/${id}`;
export const pieceKey = (id: string, n: number): string => `rows/${id}/${n}.json`;
export const faultsKey = (id: string): string => `faults/${id}.csv`;
