/** The word for `key`, if the dictionary has one; a key such as `constructor` finds nothing. */
export const wordIn = (dictionary: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
