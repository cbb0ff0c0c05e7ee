/** What each flag does, by its name, or by path and name where a command means something of its own by it. */
export const flagSentences: { readonly [flag: string]: string } = {};
