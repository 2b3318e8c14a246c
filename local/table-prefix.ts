/** Every table of this machine's engine has this in front of its name. */
export const TABLE_PREFIX = 'tertib-';
