/** Where the local cloud says that it is: a region and an account that AWS does not have. */
export const region = 'local-1';
export const account = '000000000000';
