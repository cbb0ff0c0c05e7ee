import type { ObjectKind, ObjectKinds } from '../objects/objects.ts';

/** One change of one object: what a transaction consists of, what raft carries and what watchers get. */
export type Change = { readonly [K in ObjectKind]: ChangeOf<K> }[ObjectKind];

export type ChangeOf<K extends ObjectKind> =
  | { readonly kind: K; readonly action: 'create'; readonly object: ObjectKinds[K]; readonly old?: undefined }
  | { readonly kind: K; readonly action: 'update'; readonly object: ObjectKinds[K]; readonly old: ObjectKinds[K] }
  | { readonly kind: K; readonly action: 'delete'; readonly object: ObjectKinds[K]; readonly old?: undefined };

/** All objects, by kind: what a snapshot consists of. */
export type StoredObjects = { readonly [K in ObjectKind]: readonly ObjectKinds[K][] };
