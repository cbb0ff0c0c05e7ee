/** A JSON value. In-process it is passed by reference, so whoever receives one must treat it as immutable. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A JSON object; `undefined` members count as absent, as `JSON.stringify` treats them. */
export type JsonObject = { readonly [key: string]: Json | undefined };
